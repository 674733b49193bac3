"""What a statement says of the symbols that it moves, and of the domain on which it holds."""

import pytest
import sympy as sp
from flint import fmpq

from proofs.algebra import matrix, scalar, symmetric, trace
from proofs.core.listed import CriticalPoints, Located
from proofs.core.rates import OUT, Rate
from proofs.core.statement import Predicate
from proofs.entrywise.claims import DifferentValues
from proofs.entrywise.softmax import probabilities
from verify.document.blocks import Paragraph
from verify.document.text import as_text
from verify.exposition.domains import on_domain
from verify.exposition.kinds import statement
from verify.exposition.moved import variables


def written(*blocks: object) -> str:
    return " ".join(as_text(blocks, 80).split())


def test_a_domain_in_words() -> None:
    domain = (("t", Predicate.POSITIVE), ("V", Predicate.NONNEGATIVE), ("n", Predicate.INTEGER))
    assert written(Paragraph(on_domain(domain))) == "with t > 0 and V >= 0 and n >= 1"
    assert on_domain(()) == ()


def test_a_rate_says_where_it_holds() -> None:
    tail = sp.exp(-(OUT**2) / 2)
    assert "for all values with t > 0" in written(*statement(Rate(name="c", operator="aff", leading=tail, bound=tail)))


@pytest.mark.parametrize(
    ("objective", "says"),
    [
        (scalar("a") ** 2 / scalar("n"), "It is a function of a. More"),
        (trace(symmetric("S", "d")) + scalar("a"), "It is a function of S (d x d, symmetric), a. More"),
        (trace(matrix("A", "d", "d")), "It is a function of A (d x d, all entries free). More"),
        (scalar("d"), "It is a function of nothing but sizes. More"),
    ],
)
def test_what_moves_in_words(objective, says: str) -> None:
    assert written(variables(objective, ("d", "n"), "More")) == says


def test_a_point_says_what_is_held() -> None:
    point = Located((("d", 1), ("n", 2)), (("a", "0.667"),), "0.333", held=(("s", fmpq(1, 2)),))
    objective = scalar("a") ** 2 + scalar("s")
    text = written(*statement(CriticalPoints(name="c", objective=objective, points=(point,), negative=0)))
    assert "It is a function of a, s. A symbol of which a hypothesis speaks stays" in text
    assert "s 1/2 exactly" in text


def test_a_simplex_is_said() -> None:
    f, half = probabilities(), fmpq(1, 2)
    claim = DifferentValues(
        name="c", left=f("1"), right=2 * f("1"), values=(("f", ((half, half),)),), found=(half, 2 * half), simplex=(f,)
    )
    assert "the entries of f being positive with sum 1" in written(*statement(claim))
