"""Moves of softmax: below 1/2 at random, at 1/2 in the worst case, in all directions."""

import numpy as np
import pytest

from notebooks.pictures.softmax_moves import LENGTHS, cosines, ratios, softmax_moves, worst


@pytest.mark.parametrize("n", LENGTHS)
def test_ratios_stay_below_a_half(n: int) -> None:
    assert np.max(ratios(n, 200, 2.0)) < 0.5 + 1e-6
    assert worst(n) == pytest.approx(0.5, abs=1e-6)


def test_cosines_have_both_signs() -> None:
    found = cosines(3, 100)
    assert np.min(found) < -0.5
    assert np.max(found) > 0.5


def test_what_is_drawn() -> None:
    left, right = softmax_moves(50).axes
    assert len(left.lines) == 4
    assert len(right.patches) == 2
