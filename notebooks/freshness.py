"""Whether the outputs in the file of a notebook stand: made from these files, by every cell, with this verdict."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import nbformat

from notebooks.book import Book
from notebooks.prose import escaped
from verify.ledger import Recorded

VERDICT_CELL = "shown.verdict(report)"
BROKEN = ("**OPEN**", "**SURVIVES**", "**NOT EQUAL**")
"""What a cell shows beside a line that does not hold, a control that is not refuted, and values that differ."""


def fingerprint(paths: Iterable[Path]) -> str:
    """The SHA-256 of the contents of files, in this order."""
    parts = (sha256(path.read_bytes()).digest() for path in paths)
    return sha256(b"".join(parts)).hexdigest()


def is_fresh(book: Book, found: nbformat.NotebookNode) -> bool:
    """Whether every cell was run, in order, since the theorem file or one that it uses was last changed."""
    return bool(found.metadata.get("made_from", "") == book.made_from) and _was_run(found)


def faults(found: nbformat.NotebookNode, line: Recorded | None) -> Iterator[str]:
    """What the outputs show that should not be there, in words; nothing of a notebook that was never run.

    With a line of the ledger nothing may be left open, and the verdict is the recorded one.
    """
    if not any(cell.get("outputs") for cell in found.cells):
        return
    if not _was_run(found):
        yield "has cells that were not run, or not in order"
    for cell in found.cells:
        if kinds := {output.output_type for output in cell.get("outputs", ())} - {"execute_result"}:
            yield f"shows {' and '.join(sorted(kinds))} in cell {cell.get('id')}"
        if line:
            yield from _against(line, cell)


def _against(line: Recorded, cell: nbformat.NotebookNode) -> Iterator[str]:
    text = _text(cell)
    yield from (f"shows {sign} in cell {cell.get('id')}" for sign in BROKEN if sign in text)
    recorded = f"**{line.verdict.name}**, {escaped(str(line.scope))}"
    if cell.source == VERDICT_CELL and (head := text.partition("\n")[0]) != recorded:
        yield f"shows the verdict {head!r}, the ledger has {recorded!r}"


def _was_run(found: nbformat.NotebookNode) -> bool:
    counts = [cell.get("execution_count") for cell in found.cells if cell.cell_type == "code"]
    return counts == list(range(1, len(counts) + 1))


def _text(cell: nbformat.NotebookNode) -> str:
    data = (output.get("data", {}) for output in cell.get("outputs", ()))
    return "\n".join(item.get("text/markdown", item.get("text/plain", "")) for item in data)
