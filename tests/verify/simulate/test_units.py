"""Sampled labels of random functions: their moments, and the slope at the best step and at another."""

import numpy as np
import pytest

from proofs.core.task import ReadOutAttention
from verify.simulate.sampling import generator
from verify.simulate.units import Units, sampled_step


def relu(t):
    return np.maximum(t, 0.0)


NETWORK = Units(relu, 3, 4, 0.25, 2.0)
STEP = 1 / (2 * (3 + 2) + 8 - 1 + 4 * 0.5 / (4 * 2.0 * 0.25))


def test_labels_share_one_function_in_a_data_set():
    rng = generator("units", 0)
    X = np.repeat(rng.standard_normal((50, 1, 3)), 2, axis=1)
    labels = NETWORK.labels(rng, X)
    assert labels.shape == (50, 2)
    np.testing.assert_array_equal(labels[:, 0], labels[:, 1])


def test_single_functions_have_no_factor():
    labels = Units(relu, 3, 1, 1.0, None).labels(generator("single", 0), np.ones((200, 1, 3)))
    assert np.all(labels >= 0)


@pytest.mark.parametrize(("factor", "vanishes"), [(1.0, True), (2.0, False), (0.5, False)])
def test_the_slope_vanishes_at_the_best_step(factor, vanishes):
    found = sampled_step(ReadOutAttention(), NETWORK, factor * STEP, 8, 0.5, 100_000, generator("step", 0))
    assert abs(found.z(0.0)) < 5 if vanishes else abs(found.z(0.0)) > 10
