"""Whether a symmetric matrix is positive definite: decided exactly for rationals, up to rounding for floats."""

from enum import IntEnum

import numpy as np
from flint import fmpq_mat
from numpy.typing import NDArray

from proofs.core.certificate import is_definite, is_semidefinite


class Definiteness(IntEnum):
    """From a negative eigenvalue, over positive semidefinite and singular, to positive definite."""

    INDEFINITE = 0
    SEMIDEFINITE = 1
    DEFINITE = 2


def definiteness(matrix: fmpq_mat) -> Definiteness:
    """Exact, by elimination over the rationals."""
    if is_definite(matrix):
        return Definiteness.DEFINITE
    return Definiteness.SEMIDEFINITE if is_semidefinite(matrix) else Definiteness.INDEFINITE


def definiteness_float(matrix: NDArray[np.float64]) -> Definiteness:
    """The sign of the least eigenvalue; up to `rounding(matrix)` in size it counts as zero."""
    least, slack = float(np.linalg.eigvalsh(matrix)[0]), rounding(matrix)
    if least > slack:
        return Definiteness.DEFINITE
    return Definiteness.SEMIDEFINITE if least >= -slack else Definiteness.INDEFINITE


def rounding(matrix: NDArray[np.float64]) -> float:
    """d eps |M|: how far rounding may move an eigenvalue of a (d, d) matrix, |M| the largest eigenvalue by size."""
    return float(len(matrix) * np.finfo(np.float64).eps * np.abs(np.linalg.eigvalsh(matrix)).max())
