"""What the documents name exists: files, modules, theorems, targets of make, commands with their options."""

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from proofs.core.catalogue import ROOT as THEOREMS
from proofs.core.catalogue import catalogue
from verify.command.application import COMMANDS

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted(
    {ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "notebooks").glob("*.md"), *(ROOT / "docs").rglob("*.md")}
)
PACKAGES = ("proofs", "verify", "notebooks", "benchmarks", "tests")
SUBJECTS = tuple(path.name for path in THEOREMS.iterdir() if path.is_dir() and not path.name.startswith("_"))
TARGETS = set(re.findall(r"^([a-z][\w-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
MADE, MINE = (".venv", "build/", "dist/"), ("my_", "path/to/", "__init__")
"""How what is made, and what stands for a file of the reader's own, starts."""


def missing(text: str, folder: Path) -> list[str]:
    """What a Markdown text in a folder names and what does not exist."""
    return [
        *(link for link in re.findall(r"\]\(([^)#:]+)\)", text) if not (folder / link).exists()),
        *(f"make {target}" for target in re.findall(r"\bmake ([a-z][\w-]*)", _code(text)) if target not in TARGETS),
        *(word for word in _commands(_code(text))),
        *(span for part in text.split("\n\n") for span in _spans(part, folder)),
    ]


def _code(text: str) -> str:
    """The code of a text: indented and fenced lines, and what stands between backticks."""
    fenced = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    indented = re.findall(r"^    (?=\S)(.*)", text, re.MULTILINE)
    return "\n".join([*fenced, *indented, *re.findall(r"`([^`\n]+)`", text)])


def _commands(code: str) -> Iterator[str]:
    """Commands of icl-proofs that there are not, and options that a command does not have."""
    for line in re.findall(r"icl-proofs ([^\n#|>]*)", code):
        name, *words = line.split() or [""]
        if re.fullmatch(r"[a-z]\w*", name) and name not in COMMANDS:
            yield f"icl-proofs {name}"
        elif name in COMMANDS:
            command = import_module(COMMANDS[name][0]).command
            known = {option for parameter in command.params for option in parameter.opts}
            yield from (f"icl-proofs {name} {word}" for word in words if word.startswith("--") and word not in known)


def _spans(part: str, folder: Path) -> list[str]:
    """Files, modules and theorems between backticks that there are not.

    A file without a folder may stand in any folder that the same paragraph names.
    """
    spans = [span for span in re.findall(r"`([^`\s]+)`", part) if not re.search(r"[<>(*=]", span)]
    places = [ROOT, folder, *(place / span for place in (ROOT, folder) for span in spans if span.endswith("/"))]
    return [span for span in spans if not span.startswith((*MADE, *MINE, "-")) and not _exists(span, places)]


def _exists(span: str, places: Sequence[Path]) -> bool:
    first, dot, _ = span.partition(".")
    if "/" in span or span.endswith((".py", ".md", ".toml", ".cfg", ".ipynb")):
        return any((place / span).exists() for place in places)
    if dot and first in PACKAGES:
        return _is_module(span)
    return not dot or first not in SUBJECTS or span in catalogue()


def _is_module(path: str) -> bool:
    """Whether a dotted path is that of a module, or of something in one."""
    above, _, name = path.rpartition(".")
    if find_spec(above) is None:
        return False
    return hasattr(import_module(above), name) or find_spec(path) is not None


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_a_document_names_exists(document: Path) -> None:
    assert missing(document.read_text(encoding="utf-8"), document.parent) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[here](nothing.md)", "nothing.md"),
        ("    make nothing   # it", "make nothing"),
        ("run `make nothing`", "make nothing"),
        ("`icl-proofs chek`", "icl-proofs chek"),
        ("    icl-proofs check --fast", "icl-proofs check --fast"),
        ("```\nicl-proofs show --fast\n```", "icl-proofs show --fast"),
        ("| `statements/` | says |", "statements/"),
        ("`verify/nothing.py`", "verify/nothing.py"),
        ("in `proofs/core/` (`nothing.py`)", "nothing.py"),
        ("`verify.nothing`", "verify.nothing"),
        ("`proofs.core.nothing`", "proofs.core.nothing"),
        ("`one_layer.nothing`", "one_layer.nothing"),
    ],
)
def test_what_does_not_exist_is_found(text: str, found: str) -> None:
    assert missing(text, ROOT / "notebooks") == [found]


def test_what_exists_is_not_found() -> None:
    text = "`proofs/core/` (`claims.py`), `book.py`, `make test`, `icl-proofs check --jobs 2`, `my_t.py`"
    more = "`one_layer.optimum`, `proofs.core.theorem`, `verify.suite.run`, [a](README.md)"
    assert missing(f"{text}, {more}", ROOT / "notebooks") == []
