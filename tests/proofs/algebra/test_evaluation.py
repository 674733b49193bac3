"""Evaluation at rational matrices: known values, derived inverses, and what is refused."""

from fractions import Fraction

import pytest
from flint import fmpq, fmpq_mat

from proofs.algebra import identity, inverse, matrix, orthogonal, scalar, symmetric, trace, vector
from proofs.algebra.evaluation import evaluate, value
from proofs.algebra.symbols import zero
from proofs.core.errors import InputError, ShapeError

A, S, X, U = matrix("A", "d", "d"), symmetric("S", "d"), matrix("X", "n", "d"), orthogonal("U", "d")
v, c = vector("v", "d"), scalar("c")
MATRICES = {
    "A": fmpq_mat(2, 2, [1, 2, 3, 4]),
    "S": fmpq_mat(2, 2, [2, 1, 1, 3]),
    "U": fmpq_mat(2, 2, [fmpq(3, 5), fmpq(4, 5), fmpq(-4, 5), fmpq(3, 5)]),
    "X": fmpq_mat(1, 2, [1, -1]),
    "v": fmpq_mat(2, 1, [1, 2]),
}
NUMBERS = {"n": fmpq(1), "d": fmpq(2), "c": fmpq(1, 3)}


@pytest.mark.parametrize(
    ("polynomial", "rows"),
    [
        (A @ v, [[5], [11]]),
        (A.T, [[1, 3], [2, 4]]),
        (X.T @ X, [[1, -1], [-1, 1]]),
        (c * identity("d"), [[fmpq(1, 3), 0], [0, fmpq(1, 3)]]),
        (inverse(A), [[-2, 1], [fmpq(3, 2), fmpq(-1, 2)]]),
        (inverse(A).T @ v, [[1], [0]]),
        (U @ A @ U.T - U @ A @ U.T, [[0, 0], [0, 0]]),
        (U @ v, [[fmpq(11, 5)], [fmpq(2, 5)]]),
        (zero("n", "d"), [[0, 0]]),
        (trace(A) * trace(identity("d")) / c, [[30]]),
        (v.T @ S @ v, [[18]]),
    ],
    ids=str,
)
def test_known_values(polynomial, rows):
    assert evaluate(polynomial, MATRICES, NUMBERS) == fmpq_mat(rows)


def test_value_of_a_scalar():
    assert value(v.T @ v / c, MATRICES, NUMBERS) == 15


@pytest.mark.parametrize("number", [2, Fraction(2), fmpq(2)])
def test_numbers_of_any_exact_type(number):
    assert value(1 + 1 * c.reciprocal(), {}, {"c": number}) == fmpq(3, 2)


def test_a_given_inverse_is_used():
    assert value(trace(inverse(A)), {"A^-1": fmpq_mat(2, 2, [1, 0, 0, 4])}, NUMBERS) == 5


def with_values(**changes):
    """The table of values with some changed."""
    return {**MATRICES, **changes}


SINGULAR, WIDE, SKEW = fmpq_mat(2, 2, [1, 2, 2, 4]), fmpq_mat(2, 3), fmpq_mat(2, 2, [0, 1, -1, 0])
MISUSES = [
    (A, {}, NUMBERS, InputError, r"no value is given for the letter A \(d x d\)"),
    (inverse(A), {}, NUMBERS, InputError, r"no value is given for the letter A\^-1"),
    (c * A, MATRICES, {"d": fmpq(2)}, InputError, "no value is given for the scalar c"),
    (A, MATRICES, {}, InputError, "no value is given for the scalar d"),
    (A, with_values(A=WIDE), NUMBERS, ShapeError, "A must be 2 x 2, got 2 x 3"),
    (X, with_values(X=MATRICES["A"]), NUMBERS, ShapeError, "X must be 1 x 2, got 2 x 2"),
    (inverse(A), with_values(A=WIDE), NUMBERS, ShapeError, "A must be square, got 2 x 3"),
    (inverse(A), with_values(A=SINGULAR), NUMBERS, InputError, "the value of A is singular"),
    (S, with_values(S=SKEW), NUMBERS, InputError, "the value of S must be symmetric"),
    (U, with_values(U=SINGULAR), NUMBERS, InputError, "the value of U must be orthogonal"),
    (
        inverse(A), {**MATRICES, "A^-1": SKEW}, NUMBERS, InputError,
        r"the value of A\^-1 is not the inverse of that of A",
    ),
    (A, MATRICES, {"d": fmpq(1, 2)}, InputError, "the dimension d must be a positive integer, got 1/2"),
    (A, MATRICES, {"d": fmpq(0)}, InputError, "the dimension d must be a positive integer, got 0"),
]  # fmt: skip


@pytest.mark.parametrize(("polynomial", "matrices", "numbers", "error", "message"), MISUSES)
def test_misuse_names_the_object(polynomial, matrices, numbers, error, message):
    with pytest.raises(error, match=message):
        evaluate(polynomial, matrices, numbers)


def test_only_a_scalar_has_one_value():
    with pytest.raises(ShapeError, match="expected a 1 x 1 polynomial, got d x d"):
        value(A, MATRICES, NUMBERS)


def test_one_over_zero():
    with pytest.raises(ZeroDivisionError):
        value(c.reciprocal(), {}, {"c": fmpq(0)})
