"""The overview: every theorem once, in reading order, with its verdict, and the pictures that belong to no theorem."""

from pathlib import Path

import pytest

from notebooks.overview import overview
from notebooks.pictures.table import DRAWINGS
from proofs.core.catalogue import Entry, catalogue
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from verify.ledger import Recorded

FILE = '''"""A title of {name}."""
from proofs.core.statement import Source
from proofs.core.theorem import Theorem


def theorem():
    return Theorem(Source("me"), (), (), uses={uses})
'''


@pytest.fixture
def entries(tmp_path: Path) -> dict[str, Entry]:
    (tmp_path / "a").mkdir()
    for name, uses in (("first_two", ("a.second",)), ("second", ())):
        (tmp_path / "a" / f"{name}.py").write_text(FILE.format(name=name, uses=uses))
    return catalogue(tmp_path)


def test_every_theorem_in_reading_order_with_its_verdict(entries: dict[str, Entry]) -> None:
    ledger = {"a.second": Recorded(Verdict.CERTIFIED, Scope(frozenset({"d", "n"})))}
    rows = overview(entries, ledger).cells[0].source.splitlines()[-2:]
    assert rows == [
        "| 1 | [a.second](a.second.ipynb) | A title of second | CERTIFIED | all d, n |",
        r"| 2 | [a.first\_two](a.first_two.ipynb) | A title of first\_two | new |  |",
    ]


def test_pictures_without_a_theorem_are_drawn_here(entries: dict[str, Entry]) -> None:
    code = "\n".join(cell.source for cell in overview(entries, {}).cells)
    assert all(f"notebooks.pictures.{drawing.name} import" in code for drawing in DRAWINGS)
    assert "notebooks.pictures.uses import uses" in code
