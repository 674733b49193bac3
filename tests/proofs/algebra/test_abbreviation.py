"""Abbreviations: unfolding letters and scalars, clearing reciprocals; both against exact values."""

import random

import pytest
from flint import fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import identity, inverse, matrix, scalar, symmetric, trace
from proofs.algebra.abbreviation import cleared, polynomial, unfold
from proofs.algebra.evaluation import evaluate
from proofs.algebra.symbols import number
from proofs.core.derivation import Definition, Reciprocal
from proofs.core.errors import LetterError, ShapeError
from proofs.moments.mean import Mean

n, d, s, t, eta, rho = (scalar(name) for name in ("n", "d", "s", "t", "eta", "rho"))
A, P, Q, K, T = matrix("A", "d", "d"), *(symmetric(name, "d") for name in "PQKT")
GIVEN = (Definition(t, (trace(P @ Q) + s) / n), Definition(K, P @ Q @ P + t * P), Definition(T, K @ K))
SUMS = (Reciprocal(eta, n + d + 1), Reciprocal(rho, n + s))


def random_values(seed, size):
    """Values of P, Q, A and of all scalars, and of what the definitions define."""
    draw = random.Random(seed)

    def entries():
        return fmpq_mat(size, size, [draw.randint(-3, 3) for _ in range(size * size)])

    matrices = {name: array + array.transpose() for name in "PQ" for array in [entries()]} | {"A": entries()}
    numbers = {"n": fmpq(draw.randint(1, 5)), "d": fmpq(size), "s": fmpq(draw.randint(0, 3))}
    square = matrices["P"] * matrices["Q"]
    numbers["t"] = (sum((square[i, i] for i in range(size)), fmpq(0)) + numbers["s"]) / numbers["n"]
    matrices["K"] = square * matrices["P"] + matrices["P"] * numbers["t"]
    matrices["T"] = matrices["K"] * matrices["K"]
    numbers |= {"eta": 1 / (numbers["n"] + size + 1), "rho": 1 / (numbers["n"] + numbers["s"])}
    return matrices, numbers


TABLE = [K, T, t * A, trace(A @ K), A @ K @ T - t * K, trace(K) * T, t**3 * identity("d"), A]


@pytest.mark.parametrize("expression", TABLE, ids=str)
@given(st.integers(0, 10**6), st.integers(1, 3))
def test_unfolding_keeps_the_value(expression, seed, size):
    values = random_values(seed, size)
    unfolded = unfold(expression, GIVEN)
    assert not {"K", "T"} & {letter.name for letter in unfolded.letters}
    assert "t" not in unfolded.scalars
    assert evaluate(unfolded, *values) == evaluate(expression, *values)


def test_definitions_unfold_from_the_last_to_the_first():
    assert unfold(T, GIVEN[1:]) == (P @ Q @ P + t * P) @ (P @ Q @ P + t * P)
    assert unfold(T, tuple(reversed(GIVEN))) == K @ K


def test_a_letter_stays_where_its_inverse_stands():
    assert unfold(A @ inverse(K) + K, GIVEN) == A @ inverse(K) + K
    assert unfold(inverse(K) @ K + K, GIVEN) == identity("d") + unfold(K, GIVEN)


def test_reciprocals_are_not_unfolded():
    assert unfold(eta * A, SUMS) == eta * A


CLEARED = [
    (eta * (n + d + 1) * A, A, True),
    (eta * n * d + eta * d * d + eta * d, d, True),
    (eta**2 * (n + d + 1), eta, True),
    (eta * rho * (n + d + 1) * (n + s), number(1), True),
    (1 - eta * (d + 1), eta * n, True),
    (eta * (n + d), number(1), False),
    (eta * (n + d + 1) * A, A.T, False),
    (eta, rho, False),
    (eta**2, eta, False),
]


@pytest.mark.parametrize(("left", "right", "equal"), CLEARED, ids=lambda item: str(item))
def test_clearing_decides_equality(left, right, equal):
    assert (not cleared(left - right, SUMS).terms) is equal


@pytest.mark.parametrize(("left", "right", "equal"), CLEARED, ids=lambda item: str(item))
@given(seed=st.integers(0, 10**6), size=st.integers(2, 3))
def test_clearing_multiplies_by_a_positive_number(left, right, equal, seed, size):
    values = random_values(seed, size)
    result = cleared(left - right, SUMS)
    assert not {"eta", "rho"} & set(result.scalars)
    zero = fmpq_mat(*((size, size) if left.shape == ("d", "d") else (1, 1)))
    assert (evaluate(left - right, *values) == zero) == (evaluate(result, *values) == zero)


def test_a_negative_power_of_a_reciprocal_is_refused():
    with pytest.raises(LetterError, match="cannot have the negative exponent -1"):
        cleared(A / eta, SUMS)


def test_a_symbol_must_be_a_single_letter():
    with pytest.raises(ShapeError, match="single letter"):
        unfold(P @ Q, (Definition(P @ Q, K),))


def test_what_is_no_polynomial_is_refused():
    assert polynomial(A) is A
    with pytest.raises(TypeError, match="expected a trace polynomial, got Mean"):
        polynomial(Mean(A, ()))
