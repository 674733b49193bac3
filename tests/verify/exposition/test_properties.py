"""What letters are declared to be stands in every statement, in every format."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from proofs.algebra import inverse, matrix, orthogonal, symmetric, trace
from proofs.core.catalogue import Entry
from proofs.core.claims import Equality
from proofs.core.statement import Source
from proofs.core.theorem import Theorem
from verify.command.showing import WRITERS as FORMATS
from verify.document.html import as_html
from verify.document.text import as_text
from verify.exposition.kinds import statement
from verify.exposition.theorem import expose

A, K, U = matrix("A", "d", "d"), symmetric("K", "n"), orthogonal("U", "d")
TURNED = Equality(name="c", left=trace(U @ A @ U.T) + trace(K), right=trace(A) + trace(K))


@dataclass(frozen=True)
class Turned(Entry):
    """A theorem in no file."""

    def load(self) -> Theorem:
        """tr(U A U') = tr A, with U orthogonal."""
        return Theorem(Source("nobody"), (), (TURNED,))

    @property
    def docstring(self) -> str:
        return "A title."


SAID = {
    "text": "Declared: K symmetric (n x n); U orthogonal (d x d).",
    "markdown": r"**Declared.** $K$ symmetric ($n \times n$); $U$ orthogonal ($d \times d$).",
    "latex": r"\textbf{Declared.} $K$ symmetric ($n \times n$); $U$ orthogonal ($d \times d$).",
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_it(name):
    written = FORMATS[name](expose(Turned("turned", Path("turned.py"))))
    if name == "json":
        written = json.loads(written)["claims"][0]["statement"]
    assert SAID.get(name, SAID["markdown"]) in written


def test_the_report_says_it():
    assert "<strong>Declared.</strong>" in as_html(statement(TURNED))


def test_it_is_said_although_the_letter_cancels():
    gone = Equality(name="c", left=trace(U @ A @ U.T), right=trace(A))
    assert not {letter for letter in gone.left.letters if letter.orthogonal}
    assert "U orthogonal (d x d)" in as_text(statement(gone), 80)


def test_of_an_inverse_the_original_is_named():
    claim = Equality(name="c", left=inverse(K) @ K, right=K @ inverse(K))
    assert as_text(statement(claim), 80).count("K symmetric (n x n)") == 1


def test_nothing_declared_nothing_said():
    assert "Declared" not in as_text(statement(Equality(name="c", left=trace(A), right=trace(A.T))), 80)
