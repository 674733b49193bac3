"""Roads from the definition: the literal forward pass and means by entries agree with what is derived."""

from dataclasses import replace

import pytest
from flint import fmpq, fmpq_mat

from proofs.algebra import inverse, matrix, scalar, symmetric, trace
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.errors import InputError
from proofs.core.task import EllipticalInputs, GramOperator, IndependentInputs, Task
from proofs.core.verdict import Verdict
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean
from verify.checks.definition import (
    entering,
    entrywise_comparison,
    entrywise_road,
    literal_loss,
    loss_comparison,
    loss_road,
    matrix_value,
    task_of,
    task_roots,
    terms,
)
from verify.simulate.words import Term
from verify.sweep.instance import Instance, Shape

OPTIMUM, WISHART = "one_layer.optimum", "wishart.second_moment"
TASKS = [
    Task(),
    Task("Sigma", "Psi", "sigma2"),
    Task("Sigma^-1", query_covariance="Gamma"),
    Task("Sigma", "Psi", inputs=EllipticalInputs("kappa")),
    Task("Sigma", "Psi", inputs=IndependentInputs("F", "E")),
]


def instance(**matrices):
    d = fmpq_mat(2, 2, [2, 1, 1, 3])
    roots = {"Sigma": fmpq_mat(2, 2, [1, 1, 0, 2])}
    values = {"Sigma": roots["Sigma"].transpose() * roots["Sigma"], "A": d} | matrices
    numbers = {"n": fmpq(3), "d": fmpq(2), "c": fmpq(1, 2), "sigma2": fmpq(1, 9), "s": fmpq(2)}
    return Instance(Shape(3, 2), values, roots, numbers, {"sigma2": fmpq(1, 3)})


@pytest.mark.parametrize("task", TASKS, ids=str)
def test_a_task_is_known_by_its_laws(task):
    assert task_of(data(task).laws) == task


def test_laws_that_are_those_of_no_task():
    X = matrix("X", "n", "d")
    assert task_of((Gaussian(X, symmetric("R", "n"), symmetric("Sigma", "d")),)) is None
    assert task_of((Gaussian(matrix("Y", "n", "d")),)) is None


def test_roots_of_covariances_and_of_their_inverses():
    there = instance()
    roots = task_roots(Task("Sigma", "Sigma^-1", "sigma2"), there)
    assert roots.R.transpose() * roots.R == there.matrices["Sigma"]
    other = task_roots(Task("Sigma^-1"), there)
    assert other.R.transpose() * other.R == there.matrices["Sigma"].inv()
    assert task_roots(Task(noise="s"), there) is None, "2 has no rational root"
    assert task_roots(Task("A"), there) is None
    with pytest.raises(InputError, match="the task has the noise variance tau, of which nothing is assumed"):
        task_roots(Task(noise="tau"), there)


def test_the_loss_of_the_forward_pass(claim, context):
    loss = claim(OPTIMUM, "loss")
    assert loss_road(loss, loss.right, context(OPTIMUM)).verdict is Verdict.CERTIFIED
    road = loss_road(loss, 2 * loss.right, context(OPTIMUM))
    assert road.verdict is Verdict.REFUTED
    assert road.witness.startswith("loss of the forward pass")
    assert loss_comparison(replace(loss, experiment=None), loss.right) is None
    assert len(entering(loss.experiment)) == len(loss.experiment.blocks)


def test_without_a_rational_root_the_forward_pass_says_nothing(claim, context):
    loss = claim(OPTIMUM, "loss")
    experiment = replace(loss.experiment, task=Task("A"))
    assert literal_loss(experiment, instance()) is None


def test_means_by_entries(claim, context):
    moment = claim(WISHART, "second moment")
    assert entrywise_road(moment, context(WISHART)).verdict is Verdict.CERTIFIED
    assert entrywise_road(replace(moment, right=2 * moment.right), context(WISHART)).verdict is Verdict.REFUTED


def test_where_means_are_not_written_out(claim):
    moment = claim(WISHART, "second moment")
    for other in (
        Equality(name="c", left=scalar("n"), right=scalar("n")),
        replace(moment, operators=(GramOperator(),)),
        replace(moment, left=Mean(matrix("Y", "n", "d").T @ matrix("Y", "n", "d"), (Gaussian(matrix("Y", "n", "d")),)),
                right=symmetric("Sigma", "d")),
    ):  # fmt: skip
        assert entrywise_comparison(other) is None


def test_terms_as_plain_data():
    A, Sigma, n, c = matrix("A", "d", "d"), symmetric("Sigma", "d"), scalar("n"), scalar("c")
    found = terms(n * c * trace(A @ Sigma) * A.T + Sigma / n, instance())
    assert sorted(map(str, found)) == sorted(
        map(str, [Term(fmpq(3, 2), (("A", "Sigma"),), ("A'",)), Term(fmpq(1, 3), (), ("Sigma",))])
    )


def test_the_value_of_an_inverse():
    there = instance()
    assert matrix_value("Sigma^-1", there) * there.matrices["Sigma"] == fmpq_mat(2, 2, [1, 0, 0, 1])
    assert inverse(symmetric("Sigma", "d")).letter.name == "Sigma^-1"
