"""The docstring of a theorem file as paragraphs: title, then each part that starts as `Claim:`."""

import re

from verify.document.blocks import Paragraph

PART = re.compile(r"([A-Z][a-z]+): ?")


def paragraphs(docstring: str) -> list[Paragraph]:
    """The paragraphs; a part ends where the next one starts, or at an empty line."""
    parts: list[list[str]] = []
    for line in docstring.splitlines():
        if not line.strip() or not parts or PART.match(line):
            parts.append([])
        parts[-1].append(line.strip())
    return [_paragraph(text) for text in (" ".join(part).strip() for part in parts) if text]


def _paragraph(text: str) -> Paragraph:
    lead = PART.match(text)
    return Paragraph((text,)) if lead is None else Paragraph((text[lead.end() :],), lead.group(1))
