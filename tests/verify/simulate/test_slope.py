"""The adjoint against finite differences of the same samples, and against the exact loss."""

import numpy as np
import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from proofs.core.task import LinearAttention, ReadOutAttention
from verify.simulate.arrays import as_array, as_floats
from verify.simulate.estimate import bonferroni
from verify.simulate.exact import Roots, exact_loss
from verify.simulate.forward import predict
from verify.simulate.sampling import Population, draw, generator
from verify.simulate.slope import gradients, largest_z, sampled_slope
from verify.simulate.weights import LinearWeights, ReadOutWeights, weights_from_blocks

sizes = st.integers(1, 3)
seeds = st.integers(0, 10**6)


def nudged(weights, which, place, step):
    arrays = [array.copy() for array in weights.arrays]
    arrays[which][place] += step
    return weights.with_arrays(arrays)


def places(weights):
    return [(which, place) for which, array in enumerate(weights.arrays) for place in np.ndindex(array.shape)]


def random_weights(model, d, rng):
    if isinstance(model, ReadOutAttention):
        return ReadOutWeights(rng.standard_normal(d + 1), rng.standard_normal((d + 1, d + 1)))
    P, Q = 0.4 * rng.standard_normal((2, model.layers, d + 1, d + 1))
    return LinearWeights(tuple(P), tuple(Q))


def squared_errors(model, weights, sample):
    return (predict(model, weights, sample.X, sample.y, sample.x_q) - sample.target) ** 2


@given(
    sizes,
    sizes,
    st.sampled_from([LinearAttention(1), LinearAttention(2), LinearAttention(3), ReadOutAttention()]),
    seeds,
)
def test_adjoint_is_the_derivative_sample_by_sample(d, n, model, seed):
    rng = np.random.default_rng(seed)
    weights, step = random_weights(model, d, rng), 1e-4
    sample = draw(Population(n, np.eye(d), np.eye(d), 0.3), 3, rng)
    found = gradients(model, weights, sample)
    values = {
        times: np.stack(
            [squared_errors(model, nudged(weights, *entry, times * step), sample) for entry in places(weights)], axis=1
        )
        for times in (-2, -1, 1, 2)
    }
    differences = (8 * (values[1] - values[-1]) - (values[2] - values[-2])) / (12 * step)
    scale = np.max(np.abs(found), axis=1, keepdims=True) + squared_errors(model, weights, sample)[:, None] + 1
    assert np.all(np.abs(found - differences) <= 1e-6 * scale)


@pytest.mark.parametrize("model", [LinearAttention(), ReadOutAttention()])
def test_slope_agrees_with_the_exact_loss(rationals, model):
    """With one layer the loss is quadratic in each single entry: a central difference is the derivative."""
    d, n, rng = 2, 2, np.random.default_rng(11)
    roots = Roots(rationals(rng, d, d) / 2, rationals(rng, d, d) / 2, fmpq(1, 2))
    square, other = (as_array(rationals(rng, d + 1, d + 1)) / 4 for _ in "PQ")
    weights = LinearWeights((square,), (other,)) if model == LinearAttention() else ReadOutWeights(square[0], other)
    expected = weights.with_arrays([np.zeros(array.shape) for array in weights.arrays])
    for which, place in places(weights):
        above, below = (exact_loss(model, nudged(weights, which, place, fmpq(sign)), roots, n) for sign in (1, -1))
        expected.arrays[which][place] = float(above - below) / 2
    floats = weights.with_arrays([as_floats(array) for array in weights.arrays])
    slope = sampled_slope(model, floats, roots.population(n), 100_000, generator("slope", 0))
    found = largest_z(slope, expected)
    assert found.z < bonferroni(found.comparisons)
    assert largest_z(slope).z > bonferroni(found.comparisons)


def one_step(d, A):
    return weights_from_blocks(LinearAttention(), d, {"b_y": 1.0, "A_x": A})


def test_the_optimum_has_no_slope_and_its_neighbour_has():
    d, n = 2, 3
    population = Population(n, np.eye(d), np.eye(d))
    best = -n / (n + d + 1) * np.eye(d)
    at_best, nearby = (
        largest_z(sampled_slope(LinearAttention(), one_step(d, A), population, 40_000, generator("optimum", 1)))
        for A in (best, 0.8 * best)
    )
    assert at_best.z < bonferroni(at_best.comparisons) < nearby.z


def test_entries_that_do_not_matter_are_not_compared():
    """One layer: only the last row of P and the first d columns of Q enter."""
    d = 2
    slope = sampled_slope(
        LinearAttention(),
        random_weights(LinearAttention(), d, np.random.default_rng(0)),
        Population(2, np.eye(d), np.eye(d)),
        100,
        generator("idle", 0),
    )
    assert largest_z(slope).comparisons == (d + 1) + d * (d + 1)
    expected = slope.mean.with_arrays([np.zeros_like(array) for array in slope.mean.arrays])
    expected.P[0][0, 0] = 1.0
    assert largest_z(slope, expected).z > 1e6


def test_a_deep_slope_with_heavy_tails_is_not_trusted():
    weights = random_weights(LinearAttention(3), 1, np.random.default_rng(0))
    white = Population(1, np.eye(1), np.eye(1))
    assert not largest_z(sampled_slope(LinearAttention(3), weights, white, 1000, generator("deep", 0))).trusted


def test_nothing_to_compare_is_said():
    zero = weights_from_blocks(LinearAttention(), 1, {})
    slope = sampled_slope(LinearAttention(), zero, Population(1, np.eye(1), np.eye(1)), 10, generator("zero", 0))
    assert largest_z(slope) == (0.0, 0, True)


def test_the_structure_is_that_of_the_weights():
    weights = random_weights(LinearAttention(2), 1, np.random.default_rng(0))
    slope = sampled_slope(LinearAttention(2), weights, Population(2, np.eye(1), np.eye(1)), 10, generator("shape", 0))
    assert [array.shape for array in slope.mean.arrays] == [array.shape for array in weights.arrays]
    assert slope.standard_error.P[1].shape == (2, 2)
