"""Single symbols, each given one value."""

import pytest

from proofs.algebra import identity, inverse, matrix, scalar, trace, vector
from proofs.algebra.symbols import number
from proofs.core.claims import Equality, Implements
from proofs.core.derivation import Step
from proofs.core.statement import Source
from proofs.core.theorem import Theorem
from proofs.moments.assigned import assigned_twice
from proofs.moments.cited import Cited
from proofs.moments.single import is_symbol, not_single

A, B, v = matrix("A", "d", "d"), matrix("B", "d", "d"), vector("v", "d")
b, s, t = scalar("b"), scalar("s"), scalar("t")


@pytest.mark.parametrize(
    ("whole", "expected"),
    [(s, True), (A, True), (v, True), (2 * s, False), (s**2, False), (1 / s, False), (s + t, False), (A.T, False),
     (A @ B, False), (inverse(A), False), (trace(A), False), (number(1), False), (identity("d"), False),
     (s * A, False), (v.T @ v, False)],
)  # fmt: skip
def test_a_symbol_is_one_letter_or_scalar(whole, expected):
    assert is_symbol(whole) is expected


def weights(*values):
    return Implements(name="c", prediction=b * A, weights=values, algorithm=2 * A)


def citing(*where):
    cited = Theorem(Source("nobody"), (), (Equality(name="i", left=A @ B, right=A @ B),))
    return Equality(name="c", left=B, right=B, steps=(Step(B, Cited("x.y", cited, "i", where)),))


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (weights((b, number(2))), []),
        (weights((b, number(1)), (b, number(2))), ["b has two values in the weights; keep one"]),
        (citing((A, B)), []),
        (citing((A, B), (inverse(A), inverse(B))), []),
        (citing((A, B), (A, A)), ["A has two values in the citation of x.y, i; keep one"]),
    ],
)
def test_a_symbol_is_single_and_has_one_value(claim, said):
    assert list(not_single(claim)) == []
    assert list(assigned_twice(claim)) == said
