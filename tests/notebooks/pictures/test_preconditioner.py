"""The eigenvalues of A* against those of Sigma."""

import numpy as np
import pytest
from flint import fmpq
from scipy.optimize import minimize_scalar

from notebooks.pictures.preconditioner import best_step, optimal, preconditioner

EIGENVALUES = (fmpq(1, 4), fmpq(1), fmpq(3))
LAMBDA = np.array([0.25, 1, 3])


@pytest.mark.parametrize("n", [1, 5, 40])
def test_the_optimum_of_ahn_et_al(n: int) -> None:
    expected = 1 / ((n + 1) / n * LAMBDA + LAMBDA.sum() / n)
    assert np.allclose([float(value) for value in optimal(EIGENVALUES, n)], expected, rtol=1e-14)


@pytest.mark.parametrize("n", [1, 5, 40])
def test_the_best_single_step(n: int) -> None:
    """f(a I) from the second Wishart moment, written out in the eigenvalues."""

    def loss(a: float) -> float:
        second = (n + 1) / n * LAMBDA**2 + LAMBDA.sum() / n * LAMBDA
        return float(np.sum(LAMBDA - 2 * a * LAMBDA**2 + a**2 * LAMBDA * second))

    assert float(best_step(EIGENVALUES, n)) == pytest.approx(minimize_scalar(loss).x, rel=1e-6)


def test_what_is_drawn() -> None:
    (axes,) = preconditioner((2, 8), EIGENVALUES).axes
    curves = {line.get_label(): line.get_xydata() for line in axes.lines}
    newton = next(data for label, data in curves.items() if "Sigma" in label)
    assert np.allclose(newton, np.stack([LAMBDA, 1 / LAMBDA], axis=1))
    drawn = next(data for label, data in curves.items() if label.endswith("$n = 8$"))
    assert np.allclose(drawn[:, 1], [float(value) for value in optimal(EIGENVALUES, 8)])
    assert np.all(drawn[:, 1] < newton[:, 1])
