"""The forward pass of the models, literally as they are defined: tokens, mask, attention, prediction.

Arrays of floats serve the sampled road, arrays of rationals and polynomials (dtype object) the exact one.
"""

import numpy as np
from flint import fmpq

from proofs.core.errors import ShapeError
from proofs.core.task import LinearAttention, Model, ReluAttention
from verify.simulate.arrays import Array, transpose
from verify.simulate.weights import LinearWeights, ReadOutWeights, Weights, check


def predict(model: Model, weights: Weights, X: Array, y: Array, x_q: Array) -> Array:
    """The prediction at the query, of shape (...), for X (..., n, d), y (..., n) and x_q (..., d).

    LinearAttention: -[Z_L]_{d+1,n+1}, Z_{l+1} = Z_l + P_l Z_l M (Z_l' Q_l Z_l) / n. ReadOutAttention: u' G N z_q with
    G = sum_i z_i z_i', without the factor 1/n. ReluAttention: -[Z + P Z M relu(Z'QZ) / n]_{d+1,n+1}. Only with
    `attended` is the query attended to.
    """
    check(model, weights, X.shape[-1])
    if isinstance(weights, ReadOutWeights):
        return _read_out(weights, tokens(X, y, x_q))
    if isinstance(model, ReluAttention):
        return -_relu(weights, tokens(X, y, x_q))[..., -1, -1]
    return -states(weights, X, y, x_q, attended=is_attended(model))[-1][..., -1, -1]


def tokens(X: Array, y: Array, x_q: Array) -> Array:
    """Z_0 = [z_1 ... z_n z_q] of shape (..., d+1, n+1), z_i = (x_i, y_i), z_q = (x_q, 0)."""
    if y.shape != X.shape[:-1] or x_q.shape != (*X.shape[:-2], X.shape[-1]):
        raise ShapeError(f"X (..., n, d), y (..., n) and x_q (..., d) do not fit: {X.shape}, {y.shape}, {x_q.shape}")
    context = np.concatenate([X, y[..., None]], axis=-1)
    query = np.concatenate([x_q, np.zeros((*x_q.shape[:-1], 1), dtype=X.dtype)], axis=-1)
    return transpose(np.concatenate([context, query[..., None, :]], axis=-2))


def is_attended(model: Model) -> bool:
    """Whether the query is attended to."""
    return isinstance(model, LinearAttention) and model.attended


def mask(Z: Array, *, attended: bool = False) -> Array:
    """M = diag(I_n, 0), or I_(n+1) where the query is attended to, for tokens of shape (..., d+1, n+1)."""
    return np.diag([1] * (Z.shape[-1] - 1) + [int(attended)]).astype(Z.dtype)


def states(weights: LinearWeights, X: Array, y: Array, x_q: Array, *, attended: bool = False) -> tuple[Array, ...]:
    """Z_0, ..., Z_L, each of shape (..., d+1, n+1)."""
    history = [tokens(X, y, x_q)]
    M, share = mask(history[0], attended=attended), one_over_n(history[0])
    for P, Q in zip(weights.P, weights.Q, strict=True):
        Z = history[-1]
        history.append(Z + P @ Z @ M @ (transpose(Z) @ Q @ Z) * share)
    return tuple(history)


def one_over_n(Z: Array) -> fmpq | float:
    """1/n for tokens of shape (..., d+1, n+1), exact where they are."""
    n = Z.shape[-1] - 1
    return fmpq(1, n) if Z.dtype == object else 1 / n


def _relu(weights: LinearWeights, Z: Array) -> Array:
    """Z + P Z M relu(Z'QZ) / n."""
    (P,), (Q,) = weights.P, weights.Q
    scores = transpose(Z) @ Q @ Z
    result: Array = Z + P @ Z @ mask(Z) @ np.where(scores > 0, scores, scores * 0) * one_over_n(Z)
    return result


def _read_out(weights: ReadOutWeights, Z: Array) -> Array:
    context, query = Z[..., :-1], Z[..., -1:]
    G = context @ transpose(context)
    prediction: Array = weights.u[None, :] @ G @ weights.N @ query
    return prediction[..., 0, 0]
