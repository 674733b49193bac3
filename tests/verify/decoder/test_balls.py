"""Layers in balls against the same layers in float64."""

import numpy as np
import pytest
from flint import ctx

from verify.decoder.balls import balls, forward
from verify.decoder.layers import Layer
from verify.decoder.layers import forward as forward_in_floats


def layer(rng: np.random.Generator, width: int, units: int, normalised: bool) -> Layer:
    """Random weights."""
    return Layer(
        rng.standard_normal((width, width)),
        rng.standard_normal((width, width)),
        rng.standard_normal((units, width)),
        rng.standard_normal(units),
        rng.standard_normal((width, units)),
        rng.standard_normal(width),
        normalised=normalised,
    )


@pytest.mark.parametrize(("width", "count", "units"), [(3, 1, 2), (4, 3, 5), (5, 4, 0)])
@pytest.mark.parametrize("normalised", [False, True])
def test_they_agree(width, count, units, normalised):
    rng = np.random.default_rng(width)
    one, columns = layer(rng, width, units, normalised), rng.standard_normal((width, count))
    if not units:
        one = Layer(one.scores, one.values, one.first, one.bias, one.second, np.zeros(width))
    with ctx.workprec(100):
        found = np.array([float(entry) for entry in forward(balls(columns), one).entries()]).reshape(width, count)
    np.testing.assert_allclose(found, forward_in_floats(columns, one), rtol=1e-10, atol=1e-10)


def test_entries_are_exact():
    assert balls(np.array([[0.1]]))[0, 0].is_exact()
