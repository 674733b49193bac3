"""The letters of a task and their laws; the ridge operator by its equation, at noise 0 too."""

import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import evaluate, scalar, symmetric, vector
from proofs.attention.data import data
from proofs.core.errors import InputError
from proofs.core.task import EllipticalInputs, IndependentInputs, RidgeOperator, Task
from proofs.moments.laws import Elliptical, Independent, Rows
from proofs.moments.mean import Mean
from proofs.moments.ridge import covariance, ridge
from verify.simulate.ridge import exact_ridge_operator
from verify.sweep.covariance import Style, matrix
from verify.sweep.strategies import PLAINEST_FIRST, covariances, dimensions, generators

Sigma, Psi = symmetric("Sigma", "d"), symmetric("Psi", "d")


@pytest.mark.parametrize(
    ("task", "inputs", "weights", "noise"),
    [
        (Task(), None, None, ""),
        (Task("Sigma", "Psi", "sigma2"), Sigma, Psi, "sigma2"),
        (Task("Sigma", "Sigma^-1"), Sigma, covariance("Sigma^-1"), ""),
    ],
    ids=str,
)
def test_laws(task, inputs, weights, noise):
    sample = data(task)
    assert sample.law_X.column_covariance == sample.law_x_q.row_covariance == inputs
    assert sample.law_w.row_covariance == weights
    assert sample.law_X.row_covariance is None
    assert sample.y == sample.X @ sample.w + (sample.eps if noise else 0 * sample.eps)
    assert [law.name for law in sample.laws] == ["X", "x_q", "w"] + ["eps"] * bool(noise)
    assert sample.labels == sample.laws[2:]
    assert (sample.law_eps is None) == (not noise)
    if sample.law_eps is not None:
        assert sample.law_eps.scale == scalar(noise)
    assert sample.S == sample.X.T @ sample.X


def test_a_mean_of_the_task_and_another_law_of_the_query():
    sample = data(Task("Sigma", "Psi", query_covariance="Omega", task_mean="beta"))
    assert sample.w == vector("w", "d") + vector("beta", "d")
    assert sample.y == sample.X @ sample.w
    assert sample.law_x_q.row_covariance == symmetric("Omega", "d")
    assert sample.law_X.column_covariance == Sigma
    assert Mean(sample.w @ sample.w.T, sample.laws).value() == Psi + vector("beta", "d") @ vector("beta", "d").T


def test_a_query_of_its_own_law_has_gaussian_inputs():
    with pytest.raises(InputError, match="share one law with the query, got 'Omega'"):
        Task("Sigma", query_covariance="Omega", inputs=EllipticalInputs("kappa"))


@pytest.mark.parametrize(
    ("inputs", "kind"),
    [
        (EllipticalInputs("kappa"), Elliptical(scalar("kappa"))),
        (IndependentInputs("Q", "F"), Independent(symmetric("Q", "d"), symmetric("F", "d"), Psi)),
    ],
    ids=str,
)
def test_laws_of_inputs_that_are_not_gaussian(inputs, kind):
    sample = data(Task("Sigma", "Psi", "sigma2", inputs=inputs))
    assert sample.law_X == Rows(sample.X, Sigma, kind)
    assert sample.law_x_q == Rows(sample.x_q, Sigma, kind)
    assert sample.labels == data(Task("Sigma", "Psi", "sigma2")).labels


def test_covariances_by_name():
    assert covariance("") is None
    assert covariance("Sigma") == Sigma
    assert covariance("Sigma^-1").letter.inverse_of == "Sigma"


@given(
    shape=st.tuples(dimensions(4), dimensions(3)),
    noise=st.sampled_from([fmpq(0), fmpq(1, 3), fmpq(4)]),
    prior=st.sampled_from(["", "Psi"]),
    rng=generators(),
    drawn=st.data(),
)
def test_the_ridge_operator_solves_its_equation(shape, noise, prior, rng, drawn):
    n, d = shape
    among = [Style.IDENTITY] if not prior else [style for style in PLAINEST_FIRST if style is not Style.NEARLY_SINGULAR]
    Psi_value, _ = drawn.draw(covariances(d, among))
    X = matrix(rng, n, d)
    if drawn.draw(st.booleans()):
        X = X * matrix(rng, d, 1) * matrix(rng, 1, d)
    H, equation = ridge(RidgeOperator("H", prior, "sigma2"))
    values = {"X": X, "Psi": Psi_value, "H": exact_ridge_operator(X, Psi_value, noise)}
    numbers = {"n": fmpq(n), "d": fmpq(d), "sigma2": noise}
    assert H.letter.depends_on == {"X"}
    assert evaluated(equation.left, values, numbers) == evaluated(equation.right, values, numbers)


def evaluated(polynomial, values, numbers):
    known = {letter.name: values[letter.name] for letter in polynomial.letters}
    return evaluate(polynomial, known, numbers)


def test_without_noise_the_equation_has_no_noise_term():
    _, equation = ridge(RidgeOperator("H", "Psi"))
    X, H = data(Task()).X, ridge(RidgeOperator("H"))[0]
    assert equation.right == Psi @ X.T
    assert equation.left == H @ X @ Psi @ X.T
