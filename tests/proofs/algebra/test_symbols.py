"""Declarations: shapes, properties and what is refused."""

import pytest

from proofs.algebra import identity, inverse, matrix, orthogonal, scalar, symmetric, trace, vector
from proofs.algebra.letters import Letter
from proofs.algebra.symbols import as_polynomial, number, scalar_name, zero
from proofs.core.errors import LetterError, ShapeError

A, S, X, c = matrix("A", "d", "d"), symmetric("S", "d"), matrix("X", "n", "d"), scalar("c")


@pytest.mark.parametrize(
    ("polynomial", "letter"),
    [
        (X, Letter("X", "n", "d")),
        (vector("v", "n"), Letter("v", "n", "1")),
        (S, Letter("S", "d", "d", symmetric=True)),
        (orthogonal("U", "d"), Letter("U", "d", "d", orthogonal=True)),
        (
            as_polynomial(Letter("H", "d", "n", depends_on=frozenset({"X"}))),
            Letter("H", "d", "n", depends_on=frozenset("X")),
        ),
        (inverse(A), Letter("A^-1", "d", "d", inverse_of="A")),
        (inverse(S), Letter("S^-1", "d", "d", symmetric=True, inverse_of="S")),
        (
            inverse(as_polynomial(Letter("K", "d", "d", latex="K_*", depends_on=frozenset({"X"})))),
            Letter("K^-1", "d", "d", inverse_of="K", depends_on=frozenset("XK"), latex="K_*^{-1}"),
        ),
    ],
    ids=lambda item: item.name if isinstance(item, Letter) else str(item),
)
def test_declared_letters(polynomial, letter):
    assert polynomial.letter == letter
    assert polynomial == as_polynomial(letter)
    assert polynomial.shape == (letter.rows, letter.columns)


@pytest.mark.parametrize(
    ("polynomial", "shape"),
    [
        (c, ("1", "1")),
        (number(2), ("1", "1")),
        (identity("1"), ("1", "1")),
        (identity("n"), ("n", "n")),
        (zero("n", "1"), ("n", "1")),
        (zero("1", "1"), ("1", "1")),
    ],
    ids=str,
)
def test_shapes(polynomial, shape):
    assert polynomial.shape == shape


def test_small_cases():
    assert identity("1") == 1
    assert number(0) == zero("1", "1") == 0
    assert trace(identity("n")) == scalar("n")
    U = orthogonal("U", "d")
    assert U @ U.T == U.T @ U == identity("d")
    assert scalar_name(c) == "c"


@pytest.mark.parametrize(
    ("misuse", "error", "message"),
    [
        (lambda: inverse(X), ShapeError, "only a square letter has an inverse, got X of n x d"),
        (lambda: inverse(A @ S), ShapeError, "expected a single letter, got A S"),
        (lambda: inverse(inverse(A)), LetterError, "write the inverse of A\\^-1 as the letter"),
        (lambda: inverse(orthogonal("U", "d")), LetterError, "write the inverse of U as"),
        (lambda: vector("v", "1"), ShapeError, "letter v: a 1 x 1 letter is a scalar"),
        (lambda: scalar_name(c**2), LetterError, "expected a single scalar, got c\\^2"),
        (lambda: scalar_name(2 * c), LetterError, "expected a single scalar, got 2 c"),
        (lambda: scalar_name(c * trace(A)), LetterError, r"expected a single scalar, got c tr\(A\)"),
        (lambda: scalar_name(c * identity("d")), LetterError, "expected a single scalar, got c I"),
        (lambda: scalar_name(number(1)), LetterError, "expected a single scalar, got 1"),
    ],
)
def test_misuse_names_the_object(misuse, error, message):
    with pytest.raises(error, match=message):
        misuse()
