"""Distances between learners: sizes at which they are finite, and at least one point."""

import pytest
from flint import fmpq

from proofs.core.distances import RidgeDistances, RidgePoint
from proofs.core.errors import InputError

POINT = RidgePoint(5, 3, fmpq(1, 2), "1", "1", "1")


@pytest.mark.parametrize(("n", "d", "noise"), [(3, 2, fmpq(1)), (5, 0, fmpq(1)), (5, 2, fmpq(0)), (5, 2, fmpq(-1))])
def test_sizes_without_finite_distances(n, d, noise):
    with pytest.raises(InputError, match=r"need d >= 1, n >= d \+ 2 and noise > 0"):
        RidgePoint(n, d, noise, "1", "1", "1")


def test_no_points():
    assert RidgeDistances(name="c", points=(POINT,)).points == (POINT,)
    with pytest.raises(InputError, match="claim 'c': list at least one point"):
        RidgeDistances(name="c", points=())
