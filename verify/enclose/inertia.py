"""Signs of the eigenvalues of symmetric matrices of balls: what is said holds for every matrix in the balls."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from flint import arb, arb_mat, fmpq
from numpy.typing import NDArray

Rows = Sequence[Sequence[arb]]
SCALE = 10**6


@dataclass(frozen=True)
class Inertia:
    """The numbers of negative and of positive eigenvalues; none of them is zero."""

    negative: int
    positive: int


def is_positive_definite(matrix: Rows) -> bool:
    """Whether all pivots of the elimination (LDL') are certainly positive. The matrix is symmetric."""
    rows = [list(row) for row in matrix]
    for k, pivot_row in enumerate(rows):
        if not pivot_row[k] > 0:
            return False
        for i in range(k + 1, len(rows)):
            factor = rows[i][k] / pivot_row[k]
            for j in range(k + 1, len(rows)):
                rows[i][j] -= factor * pivot_row[j]
    return True


def inertia(matrix: Rows) -> Inertia | None:
    """The inertia by Sylvester's law; None where it is not certain, as for a singular matrix.

    With Q nonsingular, Q'HQ has the inertia of H; Q from floats makes it nearly diagonal, and where no disc of
    Gershgorin meets zero the diagonal entries tell the signs.
    """
    turned = _exact(np.linalg.eigh(_middle(matrix))[1])
    if arb_mat(turned.tolist()).det().contains(0):
        return None
    found = (turned.transpose() * arb_mat([list(row) for row in matrix]) * turned).tolist()
    signs = []
    for i, row in enumerate(found):
        radius = sum((abs(entry) for j, entry in enumerate(row) if j != i), start=arb(0))
        if not abs(row[i]) > radius:
            return None
        signs.append(bool(row[i] > 0))
    return Inertia(signs.count(False), signs.count(True))


def negative_direction(matrix: Rows) -> tuple[fmpq, ...] | None:
    """A rational v with v'Hv certainly negative; None where the least eigenvalue is not seen to be negative."""
    least = np.linalg.eigh(_middle(matrix))[1][:, 0]
    direction = [fmpq(round(float(entry) * SCALE), SCALE) for entry in least]
    total = sum(
        (
            entry * a * b
            for row, a in zip(matrix, direction, strict=True)
            for entry, b in zip(row, direction, strict=True)
        ),
        start=arb(0),
    )
    return tuple(direction) if total < 0 else None


def is_invertible(matrix: Rows) -> bool:
    """Whether every matrix in the balls is invertible; the empty matrix is."""
    return not matrix or not arb_mat([list(row) for row in matrix]).det().contains(0)


def _middle(matrix: Rows) -> NDArray[np.float64]:
    return np.array([[float(entry.mid()) for entry in row] for row in matrix], np.float64)


def _exact(array: NDArray[np.float64]) -> arb_mat:
    return arb_mat([[arb(float(entry)) for entry in row] for row in array])
