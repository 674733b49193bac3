"""Errors of single layers in float64: rates before rounding sets in, and where it does."""

import numpy as np
import pytest

from verify.decoder.measured import LADDERS, least_error, measured


@pytest.mark.parametrize(("operator", "power"), [("mul", 2), ("div", -2)])
def test_errors_fall_with_the_square_of_the_scale(operator, power):
    found = measured(operator)
    middle = [one for one in found if 1e-6 < abs(one.error) < 1e-3]
    slope = np.polyfit([np.log(one.scale) for one in middle], [np.log(abs(one.error)) for one in middle], 1)[0]
    assert slope == pytest.approx(power, abs=0.02)


BEST = [("mul", 5e-7, 1e-4), ("div", 1e6, 1e9), ("aff", 6, 9), ("mov", 30, 40)]


@pytest.mark.parametrize(("operator", "low", "high"), BEST)
def test_the_best_scale(operator, low, high):
    """Rounding is 1e-16 / s for products, against an error of s^2; for the others it is 1e-16."""
    least, best = least_error(operator)
    assert low <= best <= high
    assert 0 <= least < (1e-9 if operator == "mul" else 1e-12)


def test_all_scales_are_measured():
    assert {operator: len(measured(operator)) for operator in LADDERS} == {
        name: len(at) for name, at in LADDERS.items()
    }
