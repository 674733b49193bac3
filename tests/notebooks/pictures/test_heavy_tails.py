"""The exact and the sampled loss of GD++ layers."""

import numpy as np
import pytest
from flint import fmpq

from notebooks.pictures.heavy_tails import MOVES, STEPS, exact_loss, heavy_tails, residual, sampled_losses
from notebooks.pictures.step_sizes import eigenvalues
from proofs import LinearAttention
from verify.simulate import Roots, weights_from_blocks
from verify.simulate import exact_loss as literal_loss
from verify.sweep.covariance import identity


@pytest.mark.parametrize("mu", [fmpq(0), fmpq(3, 10), fmpq(17, 10), fmpq(41, 10)], ids=str)
def test_the_residual_by_the_recursion_of_the_spectrum(mu: fmpq) -> None:
    value, here = fmpq(1), mu
    for a, b in zip(STEPS, MOVES, strict=True):
        value, here = value * (1 + a * here), here * (1 + a * b * here) ** 2
    assert residual(STEPS, MOVES)(mu) == value


def test_the_last_move_does_not_enter() -> None:
    assert residual(STEPS, (*MOVES[:-1], fmpq(7))) == residual(STEPS, MOVES)


def test_the_exact_loss_of_the_published_weights() -> None:
    assert float(exact_loss(residual(STEPS, MOVES), 20, 5)) == pytest.approx(0.05132663717910, rel=1e-12)
    assert float(exact_loss(residual(STEPS, MOVES), 10, 5)) == pytest.approx(6.7e6, rel=0.01)


def test_the_exact_loss_is_that_of_the_forward_pass() -> None:
    steps, moves = (fmpq(-1, 2), fmpq(-1, 3)), (fmpq(1, 4), fmpq(0))
    blocks = {"P_xx": identity(1) * moves[0], "b_y": fmpq(1), "A_x": identity(1) * steps[0]}
    blocks |= {"b_y_1": fmpq(1), "A_x_1": identity(1) * steps[1]}
    weights = weights_from_blocks(LinearAttention(2), 1, blocks)
    roots = Roots(identity(1), identity(1), fmpq(0))
    assert exact_loss(residual(steps, moves), 2, 1) == literal_loss(LinearAttention(2), weights, roots, 2)


def test_the_sample_misses_the_mean() -> None:
    """Within its own standard errors it settles at about 7e-4, at a seventieth of the exact loss."""
    losses = sampled_losses(residual(STEPS, MOVES), eigenvalues(20, 5, 50_000))
    error = losses.std() / np.sqrt(len(losses))
    assert 6e-4 < losses.mean() < 8e-4
    assert losses.mean() + 100 * error < 0.0513


def test_what_is_drawn() -> None:
    figure = heavy_tails(samples=3000, runs=2)
    mean, square, _ = figure.axes
    losses = sampled_losses(residual(STEPS, MOVES), eigenvalues(20, 5, 3000, 1))
    assert mean.lines[1].get_ydata()[-1] == pytest.approx(losses.mean())
    assert np.allclose(mean.lines[-1].get_ydata(), 0.05132663717910)
    at, value = square.lines[0].get_xydata()[200]
    assert value == pytest.approx(float(sampled_losses(residual(STEPS, MOVES), np.array([[at]]))[0]))
