"""Squares as weighted squared norms."""

import pytest

from proofs.algebra import inverse, matrix, scalar, symmetric, vector
from proofs.core.claims import Square
from proofs.moments.laws import Gaussian
from verify.exposition.squares import plain_square, sum_of_squares

A, B, v = matrix("A", "d", "d"), matrix("B", "d", "d"), vector("v", "d")
Sigma, n, c, x = symmetric("Sigma", "d"), scalar("n"), scalar("c"), vector("x", "d")
LAW = (Gaussian(x),)

SQUARES = {
    "a number": (Square(c), ("c^{2}",), "(c)^2"),
    "a sum": (Square(c + 1, weight=2 / n), (r"\frac{2}{n} \bigl( 1", r"+ c \bigr)^{2}"), "(2 n^-1) (1 + c)^2"),
    "a vector": (Square(v), (r"\lVert v \rVert^{2}",), "|(v)|^2"),
    "a matrix between roots": (
        Square(A - B, before=inverse(Sigma), after=Sigma),
        (r"\lVert \Sigma^{-1/2} \bigl( A", r"- B \bigr) \Sigma^{1/2} \rVert_{F}^{2}"),
        "|(Sigma^-1)^(1/2) (A - B) (Sigma)^(1/2)|^2",
    ),
    "a matrix of a sum": (
        Square(A, before=Sigma + B @ B.T),
        (r"\lVert \left(B B^{\top} + \Sigma\right)^{1/2} A \rVert_{F}^{2}",),
        "|(B B' + Sigma)^(1/2) (A)|^2",
    ),
    "a mean": (
        Square(v.T @ x, weight=n, over=LAW),
        (r"n \mathbb{E}_{x} \left(v^{\top} x\right)^{2}",),
        "(n) E ((v' x))^2",
    ),
    "a random weight": (
        Square(c, weight=x.T @ x, over=LAW),
        (r"\mathbb{E}_{x} \left(x^{\top} x\right) c^{2}",),
        "E ((x' x)) (c)^2",
    ),
}


@pytest.mark.parametrize(("square", "pieces", "text"), SQUARES.values(), ids=SQUARES)
def test_a_square(square, pieces, text):
    assert sum_of_squares((square,)).pieces == pieces
    assert plain_square(square) == text


def test_a_sum():
    assert sum_of_squares((Square(c), Square(v))).pieces == ("c^{2}", r"+ \lVert v \rVert^{2}")
