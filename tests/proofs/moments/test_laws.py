"""Gaussian laws: what they hold and what is refused."""

import pytest

from proofs.algebra import identity, inverse, matrix, orthogonal, scalar, symmetric, trace, vector
from proofs.algebra.conditions import Property
from proofs.algebra.letters import Letter
from proofs.algebra.symbols import as_polynomial
from proofs.core.errors import LetterError, ShapeError
from proofs.moments import Gaussian
from proofs.moments.laws import Elliptical, Independent, Rows

X, w, S, R, c, n = (
    matrix("X", "n", "d"),
    vector("w", "d"),
    symmetric("S", "d"),
    symmetric("R", "n"),
    scalar("c"),
    scalar("n"),
)


def test_a_law_knows_its_letters():
    law = Gaussian(X, R, S, 2 * c / n)
    assert law.name == "X"
    assert not law.is_vector
    assert [letter.name for letter in law.alphabet.letters] == ["R", "S", "X"]
    assert law.alphabet.scalars == ("c", "d", "n")


def test_defaults_are_the_standard_law():
    law = Gaussian(w)
    assert law.is_vector
    assert (law.row_covariance, law.column_covariance, law.scale) == (None, None, 1)
    assert law == Gaussian(vector("w", "d"))
    assert hash(law) == hash(Gaussian(vector("w", "d")))


MISUSES = [
    (lambda: Gaussian(S), LetterError, "a Gaussian letter has no further properties, got .*name='S'"),
    (lambda: Gaussian(orthogonal("U", "d")), LetterError, "no further properties, got .*name='U'"),
    (lambda: Gaussian(inverse(matrix("A", "d", "d"))), LetterError, "no further properties"),
    (
        lambda: Gaussian(as_polynomial(Letter("H", "d", "n", depends_on=frozenset({"X"})))),
        LetterError,
        "no further properties, got .*name='H'",
    ),
    (lambda: Gaussian(2 * X), ShapeError, "expected a single letter, got 2 X"),
    (lambda: Gaussian(X, row_covariance=S), ShapeError, "the row covariance of X must be a symmetric n x n letter"),
    (lambda: Gaussian(X, column_covariance=R), ShapeError, "the column covariance of X must be a symmetric d x d"),
    (lambda: Gaussian(X, column_covariance=matrix("A", "d", "d")), ShapeError, "column covariance of X .* symmetric"),
    (lambda: Gaussian(X, column_covariance=2 * S), ShapeError, "expected a single letter, got 2 S"),
    (lambda: Gaussian(w, column_covariance=S), ShapeError, "the column covariance of w must be a symmetric 1 x 1"),
    (
        lambda: Gaussian(X, scale=c + 1),
        LetterError,
        r"scale of X must be a positive product of scalars, got 1 \+ c",
    ),
    (lambda: Gaussian(X, scale=trace(S)), LetterError, r"the scale of X .* got tr\(S\)"),
    (lambda: Gaussian(X, scale=-c), LetterError, "the scale of X .* got -c"),
    (lambda: Gaussian(X, scale=c - c), LetterError, "the scale of X .* got 0"),
    (lambda: Gaussian(X, scale=c * identity("d")), LetterError, "the scale of X .* got c I"),
]


@pytest.mark.parametrize(("misuse", "error", "message"), MISUSES)
def test_misuse_names_the_object(misuse, error, message):
    with pytest.raises(error, match=message):
        misuse()


def conditions(law):
    return {(str(item.of), item.must_be, item.says) for item in law.conditions}


def test_a_law_says_what_values_have_to_be():
    assert conditions(Gaussian(X, inverse(R), S, c / n)) == {
        ("R", Property.DEFINITE, "the row covariance of X"),
        ("S", Property.SEMIDEFINITE, "the column covariance of X"),
        ("c n^-1", Property.SEMIDEFINITE, "the variance of X"),
        ("n", Property.SIZE, "the size n"),
        ("d", Property.SIZE, "the size d"),
    }
    assert conditions(Gaussian(w)) == {("d", Property.SIZE, "the size d")}


def test_rows_of_given_moments_ask_for_fourth_moments_that_there_are():
    moments = "the fourth moments of w"
    assert conditions(Rows(w, S, Elliptical(c))) - conditions(Gaussian(w, S)) == {
        ("-d + 2 c + c d", Property.SEMIDEFINITE, moments)
    }
    Q, F = symmetric("Q", "d"), symmetric("F", "d")
    coordinates = "independent coordinates of w"
    assert conditions(Rows(w, None, Independent(Q, F))) - conditions(Gaussian(w)) == {
        ("Q", Property.DIAGONAL, coordinates),
        ("F", Property.DIAGONAL, coordinates),
        (str(Q - identity("d")), Property.SEMIDEFINITE, moments),
        (str(F - Q + 3 * identity("d")), Property.HOLLOW, "the excess of w"),
    }
