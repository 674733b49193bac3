"""Laws of inputs for sampling: rows with mean 0 and second moment I, to be multiplied by a root of the covariance."""

from collections.abc import Callable

import numpy as np

from proofs.core.errors import InputError
from verify.simulate.arrays import FloatArray

Rows = Callable[[np.random.Generator, tuple[int, ...]], FloatArray]
"""Rows of the given shape (..., d), independent of each other."""


def normal(rng: np.random.Generator, shape: tuple[int, ...]) -> FloatArray:
    """N(0, I)."""
    return rng.standard_normal(shape)


def on_a_sphere(kappa: float) -> Rows:
    """Elliptical with E x x'Bx x' = kappa (B + B' + tr(B) I), all moments finite: uniform on a sphere, or 0.

    Raises InputError for kappa < d / (d + 2), which no law has.
    """

    def rows(rng: np.random.Generator, shape: tuple[int, ...]) -> FloatArray:
        d = shape[-1]
        square = kappa * (d + 2) / d
        if square < 1:
            raise InputError(f"no law in dimension {d} has kappa < {d}/{d + 2}, got {kappa}")
        directions = rng.standard_normal(shape)
        lengths = np.sqrt(d * square) * (rng.random((*shape[:-1], 1)) < 1 / square)
        found: FloatArray = lengths * directions / np.linalg.norm(directions, axis=-1, keepdims=True)
        return found

    return rows


def student(degrees: float) -> Rows:
    """Multivariate t, scaled to covariance I; kappa = (degrees - 2) / (degrees - 4).

    Raises InputError for degrees <= 4: the fourth moments do not exist.
    """
    if not degrees > 4:
        raise InputError(f"the fourth moments of a t law need more than 4 degrees of freedom, got {degrees}")

    def rows(rng: np.random.Generator, shape: tuple[int, ...]) -> FloatArray:
        scale = (degrees - 2) / rng.chisquare(degrees, (*shape[:-1], 1))
        found: FloatArray = np.sqrt(scale) * rng.standard_normal(shape)
        return found

    return rows


def three_points(kurtosis: FloatArray) -> Rows:
    """Independent coordinates 0 and +-sqrt(kurtosis_i), with E x_i^4 = kurtosis_i >= 1; 1 is a random sign."""

    def rows(rng: np.random.Generator, shape: tuple[int, ...]) -> FloatArray:
        signs = rng.choice([-1.0, 1.0], shape)
        found: FloatArray = np.sqrt(kurtosis) * signs * (rng.random(shape) < 1 / kurtosis)
        return found

    return rows


def uniform(rng: np.random.Generator, shape: tuple[int, ...]) -> FloatArray:
    """Independent coordinates, uniform on an interval; fourth moment 9/5."""
    return rng.uniform(-np.sqrt(3), np.sqrt(3), shape)


def laplace(rng: np.random.Generator, shape: tuple[int, ...]) -> FloatArray:
    """Independent coordinates of two-sided exponential law; fourth moment 6."""
    return rng.laplace(scale=np.sqrt(0.5), size=shape)
