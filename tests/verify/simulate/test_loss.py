"""Sampled losses against exact ones."""

import numpy as np
import pytest
from flint import fmpq

from proofs.core.task import LinearAttention, ReadOutAttention
from verify.simulate import estimate
from verify.simulate.arrays import as_array, as_floats
from verify.simulate.exact import Roots, exact_loss
from verify.simulate.loss import sampled_loss
from verify.simulate.sampling import generator
from verify.simulate.weights import LinearWeights, ReadOutWeights

LIMIT = 5
SAMPLES = 100_000


def instance(rationals, model, d, seed, shrink):
    """Small random weights, all of them nonzero, and random roots of the covariances."""
    rng = np.random.default_rng(seed)
    roots = Roots(rationals(rng, d, d), rationals(rng, d, d), fmpq(1, 2))
    if isinstance(model, ReadOutAttention):
        u, N = as_array(rationals(rng, d + 1, 1))[:, 0], as_array(rationals(rng, d + 1, d + 1))
        return ReadOutWeights(u / shrink, N / 4), roots
    P, Q = (tuple(as_array(rationals(rng, d + 1, d + 1)) / shrink for _ in range(model.layers)) for _ in "PQ")
    return LinearWeights(P, Q), roots


@pytest.mark.parametrize(
    ("model", "d", "n"),
    [
        (LinearAttention(), 1, 3),
        (LinearAttention(), 2, 2),
        (LinearAttention(2), 1, 2),
        (ReadOutAttention(), 1, 3),
        (ReadOutAttention(), 2, 2),
    ],
)
def test_the_sample_agrees_with_the_exact_loss(rationals, model, d, n):
    weights, roots = instance(rationals, model, d, seed=4, shrink=10)
    floats = weights.with_arrays([as_floats(array) for array in weights.arrays])
    sampled = sampled_loss(model, floats, roots.population(n), SAMPLES, generator("agreement", 0))
    exact = float(exact_loss(model, weights, roots, n))
    assert abs(sampled.z(exact)) < LIMIT
    assert sampled.trusted
    assert abs(sampled.z(1.5 * exact)) > LIMIT


def test_a_deep_loss_with_heavy_tails_is_not_trusted(rationals):
    """The mean sits in rare large values: samples were seen 9 of their standard errors away from the exact loss."""
    weights, roots = instance(rationals, LinearAttention(2), 1, seed=3, shrink=4)
    floats = weights.with_arrays([as_floats(array) for array in weights.arrays])
    sampled = sampled_loss(LinearAttention(2), floats, roots.population(2), SAMPLES, generator("agreement", 0))
    assert not sampled.trusted


def test_equal_seeds_give_equal_losses_in_bounded_memory(rationals, monkeypatch):
    weights, roots = instance(rationals, LinearAttention(), 2, seed=0, shrink=4)
    floats = weights.with_arrays([as_floats(array) for array in weights.arrays])

    def once(seed):
        return sampled_loss(LinearAttention(), floats, roots.population(2), 300, generator("seeds", seed)).mean

    assert once(1) == once(1) != once(2)
    monkeypatch.setattr(estimate, "FLOATS_AT_ONCE", 5000)
    assert once(1) == once(1)
