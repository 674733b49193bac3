"""Rational covariances of several kinds, each with a rational root R, so that Sigma = R'R exactly."""

from enum import Enum
from math import isqrt
from random import Random

from flint import fmpq, fmpq_mat


class Style(Enum):
    """What is special about a covariance."""

    GENERIC = "generic"
    STRETCHED = "condition 1e4"
    ILL_CONDITIONED = "condition 1e12"
    NEARLY_SINGULAR = "nearly singular"
    REPEATED = "repeated eigenvalues"
    IDENTITY = "identity"
    SINGULAR = "rank at most 1"


def rational(rng: Random, size: int = 4) -> fmpq:
    """A rational of small height, never 0."""
    return fmpq(rng.choice([-1, 1]) * rng.randint(1, size), rng.randint(1, 3))


def matrix(rng: Random, rows: int, columns: int) -> fmpq_mat:
    """A matrix of small rationals."""
    return fmpq_mat(rows, columns, [rational(rng) for _ in range(rows * columns)])


def diagonal_part(square: fmpq_mat) -> fmpq_mat:
    """The matrix with everything off the diagonal replaced by 0."""
    return diagonal([square[i, i] for i in range(square.nrows())])


def diagonal(entries: list[fmpq]) -> fmpq_mat:
    """A diagonal matrix."""
    size = len(entries)
    return fmpq_mat(size, size, [entries[i] if i == j else 0 for i in range(size) for j in range(size)])


def identity(size: int) -> fmpq_mat:
    """The identity matrix."""
    return diagonal([fmpq(1)] * size)


def orthogonal(rng: Random, size: int) -> fmpq_mat:
    """A rational orthogonal matrix, (I - K) (I + K)^-1 for a skew K (Cayley)."""
    upper = {(i, j): rational(rng) for i in range(size) for j in range(i)}
    skew = fmpq_mat(
        size, size, [upper.get((i, j), -upper.get((j, i), fmpq(0))) for i in range(size) for j in range(size)]
    )
    return (identity(size) - skew) * (identity(size) + skew).inv()


def root(style: Style, size: int, rng: Random) -> fmpq_mat:
    """R with R'R a covariance of the given style."""
    if style is Style.IDENTITY:
        return identity(size)
    if style is Style.GENERIC:
        return _upper(size, rng)
    turn = orthogonal(rng, size)
    if style is Style.REPEATED:
        return diagonal([fmpq(2) if i else fmpq(1, 2) for i in range(size)]) * turn
    if style is Style.SINGULAR:
        return diagonal([fmpq(int(i == 0), 2) for i in range(size)]) * turn
    small = {Style.STRETCHED: 10**2, Style.ILL_CONDITIONED: 10**6, Style.NEARLY_SINGULAR: 10**9}[style]
    return diagonal([fmpq(1, small) if i == size - 1 and size > 1 else fmpq(1) for i in range(size)]) * turn


def diagonal_root(matrix: fmpq_mat) -> fmpq_mat | None:
    """The diagonal R with R'R the matrix; None where the matrix is not diagonal with squares of rationals."""
    size = range(matrix.nrows())
    entries = [matrix[i, i] for i in size]
    squares = all(entry >= 0 and isqrt(int(part)) ** 2 == part for entry in entries for part in (entry.p, entry.q))
    if not squares or matrix != diagonal(entries):
        return None
    return diagonal([fmpq(isqrt(int(entry.p)), isqrt(int(entry.q))) for entry in entries])


def _upper(size: int, rng: Random) -> fmpq_mat:
    entries = [
        fmpq(rng.randint(2, 5), rng.randint(2, 4)) if i == j else rational(rng, 2) / 2 if i < j else fmpq(0)
        for i in range(size)
        for j in range(size)
    ]
    return fmpq_mat(size, size, entries)
