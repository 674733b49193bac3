"""A loss by sampling beside the derived one: they agree, and ten times the error takes a hundred runs."""

import numpy as np
import pytest

from benchmarks.sampling import sampling
from verify.simulate import Estimate


def test_a_sampled_loss_agrees_with_the_derived_one():
    rival = sampling(2)
    theirs, (value, gradient) = rival.other(), rival.ours()
    assert rival.agrees(theirs, (value, gradient))
    assert not rival.agrees(theirs, (1.1 * value, gradient))


def test_ten_times_the_error_takes_a_hundred_runs():
    mean, error, zero = np.array(2.0), np.array(0.02), np.array(0.0)
    assert sampling(2).runs(Estimate(mean, error, 1000, zero, zero)) == pytest.approx(100)
