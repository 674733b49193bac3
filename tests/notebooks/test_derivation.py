"""The notebook of each theorem says and computes everything, by cells that know no formula."""

import ast
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from notebooks import derivation as derivations
from notebooks.book import Book, Kind, written
from notebooks.derivation import derivation
from notebooks.pictures.table import DRAWINGS
from notebooks.prose import escaped
from proofs.core.catalogue import Entry, catalogue
from proofs.core.claims import Claim
from proofs.core.errors import TheoremFileError
from proofs.core.proof import Proof
from proofs.core.theorem import Theorem
from verify.checks.symbolic import proof_of

DERIVATIONS = Path(__file__).parents[2] / "notebooks" / "derivations"
MOST_PATTERNS = 30


def book(identifier: str) -> Book:
    return derivation(catalogue()[identifier], identifier)


def sources(found: Book, kind: Kind) -> list[str]:
    return [cell.source for cell in found.cells if cell.kind is kind]


def test_the_same_bytes_every_time() -> None:
    assert written(book("wishart.second_moment").node()) == written(book("wishart.second_moment").node())


@pytest.mark.slow
@pytest.mark.parametrize("identifier", catalogue())
def test_everything_is_said_and_every_line_has_its_cell(
    identifier: str, theorem: Callable[[str], Theorem], monkeypatch: pytest.MonkeyPatch
) -> None:
    proofs: dict[str, Proof | None] = {}

    def kept(claim: Claim, found: Theorem) -> Proof | None:
        return proofs.setdefault(claim.name, proof_of(claim, found))

    monkeypatch.setattr(derivations, "proof_of", kept)
    made = book(identifier)
    assert_said(theorem(identifier), catalogue()[identifier], "\n".join(sources(made, Kind.TEXT)))
    assert proofs.keys() == {claim.name for claim in theorem(identifier).claims}
    assert_shown(list(proofs.values()), "\n".join(sources(made, Kind.CODE)))


def assert_said(found: Theorem, item: Entry, said: str) -> None:
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


def assert_shown(proofs: list[Proof | None], code: str) -> None:
    _, *parts = re.split(r"claim = theorem\.claims\[\d+\]\n?", code)
    assert len(parts) == len(proofs)
    for proof, part in zip(proofs, parts, strict=True):
        shown = [int(place) for place in re.findall(r"proof\.lines\[(\d+)\]", part)]
        for first, behind in re.findall(r"proof\.lines\[(\d+):(\d+)\]", part):
            shown += range(int(first), int(behind))
        assert sorted(shown) == list(range(len(proof.lines) if proof else 0))


def test_cells_know_no_formula() -> None:
    """Up to numbers and the names of theorems and pictures all cells of code are among a few patterns.

    Read from the files in notebooks/derivations, which `make notebooks-check` compares with what is generated.
    """
    pictures = "|".join(drawing.name for drawing in DRAWINGS)
    patterns = set()
    for identifier in catalogue():
        content = json.loads((DERIVATIONS / f"{identifier}.ipynb").read_text(encoding="utf-8"))
        for cell in content["cells"]:
            if cell["cell_type"] == "code":
                source = "".join(cell["source"])
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
