"""The operator H of shape (d, n) with H y the ridge (posterior mean) estimate, from its definition."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from flint import fmpq, fmpq_mat

from proofs.core.errors import InputError
from proofs.core.task import RidgeOperator
from verify.simulate.arrays import Array, FloatArray, transpose
from verify.simulate.sampling import root


def parameters(operator: RidgeOperator, known: Mapping[str, Array]) -> tuple[Array | None, Any]:
    """The prior Psi, None for the identity, and the noise, looked up by name; InputError for a name without a value."""
    for name in (operator.prior, operator.noise):
        if name and name not in known:
            raise InputError(f"{operator.letter} needs the value of {name}: give it among the fixed ones")
    return known[operator.prior] if operator.prior else None, known[operator.noise].item() if operator.noise else 0


def ridge_operator(X: FloatArray, prior: FloatArray, noise: float) -> FloatArray:
    """H = Psi X' (X Psi X' + noise I)^+ of shape (..., d, n), for X (..., n, d) and the prior Psi (d, d).

    With Psi = T' T and the singular values s of X T', s / (s^2 + noise) takes the place of s; at noise 0 this is the
    pseudo-inverse of X T'.
    """
    T = root(prior)
    left, values, right = np.linalg.svd(X @ T.T, full_matrices=False)
    cut = np.max(values, axis=-1, keepdims=True) * max(X.shape[-2:]) * np.finfo(float).eps
    kept = values > cut
    filtered = np.where(kept, values / np.where(kept, values**2 + noise, 1.0), 0.0)
    operator: FloatArray = T.T @ transpose(right) @ (filtered[..., None] * transpose(left))
    return operator


def exact_ridge_operator(X: fmpq_mat, prior: fmpq_mat, noise: fmpq) -> fmpq_mat:
    """The same over the rationals, for X (n, d)."""
    gram = X * prior * X.transpose()
    for index in range(X.nrows()):
        gram[index, index] += noise
    return prior * X.transpose() * _pseudo_inverse(gram)


def _pseudo_inverse(symmetric: fmpq_mat) -> fmpq_mat:
    """K^+ = K G K for any G with K^3 G K^3 = K^3, such as the inverse of a maximal minor, filled up with zeros."""
    cube = symmetric * symmetric * symmetric
    echelon, rank = cube.rref()
    pivots = [next(column for column in range(cube.ncols()) if echelon[row, column] != 0) for row in range(rank)]
    minor = fmpq_mat(rank, rank, [cube[i, j] for i in pivots for j in pivots]).inv()
    inverse = fmpq_mat(cube.nrows(), cube.ncols())
    for row, i in enumerate(pivots):
        for column, j in enumerate(pivots):
            inverse[i, j] = minor[row, column]
    return symmetric * inverse * symmetric
