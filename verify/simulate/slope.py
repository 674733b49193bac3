"""The gradient of the population loss in all entries of the weights, sampled through the adjoint of the forward pass.

Layer: Z+ = Z + P A Q Z / n with A = Z M Z'. With Y = df/dZ+ and C = Y Z' of shape (d+1, d+1):
df/dP = C Q' A / n, df/dQ = A P' C / n, df/dA = P' C Q' / n, df/dZ = Y + (P A Q)' Y / n + (df/dA + (df/dA)') Z M.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from proofs.core.task import Model, ReluAttention
from verify.simulate.arrays import Array, FloatArray, transpose
from verify.simulate.estimate import HEAVY, ROUNDING, Running, batches, in_units
from verify.simulate.forward import is_attended, mask, one_over_n, predict, states, tokens
from verify.simulate.loss import floats_per_sample
from verify.simulate.sampling import Population, Sample, draw
from verify.simulate.weights import LinearWeights, ReadOutWeights, Weights, check


@dataclass(frozen=True, eq=False)
class Slope:
    """Mean and standard error of the gradient, with the structure of the weights, and `heaviest` as in Estimate."""

    mean: Weights
    standard_error: Weights
    heaviest: Weights
    samples: int


class LargestZ(NamedTuple):
    """The largest |z| of so many comparisons, with none there was nothing to compare; `trusted` as in Estimate."""

    z: float
    comparisons: int
    trusted: bool


def sampled_slope(
    model: Model, weights: Weights, population: Population, samples: int, rng: np.random.Generator
) -> Slope:
    """The gradient of E (prediction - w' x_q)^2 in every entry of P_l and Q_l, or of u and N."""
    check(model, weights, population.d)
    entries = sum(array.size for array in weights.arrays)
    running = Running()
    for count in batches(samples, floats_per_sample(model, population) + 2 * entries):
        running.add(gradients(model, weights, draw(population, count, rng)))
    estimate = running.estimate()
    mean, error, heaviest = (
        _unpacked(weights, part) for part in (estimate.mean, estimate.standard_error, estimate.heaviest)
    )
    return Slope(mean, error, heaviest, samples)


def largest_z(slope: Slope, expected: Weights | None = None) -> LargestZ:
    """The largest distance, in standard errors, of the mean gradient from `expected` (None: zero).

    Entries whose gradient vanishes in every sample, where `expected` vanishes too, are not compared.
    """
    mean, error = _packed(slope.mean), _packed(slope.standard_error)
    wanted = np.zeros_like(mean) if expected is None else _packed(expected)
    squares = mean**2 + slope.samples * error**2
    rounding = ROUNDING * np.sqrt(np.max(squares))
    compared = (np.sqrt(squares) > rounding) | (np.abs(wanted) > rounding)
    z = in_units(mean - wanted, np.hypot(error, rounding))[compared]
    heavy = np.any(_packed(slope.heaviest)[compared] > HEAVY)
    return LargestZ(float(np.max(np.abs(z), initial=0.0)), int(np.count_nonzero(compared)), not heavy)


def gradients(model: Model, weights: Weights, sample: Sample) -> FloatArray:
    """The gradient of each squared error, of shape (count, entries), the entries in the order of `weights.arrays`."""
    residual = predict(model, weights, sample.X, sample.y, sample.x_q) - sample.target
    arrays = _of_prediction(model, weights, sample)
    flat = np.concatenate([array.reshape(len(array), -1) for array in arrays], axis=1)
    result: FloatArray = 2 * residual[:, None] * flat
    return result


def _of_prediction(model: Model, weights: Weights, sample: Sample) -> list[Array]:
    if isinstance(weights, ReadOutWeights):
        return _read_out(weights, sample)
    return _relu(weights, sample) if isinstance(model, ReluAttention) else _layers(model, weights, sample)


def _relu(weights: LinearWeights, sample: Sample) -> list[Array]:
    """Of -p'Z M relu(Z'Q z_q) / n in P, whose last row is p, and in Q."""
    Z, (P,), (Q,) = tokens(sample.X, sample.y, sample.x_q), weights.P, weights.Q
    context, query, share = Z[..., :-1], Z[..., -1:], one_over_n(Z)
    scores = transpose(context) @ Q @ query
    slope_P = np.zeros((len(Z), *P.shape))
    slope_P[:, -1] = -(context @ np.maximum(scores, 0))[..., 0] * share
    values = (P[-1] @ context)[..., None] * (scores > 0)
    return [slope_P, -(context @ values) @ transpose(query) * share]


def _layers(model: Model, weights: LinearWeights, sample: Sample) -> list[Array]:
    attended = is_attended(model)
    history = states(weights, sample.X, sample.y, sample.x_q, attended=attended)
    M, share = mask(history[0], attended=attended), one_over_n(history[0])
    Y = np.zeros_like(history[0])
    Y[..., -1, -1] = -1.0
    slopes_P: list[Array] = []
    slopes_Q: list[Array] = []
    for P, Q, Z in zip(reversed(weights.P), reversed(weights.Q), reversed(history[:-1]), strict=True):
        A = Z @ M @ transpose(Z)
        C = Y @ transpose(Z) * share
        slopes_P.insert(0, C @ Q.T @ A)
        slopes_Q.insert(0, A @ P.T @ C)
        slope_A = P.T @ C @ Q.T
        Y = Y + transpose(P @ A @ Q) @ Y * share + (slope_A + transpose(slope_A)) @ Z @ M
    return slopes_P + slopes_Q


def _read_out(weights: ReadOutWeights, sample: Sample) -> list[Array]:
    Z = tokens(sample.X, sample.y, sample.x_q)
    G = Z[..., :-1] @ transpose(Z[..., :-1])
    query = Z[..., -1:]
    slope_u = G @ weights.N @ query
    return [slope_u[..., 0], G @ weights.u[:, None] @ transpose(query)]


def _packed(weights: Weights) -> FloatArray:
    return np.concatenate([array.ravel() for array in weights.arrays])


def _unpacked(weights: Weights, entries: FloatArray) -> Weights:
    ends = np.cumsum([array.size for array in weights.arrays])[:-1]
    pieces = np.split(entries, ends)
    return weights.with_arrays([piece.reshape(old.shape) for piece, old in zip(pieces, weights.arrays, strict=True)])
