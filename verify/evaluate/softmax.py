"""Softmax regression in float64, safe against overflow: f, loss, gradient and Hessian."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from proofs.core.errors import InputError, ShapeError

Floats = NDArray[np.float64]


class Derivatives(NamedTuple):
    """f (n,), the loss |f - b|^2 / 2, its gradient (d,) and its Hessian (d, d) by x."""

    f: Floats
    loss: float
    gradient: Floats
    hessian: Floats


def softmax(scores: Floats) -> Floats:
    """exp(u) / sum exp(u) along the last axis, finite for all finite scores. Raises InputError for others."""
    if not np.all(np.isfinite(scores)):
        raise InputError("scores must be finite: A x overflows or holds nan; scale A or x down")
    powers = np.exp(scores - np.max(scores, axis=-1, keepdims=True))
    found: Floats = powers / np.sum(powers, axis=-1, keepdims=True)
    return found


def jacobian(f: Floats) -> Floats:
    """diag(f) - f f', of shape (n, n)."""
    return np.diag(f) - np.outer(f, f)


def derivatives(A: Floats, x: Floats, b: Floats) -> Derivatives:
    """All four for A (n, d), x (d,) and b (n,).

    Raises ShapeError where the shapes do not fit, InputError where an entry is not finite or the scores overflow.
    """
    if A.ndim != 2 or x.shape != A.shape[1:] or b.shape != A.shape[:1]:
        raise ShapeError(f"A (n, d), x (d,) and b (n,) do not fit: {A.shape}, {x.shape}, {b.shape}")
    for name, array in (("A", A), ("x", x), ("b", b)):
        if not np.all(np.isfinite(array)):
            raise InputError(f"{name} must be finite")
    with np.errstate(over="ignore", invalid="ignore"):
        f = softmax(A @ x)
    J, c = jacobian(f), f - b
    mean, cf = float(c @ f), c * f
    mixed = np.outer(cf, f) + np.outer(f, cf)
    middle = J @ J + np.diag(cf) - mixed - mean * np.diag(f) + 2 * mean * np.outer(f, f)
    return Derivatives(f, float(c @ c) / 2, A.T @ (J @ c), A.T @ middle @ A)
