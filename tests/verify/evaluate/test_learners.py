"""Learners as filters: best steps against the exact ones, distances against the closed forms of metrics.distances."""

import numpy as np
import pytest
from flint import fmpq, fmpq_mat

from notebooks.pictures.step_sizes import best_steps as exact_steps
from notebooks.pictures.step_sizes import eigenvalues
from proofs.algebra.evaluation import value
from verify.evaluate.learners import best_steps, distance, least_squares_filter, missed, ridge_filter, steps_filter

N, D, NOISE, SAMPLES = 12, 3, 0.5, 20_000
MU = eigenvalues(N, D, SAMPLES)


def closed(theorem, name: str, step: float) -> float:
    """The right side of a claim at Sigma = Psi = I, A = step I, divided by d."""
    claim = next(one for one in theorem("metrics.distances").claims if one.name == name)
    one = fmpq_mat(D, D, [int(i == j) for i in range(D) for j in range(D)])
    numbers = {"n": fmpq(N), "d": fmpq(D), "sigma2": fmpq(1, 2), "r": fmpq(1, N - D - 1)}
    found = value(claim.right, {"Sigma": one, "Psi": one, "A": one * fmpq(int(2 * step), 2)}, numbers)
    return float(found) / D


@pytest.mark.parametrize("layers", [1, 2, 3, 4])
def test_best_steps_without_noise(layers: int) -> None:
    np.testing.assert_allclose(best_steps(N, D, layers, 0.0), exact_steps(N, D, layers), rtol=1e-4)


def test_one_step_with_noise() -> None:
    """n / (n + d + 1 + sigma2)."""
    assert best_steps(N, D, 1, NOISE) == pytest.approx([N / (N + D + 1 + NOISE)], rel=1e-6)


@pytest.mark.parametrize("step", [0.0, 0.5, 1.0])
def test_step_and_least_squares(theorem, step: float) -> None:
    found = distance(steps_filter([step]), least_squares_filter(), MU, N, NOISE)
    assert abs(found.z(closed(theorem, "weights: step and least squares", step))) < 5


def test_ridge_is_the_limit_of_least_loss() -> None:
    """With depth the best network nears the posterior mean."""
    gaps = [
        float(distance(steps_filter(best_steps(N, D, layers, NOISE)), ridge_filter(N, NOISE), MU, N, NOISE).mean)
        for layers in (1, 2, 4)
    ]
    assert gaps[0] > 2 * gaps[1] > 4 * gaps[2]


def test_no_noise_makes_ridge_least_squares() -> None:
    assert float(distance(ridge_filter(N, 0.0), least_squares_filter(), MU, N, 0.0).mean) == 0


def test_missed() -> None:
    np.testing.assert_allclose(missed([2.0, 3.0]), [1, -5, 6])
    np.testing.assert_allclose(steps_filter([2.0, 3.0])(np.array([0.5])), [(1 - (1 - 1.0) * (1 - 1.5)) / 0.5])
