"""The local minima of three layers beside the best multiples of the identity."""

import numpy as np
import pytest

from notebooks.pictures.spurious import diagonals, listed, spurious
from notebooks.pictures.step_sizes import best_steps
from proofs import LinearAttention
from verify.simulate import Population, generator, sampled_loss, weights_from_blocks


@pytest.mark.parametrize("place", range(4))
def test_the_loss_of_the_drawn_layers_is_the_listed_value(place: int) -> None:
    """By the literal forward pass on sampled data sets."""
    point = listed()[place]
    sizes, layers = dict(point.sizes), diagonals(point)
    blocks = {}
    for number, layer in enumerate(layers):
        end = f"_{number}" if number else ""
        blocks |= {f"b_y{end}": 1.0, f"A_x{end}": -np.diag(layer)}
    model, population = LinearAttention(len(layers)), Population(sizes["n"], np.eye(2), np.eye(2))
    weights = weights_from_blocks(model, 2, blocks)
    estimate = sampled_loss(model, weights, population, 40_000, generator("spurious", 0))
    assert abs(estimate.z(float(point.value))) < 5


def test_what_is_drawn() -> None:
    points = listed()[:2]
    figure = spurious(points)
    for axes, point in zip(figure.axes, points, strict=True):
        _, squares, *marks = axes.lines
        assert np.allclose(squares.get_xdata(), best_steps(dict(point.sizes)["n"], 2, 3))
        assert np.allclose(squares.get_xdata(), squares.get_ydata())
        assert np.allclose([mark.get_xydata()[0] for mark in marks], diagonals(point))
        assert point.value[:5] in axes.get_title()
