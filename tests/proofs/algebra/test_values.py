"""Values that a user gives: the impossible ones are refused in one line, those at the edge are taken."""

import pickle
from fractions import Fraction

import numpy as np
import pytest
from flint import fmpq, fmpq_mat

from proofs import complete_square, evaluate, expectation, population_loss, sparse_loss, substitute
from proofs.algebra import identity, inverse, matrix, orthogonal, scalar, symmetric, trace, vector
from proofs.core.errors import InputError, ShapeError
from proofs.core.task import EllipticalInputs, IndependentInputs, LinearAttention, Task
from proofs.moments.laws import Gaussian

A, Sigma, Psi = matrix("A", "d", "d"), symmetric("Sigma", "d"), symmetric("Psi", "d")
X, n, sigma2 = matrix("X", "n", "d"), scalar("n"), scalar("sigma2")
LOSS = sparse_loss(Task("Sigma", "Psi", "sigma2"), A).value()
FORM = complete_square(LOSS, A, Sigma)
WHITENED = sparse_loss(Task("Sigma", "Sigma^-1"), A).value()
ELLIPTICAL = sparse_loss(Task("Sigma", "Psi", inputs=EllipticalInputs("kappa")), A).value()
INDEPENDENT = sparse_loss(Task("Sigma", "Psi", inputs=IndependentInputs("Q", "F")), A).value()
WHOLE = population_loss(LinearAttention(), Task("Sigma", "Psi", "sigma2"))


def square(*entries):
    return fmpq_mat(2, 2, list(entries))


ONE, INDEFINITE, SINGULAR = square(1, 0, 0, 1), square(1, 2, 2, 1), square(1, 1, 1, 1)
MATRICES = {"A": square(1, 2, 0, 1), "Sigma": square(2, 1, 1, 2), "Psi": ONE}
NUMBERS = {"n": 3, "d": 2, "sigma2": fmpq(1, 2), "kappa": 1}


def at(polynomial=LOSS, numbers=(), **matrices):
    return evaluate(polynomial, MATRICES | matrices, NUMBERS | dict(numbers))


@pytest.mark.parametrize(
    ("polynomial", "changes"),
    [
        (LOSS, {}),
        (LOSS, {"Psi": SINGULAR}),
        (LOSS, {"Sigma": square(0, 0, 0, 0)}),
        (LOSS, {"numbers": {"sigma2": 0}}),
        (LOSS, {"numbers": {"n": fmpq(1), "sigma2": Fraction(1, 3)}}),
        (FORM.slope, {}),
        (WHITENED, {}),
        (WHITENED, {"Sigma^-1": square(2, -1, -1, 2) * fmpq(1, 3)}),
        (ELLIPTICAL, {"numbers": {"kappa": fmpq(1, 2)}}),
        (INDEPENDENT, {"Sigma": ONE, "Q": ONE, "F": square(-2, 0, 0, -2)}),
    ],
)
def test_values_of_laws_that_exist_are_taken(polynomial, changes):
    found = at(polynomial, **changes)
    assert (found.nrows(), found.ncols()) == ((1, 1) if polynomial.is_scalar else (2, 2))
    assert not polynomial.is_scalar or found[0, 0] >= 0


NO_LAW = r"expected .* to be .*, got .*; no law has such values"


