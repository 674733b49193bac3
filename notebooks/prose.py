"""Plain text as Markdown: what a docstring says is shown as it stands."""

import re
from collections.abc import Sequence

SIGNS = re.compile(r"([\\`*_\[\]<#|$~])")
PART = re.compile(r"^([A-Z][a-z]+):\s*", re.MULTILINE)


def escaped(text: str) -> str:
    """The text with every sign that Markdown would read as markup marked as itself, in one line."""
    return SIGNS.sub(r"\\\1", " ".join(text.split()))


def parts(docstring: str) -> list[tuple[str, str]]:
    """The parts behind the title of a docstring: heading (Setting, Claim, ...; empty where there is none) and text."""
    _, _, body = docstring.partition("\n")
    found = ["", *PART.split(body)]
    return [(heading, part.strip()) for heading, part in zip(found[::2], found[1::2], strict=True) if part.strip()]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown; the cells are Markdown of one line."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
