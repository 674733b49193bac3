"""Whether a symmetric matrix of floats is positive definite, by its least eigenvalue up to rounding."""

import numpy as np
from numpy.typing import NDArray

from verify.evaluate.definiteness import Definiteness


def definiteness_float(matrix: NDArray[np.float64]) -> Definiteness:
    """The sign of the least eigenvalue; up to `rounding(matrix)` in size it counts as zero."""
    least, slack = float(np.linalg.eigvalsh(matrix)[0]), rounding(matrix)
    if least > slack:
        return Definiteness.DEFINITE
    return Definiteness.SEMIDEFINITE if least >= -slack else Definiteness.INDEFINITE


def rounding(matrix: NDArray[np.float64]) -> float:
    """d eps |M|: how far rounding may move an eigenvalue of a (d, d) matrix, |M| the largest eigenvalue by size."""
    return float(len(matrix) * np.finfo(np.float64).eps * np.abs(np.linalg.eigvalsh(matrix)).max())
