"""From which instances data can be drawn."""

import pytest
from flint import fmpq, fmpq_mat

from proofs.core.task import EllipticalInputs, IndependentInputs, Task
from verify.checks.sampled import first_population, is_population, population
from verify.sweep.instance import Instance, Shape

TWO = Shape(3, 2)


def instance(*, kappa=(1, 1), fourth=(3, 3), covariance=(1, 1)):
    diagonals = {"Sigma": covariance, "Q": fourth}
    matrices = {name: fmpq_mat(2, 2, [values[0], 0, 0, values[1]]) for name, values in diagonals.items()}
    return Instance(TWO, matrices, {}, {"n": fmpq(3), "d": fmpq(2), "kappa": fmpq(*kappa)}, {})


ELLIPTICAL, INDEPENDENT = (
    Task("Sigma", inputs=EllipticalInputs("kappa")),
    Task("Sigma", inputs=IndependentInputs("Q", "F")),
)


@pytest.mark.parametrize(
    ("task", "at", "holds"),
    [
        (Task("Sigma"), instance(), True),
        (Task("Sigma"), instance(covariance=(1, -1)), False),
        (ELLIPTICAL, instance(kappa=(1, 2)), True),
        (ELLIPTICAL, instance(kappa=(49, 100)), False),
        (INDEPENDENT, instance(fourth=(4, 9), covariance=(2, 3)), True),
        (INDEPENDENT, instance(fourth=(4, 8), covariance=(2, 3)), False),
        (Task(inputs=IndependentInputs("Q", "F")), instance(fourth=(1, 1)), True),
        (Task(inputs=IndependentInputs("Q", "F")), instance(fourth=(1, 0)), False),
    ],
)
def test_a_population_has_covariances_and_fourth_moments_of_a_law(task, at, holds):
    assert is_population(task, at) is holds
    assert first_population(task, [at]) == (at if holds else None)


def test_a_population_at_an_instance():
    found = population(Task("Sigma", query_covariance="Q"), instance(covariance=(2, 5)))
    assert found.input_covariance.tolist() == [[2, 0], [0, 5]]
    assert found.query_covariance.tolist() == [[3, 0], [0, 3]]
