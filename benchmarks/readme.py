"""The part of the README between the two benchmark markers."""

from benchmarks.process import ROOT

README = ROOT / "README.md"
START, END = "<!-- benchmarks -->", "<!-- /benchmarks -->"


class MarkerError(ValueError):
    """The README lacks its markers."""


def check_markers(text: str) -> None:
    """Raise MarkerError unless each marker stands there once, in order."""
    if (text.count(START), text.count(END)) != (1, 1) or text.index(START) > text.index(END):
        raise MarkerError(f"README.md must hold the line {START} and, below it, {END}, each once; add them")


def replaced(text: str, table: str) -> str:
    """The README with another table between its markers."""
    check_markers(text)
    before, _, rest = text.partition(START)
    return f"{before}{START}\n{table}\n{END}{rest.partition(END)[2]}"
