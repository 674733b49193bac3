"""From floats to rationals: kernels by reduced echelon form, Gram matrices by exact projection."""

from collections.abc import Callable, Mapping
from fractions import Fraction

import numpy as np
from flint import fmpq, fmpq_mat

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Exponents = tuple[int, ...]
Basis = list[list[fmpq]]
KERNEL_DENOMINATOR = 200
GRAM_DENOMINATOR = 10**4


def rational_basis(kernel: Floats) -> Basis:
    """Rational columns that span the orthogonal complement of a kernel given in floats, as a list of rows.

    The kernel is brought to reduced echelon form, whose entries are rounded.
    """
    size, count = kernel.shape
    if not count:
        return [[fmpq(int(i == j)) for j in range(size)] for i in range(size)]
    reduced, pivots = _echelon(kernel.T.copy())
    exact = [[_rounded(entry, KERNEL_DENOMINATOR) for entry in row] for row in reduced]
    free = [place for place in range(size) if place not in pivots]
    columns = []
    for place in free:
        column = [fmpq(0)] * size
        column[place] = fmpq(1)
        for row, pivot in zip(exact, pivots, strict=True):
            column[pivot] = -row[place]
        columns.append(column)
    return [list(row) for row in zip(*columns, strict=True)]


def _echelon(rows: Floats) -> tuple[Floats, list[int]]:
    pivots: list[int] = []
    for k in range(len(rows)):
        rest = np.abs(rows[k:])
        row, column = np.unravel_index(int(np.argmax(rest)), rest.shape)
        rows[[k, k + int(row)]] = rows[[k + int(row), k]]
        rows[k] /= rows[k, column]
        for i in range(len(rows)):
            if i != k:
                rows[i] -= rows[i, column] * rows[k]
        pivots.append(int(column))
    return rows, pivots


def rounded_gram(
    inner: Floats,
    basis: Basis,
    equations: Mapping[Exponents, list[tuple[int, int]]],
    right_side: Callable[[Exponents], fmpq],
) -> tuple[tuple[fmpq, ...], ...] | None:
    """G = B H B' with H rounded and then projected onto the equations exactly; None where they have no solution."""
    size = inner.shape[0]
    places = [(i, j) for i in range(size) for j in range(i, size)]
    start = fmpq_mat(len(places), 1, [_rounded(inner[i, j], GRAM_DENOMINATOR) for i, j in places])
    system, right = _system(basis, places, equations, right_side)
    missing = right - system * start
    correction = _least_norm(system, missing)
    if correction is None:
        return None
    solved = start + correction
    exact = fmpq_mat(size, size)
    for place, (i, j) in enumerate(places):
        exact[i, j] = exact[j, i] = solved[place, 0]
    B = fmpq_mat(len(basis), size, [entry for row in basis for entry in row])
    return tuple(tuple(row) for row in (B * exact * B.transpose()).tolist())


def _system(
    basis: Basis,
    places: list[tuple[int, int]],
    equations: Mapping[Exponents, list[tuple[int, int]]],
    right_side: Callable[[Exponents], fmpq],
) -> tuple[fmpq_mat, fmpq_mat]:
    system = fmpq_mat(len(equations), len(places))
    right = fmpq_mat(len(equations), 1)
    for row, (key, entries) in enumerate(equations.items()):
        right[row, 0] = right_side(key)
        for column, (k, m) in enumerate(places):
            total = fmpq(0)
            for i, j in entries:
                total += basis[i][k] * basis[j][m] + (basis[i][m] * basis[j][k] if k != m else 0)
            system[row, column] = total
    return system, right


def _least_norm(system: fmpq_mat, missing: fmpq_mat) -> fmpq_mat | None:
    """A solution of system x = missing of least norm, over a maximal independent set of rows."""
    rows = _independent_rows(system)
    count, width = len(rows), system.ncols()
    reduced = fmpq_mat(count, width, [system[i, j] for i in rows for j in range(width)])
    right = fmpq_mat(count, 1, [missing[i, 0] for i in rows])
    solution = reduced.transpose() * (reduced * reduced.transpose()).solve(right)
    return solution if system * solution == missing else None


def _independent_rows(system: fmpq_mat) -> list[int]:
    echelon, rank = system.transpose().rref()
    rows = []
    for k in range(rank):
        rows.append(next(j for j in range(echelon.ncols()) if echelon[k, j] != 0))
    return rows


def _rounded(number: float, denominator: int) -> fmpq:
    return fmpq(*Fraction(float(number)).limit_denominator(denominator).as_integer_ratio())