@pytest.mark.parametrize(
    ("polynomial", "changes", "message"),
    [
        (LOSS, {"numbers": {"n": -3}}, "numbers: n: expected an integer >= 1, for it is a size, got -3"),
        (LOSS, {"numbers": {"n": fmpq(5, 2)}}, "numbers: n: expected an integer >= 1, .* got 5/2"),
        (LOSS, {"numbers": {"n": 0}}, "numbers: n: expected an integer >= 1, .* got 0"),
        (LOSS, {"numbers": {"d": 3}}, "A must be 3 x 3, got 2 x 2"),
        (LOSS, {"numbers": {"sigma2": -1}}, f"the variance of eps: {NO_LAW}"),
        (LOSS, {"Sigma": INDEFINITE}, f"the (row|column) covariance of (X|x_q): {NO_LAW}"),
        (LOSS, {"Psi": -ONE}, f"the row covariance of w: {NO_LAW}"),
        (LOSS / 2 + 1, {"Psi": -ONE}, NO_LAW),
        (LOSS * A, {"Psi": -ONE}, NO_LAW),
        (pickle.loads(pickle.dumps(LOSS)), {"Psi": -ONE}, NO_LAW),
        (substitute(LOSS, {A: identity("d")}), {"Psi": -ONE}, NO_LAW),
        (substitute(LOSS, {Psi: symmetric("R", "d")}), {"R": -ONE}, NO_LAW),
        (substitute(LOSS, {Psi: Sigma - Psi}), {"Psi": 4 * ONE}, NO_LAW),
        (substitute(LOSS, {n: n / 2}), {}, "the size n: expected 1/2 n to be an integer >= 1, got 3/2"),
        (FORM.slope, {"Psi": -ONE}, NO_LAW),
        (FORM.right, {"numbers": {"sigma2": -1}}, NO_LAW),
        (FORM.constant, {"numbers": {"n": -3}}, "got -3"),
        (WHITENED, {"Sigma": -ONE}, NO_LAW),
        (WHITENED, {"Sigma": SINGULAR}, "Sigma to be symmetric and positive definite, got"),
        (WHITENED, {"Sigma^-1": ONE}, "not the inverse"),
        (ELLIPTICAL, {"numbers": {"kappa": fmpq(1, 4)}}, f"the fourth moments of (X|x_q): {NO_LAW}"),
        (INDEPENDENT, {"Q": 9 * ONE, "F": ONE}, f"independent coordinates of (X|x_q): {NO_LAW}"),
        (INDEPENDENT, {"Sigma": ONE, "Q": ONE / 2, "F": square(-5, 0, 0, -5) / 2}, f"the fourth moments of .*{NO_LAW}"),
        (INDEPENDENT, {"Sigma": ONE, "Q": ONE, "F": ONE}, f"the excess of (X|x_q): {NO_LAW}"),
        (LOSS, {"X": fmpq_mat(4, 2)}, "X must be 3 x 2, got 4 x 2"),
        (trace(X.T @ X), {"X": fmpq_mat(2, 2)}, "X must be 3 x 2, got 2 x 2"),
        (trace(Sigma), {"Sigma": square(1, 2, 0, 1)}, "Sigma must be symmetric"),
        (trace(orthogonal("U", "d")), {"U": square(1, 1, 0, 1)}, "U must be orthogonal"),
        (trace(inverse(A)), {"A": SINGULAR}, "A is singular"),
        (trace(inverse(A) @ A), {"A": SINGULAR}, "A is singular, but its inverse occurs, if only to cancel"),
        (1 / scalar("c"), {"numbers": {"c": 0}}, "numbers: c: expected a number other than 0, .* got 0"),
        (scalar("c"), {}, "no value is given for the scalar c"),
        (trace(A), {"A": [[1, 2], [0, 1]]}, "matrices: A: expected a matrix of exact numbers, got list .*; write "),
        (trace(A), {"A": np.eye(2)}, "matrices: A: expected a matrix of exact numbers, got ndarray"),
        (LOSS, {"numbers": {"sigma2": 0.5}}, r"numbers: sigma2: expected an exact number, got float 0\.5; write "),
        (LOSS, {"numbers": {"sigma2": float("nan")}}, "numbers: sigma2: .* got float nan"),
        (LOSS, {"numbers": {"n": True}}, "numbers: n: expected an exact number, got bool True"),
        (LOSS, {"numbers": {"n": "3"}}, "numbers: n: .* got str '3'"),
        (LOSS, {"numbers": {n: 3}}, "numbers: expected names of scalars, got TracePolynomial n"),
        (WHOLE, {}, r"polynomial: expected a trace polynomial, got Mean .*; take its \.value\(\)"),
        ("tr(A)", {}, r"polynomial: expected a trace polynomial, got str 'tr\(A\)'"),
    ],
)
def test_impossible_values_are_refused_in_one_line(polynomial, changes, message):
    with pytest.raises((InputError, ShapeError), match=message) as refused:
        at(polynomial, **changes)
    assert "\n" not in str(refused.value)


def test_a_population_loss_with_negative_noise_has_no_value():
    whole = WHOLE.value()
    weights = {vector("b_x", "d"): vector("v", "d"), scalar("b_y"): identity("1")}
    loss = substitute(whole, weights)
    values = {"A_x": ONE, "a_y": fmpq_mat(2, 1), "v": fmpq_mat(2, 1)} | MATRICES
    assert evaluate(loss, values, NUMBERS)[0, 0] >= 0
    with pytest.raises(InputError, match="the variance of eps"):
        evaluate(loss, values, NUMBERS | {"sigma2": -5})


def test_a_mean_over_laws_of_ones_own_has_their_conditions():
    mean = expectation(trace(X.T @ X), [Gaussian(X, column_covariance=Sigma, scale=sigma2 / n)])
    assert evaluate(mean, {"Sigma": ONE}, {"n": 2, "d": 2, "sigma2": 3})[0, 0] == 6
    with pytest.raises(InputError, match="the column covariance of X"):
        evaluate(mean, {"Sigma": INDEFINITE}, {"n": 2, "d": 2, "sigma2": 3})
    with pytest.raises(InputError, match="the variance of X"):
        evaluate(mean, {"Sigma": ONE}, {"n": 2, "d": 2, "sigma2": -3})


@pytest.mark.parametrize("place", ["matrices", "numbers"])
def test_values_come_by_name(place):
    given = {"matrices": MATRICES, "numbers": NUMBERS} | {place: [1, 2]}
    with pytest.raises(InputError, match=f"{place}: expected a dict from names .*, got list"):
        evaluate(LOSS, **given)
