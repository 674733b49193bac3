"""Square roots of scalar polynomials: of squares, and of what is none."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import identity, matrix, scalar, symmetric, trace, vector
from proofs.algebra.polynomial import total
from proofs.algebra.square_root import square_root
from proofs.algebra.symbols import number

A, S, x, w = matrix("A", "d", "d"), symmetric("S", "d"), vector("x", "d"), vector("w", "d")
n, d, a = scalar("n"), scalar("d"), scalar("a")
PARTS = (number(1), w.T @ x, w.T @ A @ S @ x / n, a * trace(A), d, trace(S) ** 2 / n**2, a**2 * (x.T @ S @ x))

sums = st.lists(st.tuples(st.sampled_from(PARTS), st.fractions(-3, 3, max_denominator=4)), min_size=0, max_size=6).map(
    lambda terms: total([number(0), *(part * factor for part, factor in terms)])
)


@given(sums)
def test_the_root_of_a_square(p):
    root = square_root(p**2)
    assert root in (p, -p)


NO_SQUARES = {
    "a sum of two squares": PARTS[1] ** 2 + PARTS[3] ** 2,
    "an odd power": a,
    "a negative number": number(-4),
    "not a square number": number(Fraction(1, 2)),
    "a square and a little more": (PARTS[1] + PARTS[2]) ** 2 + PARTS[2] * PARTS[1],
    "a missing product": PARTS[1] ** 2 + PARTS[2] ** 2 + PARTS[1] * PARTS[2],
    "a square less another": (trace(S) ** 2 + d) ** 2 - d**2,
}


@pytest.mark.parametrize("p", NO_SQUARES.values(), ids=NO_SQUARES)
def test_what_is_no_square(p):
    assert square_root(p) is None


def test_a_matrix_is_refused():
    with pytest.raises(TypeError, match="shape"):
        square_root(identity("d"))
