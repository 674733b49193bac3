"""Means and standard errors from batches."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofs.core.errors import InputError
from verify.simulate import estimate as module
from verify.simulate.estimate import Running, batches, bonferroni


@given(st.lists(st.integers(1, 6), min_size=2, max_size=6), st.integers(0, 10**6))
def test_batches_add_up_to_one_sample(counts, seed):
    values = 5.0 + np.random.default_rng(seed).standard_normal((sum(counts), 2, 3))
    running = Running()
    for batch in np.split(values, np.cumsum(counts)[:-1]):
        running.add(batch)
    estimate = running.estimate()
    np.testing.assert_allclose(estimate.mean, values.mean(axis=0))
    np.testing.assert_allclose(estimate.standard_error, values.std(axis=0, ddof=1) / np.sqrt(len(values)))
    assert estimate.samples == len(values)


def test_z_counts_standard_errors():
    running = Running()
    running.add(np.array([1.0, 3.0]))
    assert running.estimate().z(0.0) == pytest.approx(2.0)
    assert running.estimate().z(3.0) == pytest.approx(-1.0)


def test_constants_agree_up_to_rounding_only():
    running = Running()
    running.add(np.full(4, 0.1 + 0.2))
    assert abs(running.estimate().z(0.3)) < 1
    assert abs(running.estimate().z(0.3 + 1e-9)) > 100


def test_cancellation_is_judged_by_the_size_of_what_cancelled():
    running = Running()
    running.add(np.full(4, 1e-9), magnitude=1e6)
    assert abs(running.estimate().z(0.0)) < 1


def test_one_heavy_sample_shows():
    running = Running()
    running.add(np.append(np.zeros(999), 1e3))
    assert running.estimate().heaviest > 0.99
    assert not running.estimate().trusted
    light = Running()
    light.add(np.random.default_rng(0).standard_normal(1000))
    assert light.estimate().heaviest < 0.05
    assert light.estimate().trusted


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(module, "FLOATS_AT_ONCE", 100)
    assert list(batches(10, 30)) == [3, 3, 3, 1]
    assert list(batches(2, 1000)) == [1, 1]


def test_thresholds_grow_with_the_number_of_comparisons():
    assert bonferroni(1, 0.05) == pytest.approx(1.959964, abs=1e-6)
    assert bonferroni(1) < bonferroni(100) < 7


def test_one_sample_has_no_standard_error():
    running = Running()
    running.add(np.ones(1))
    with pytest.raises(InputError, match="at least 2 samples"):
        running.estimate()
