"""Whether a symmetric matrix of rational numbers is positive definite, decided exactly."""

from enum import IntEnum

from flint import fmpq_mat

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
