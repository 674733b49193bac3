"""The float descent: its gradient against differences, its ends against known minima."""

from random import Random

import numpy as np
import pytest
from flint import fmpq

from verify.evaluate.descent import Landscape
from verify.evaluate.entries import EntryPolynomial

BOWL = EntryPolynomial(("x", "y"), {(2, 0): fmpq(1), (0, 4): fmpq(1), (1, 0): fmpq(-1), (0, 2): fmpq(-2)})


def test_the_gradient_is_that_of_the_value() -> None:
    landscape, step = Landscape(BOWL), 1e-6
    for point in (np.array([0.3, -0.7]), np.array([0.0, 0.0])):
        _, slope = landscape.slope(point)
        for place in range(2):
            away = step * np.eye(2)[place]
            difference = landscape.slope(point + away)[0] - landscape.slope(point - away)[0]
            assert slope[place] == pytest.approx(difference / (2 * step), abs=1e-8)


def test_descents_end_at_a_minimum() -> None:
    landscape, rng = Landscape(BOWL), Random(0)
    for _ in range(5):
        value, point = landscape.descended(landscape.start(rng))
        assert value == pytest.approx(-1.25)
        np.testing.assert_allclose(np.abs(point), [0.5, 1], atol=1e-4)
