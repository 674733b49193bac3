"""The notebook of each theorem says and computes everything, by cells that know no formula."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from notebooks.book import Book, Kind, written
from notebooks.derivation import derivation
from notebooks.pictures.table import DRAWINGS
from notebooks.prose import escaped
from proofs.core.catalogue import Entry, catalogue
from proofs.core.errors import TheoremFileError
from proofs.core.theorem import Theorem
from verify.checks.symbolic import proof_of

MOST_PATTERNS = 30


def book(identifier: str) -> Book:
    return derivation(catalogue()[identifier], identifier)


def sources(found: Book, kind: Kind) -> list[str]:
    return [cell.source for cell in found.cells if cell.kind is kind]


@pytest.mark.parametrize("identifier", catalogue())
def test_the_same_bytes_every_time(identifier: str) -> None:
    assert written(book(identifier).node()) == written(book(identifier).node())


@pytest.mark.parametrize("identifier", catalogue())
def test_everything_is_said(identifier: str, theorem: Callable[[str], Theorem]) -> None:
    found, item = theorem(identifier), catalogue()[identifier]
    said = "\n".join(sources(book(identifier), Kind.TEXT))
    assert said.startswith(f"# {escaped(item.title)}")
    source = found.source
    for part in (source.paper, source.place, source.url, source.provenance.value, source.differs):
        assert escaped(part) in said
    for hypothesis in found.hypotheses:
        assert escaped(hypothesis.used) in said
    for place, claim in enumerate(found.claims, 1):
        assert f"## Claim {place}: {escaped(claim.name)}" in said
    for used in found.uses:
        assert f"({used}.ipynb)" in said


@pytest.mark.parametrize("identifier", catalogue())
def test_every_line_of_every_derivation_has_its_cell(identifier: str, theorem: Callable[[str], Theorem]) -> None:
    found = theorem(identifier)
    code = "\n".join(sources(book(identifier), Kind.CODE))
    _, *parts = re.split(r"claim = theorem\.claims\[\d+\]\n?", code)
    assert len(parts) == len(found.claims)
    for claim, part in zip(found.claims, parts, strict=True):
        proof = proof_of(claim, found)
        shown = [int(place) for place in re.findall(r"proof\.lines\[(\d+)\]", part)]
        for first, behind in re.findall(r"proof\.lines\[(\d+):(\d+)\]", part):
            shown += range(int(first), int(behind))
        assert sorted(shown) == list(range(len(proof.lines) if proof else 0))


def test_cells_know_no_formula() -> None:
    """Up to numbers and the names of theorems and pictures all cells of code are among a few patterns."""
    pictures = "|".join(drawing.name for drawing in DRAWINGS)
    patterns = set()
    for identifier in catalogue():
        for source in sources(book(identifier), Kind.CODE):
            ast.parse(source)
            patterns.add(re.sub(rf"\d+|\b({pictures})\b", "0", source.replace(repr(identifier), "ID")))
    assert len(patterns) <= MOST_PATTERNS


def test_a_file_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text(catalogue()["wishart.second_moment"].path.read_text())
    found = derivation(Entry("mine", path), str(path))
    assert found.file == "mine.ipynb"
    assert f"entry({str(path)!r}, catalogue())" in sources(found, Kind.CODE)[0]


def test_a_file_that_does_not_run(tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text('"""A title."""\n')
    with pytest.raises(TheoremFileError, match="no function theorem"):
        derivation(Entry("mine", path), str(path))


STOPS = """
from proofs.algebra import matrix
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.statement import Source
from proofs.core.task import RidgeOperator, Task
from proofs.core.theorem import Theorem
from proofs.moments.mean import Mean
from proofs.moments.ridge import ridge


def theorem():
    sample, H = data(Task()), ridge(RidgeOperator("H"))[0]
    claim = Equality(name="unknown", left=Mean(H @ sample.X, (sample.law_X,)), right=matrix("A", "d", "d"),
                     operators=(RidgeOperator("H"),))
    return Theorem(Source("me"), (), (claim,))
"""


def test_a_derivation_that_stops_is_told(tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text(f'"""A title."""\n{STOPS}')
    found = derivation(Entry("mine", path), str(path))
    assert "The derivation stops: " in "\n".join(sources(found, Kind.TEXT))
    assert not any("proof" in source for source in sources(found, Kind.CODE)[1:])
