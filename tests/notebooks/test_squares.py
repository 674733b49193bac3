"""Scalar polynomials that are squares."""

import pytest

from notebooks.squares import square_root
from proofs.algebra import matrix, scalar, trace, vector

A, x, w = matrix("A", "d", "d"), vector("x", "d"), vector("w", "d")
n, d, a = scalar("n"), scalar("d"), scalar("a")


@pytest.mark.parametrize("root", [w.T @ A @ x / n - w.T @ x, a * trace(A) + d / n**3 - 2, trace(A) ** 2 + a], ids=str)
def test_the_root_of_a_square(root) -> None:
    assert square_root(root**2) in (root, -root)


@pytest.mark.parametrize(
    "other", [(w.T @ x) ** 2 + trace(A) ** 2, 2 * (trace(A) + a) ** 2, a * (trace(A) + 1) ** 2, a**2, A], ids=str
)
def test_what_is_none_or_a_single_term(other) -> None:
    assert square_root(other) is None
