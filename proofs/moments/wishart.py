"""Trace moments of a Wishart matrix of any order, from zonal polynomials.

S = X'X with X (n, d) of independent N(0, 1) entries. The power sum tr S^k expands in the Jack polynomials J_lambda of
parameter 2 (zonal polynomials), whose Wishart means are products over the boxes (i, j) of the diagram:

    E tr S^k = sum over partitions lambda of k of  2 k theta / norm * prod (d + c) (n + c),   c = 2 (j-1) - (i-1),

theta = prod of c over the boxes other than (1, 1), norm = prod (2 arm + leg + 1) (2 arm + leg + 2) (Stanley 1989,
Muirhead 1982, chapter 7). The box (3, 2) has c = 0, so only the partitions (a, b, 1, ..., 1) count: about k^2 / 4.
"""

from collections.abc import Iterator
from math import prod
from typing import TypeVar

from flint import fmpq, fmpq_mpoly

from proofs.algebra.polynomial import TracePolynomial

Number = TypeVar("Number", int, fmpq, fmpq_mpoly, TracePolynomial)
Partition = tuple[int, ...]


def trace_moment(order: int, n: Number, d: Number) -> Number | fmpq:
    """E tr S^order, for integers n and d or for polynomials in them. E tr S^0 = d."""
    if order == 0:
        return d
    means = (
        _weight(partition) * prod((d + content) * (n + content) for content in _contents(partition))
        for partition in _near_hooks(order)
    )
    return sum(means, start=fmpq(0))


def _near_hooks(order: int) -> Iterator[Partition]:
    """The partitions without the box (3, 2)."""
    for first in range(1, order + 1):
        for second in range(min(first, order - first) + 1):
            if second == 0 and first < order:
                continue
            ones = order - first - second
            yield (first, second, *[1] * ones) if second else (first,)


def _contents(partition: Partition) -> list[int]:
    return [2 * j - i for i, row in enumerate(partition) for j in range(row)]


def _weight(partition: Partition) -> fmpq:
    """2 k theta / norm."""
    columns = [sum(row > j for row in partition) for j in range(partition[0])]
    norm = 1
    for i, row in enumerate(partition):
        for j in range(row):
            hook = 2 * (row - j - 1) + columns[j] - i - 1
            norm *= (hook + 1) * (hook + 2)
    theta = prod(_contents(partition)[1:])
    return fmpq(2 * sum(partition) * theta, norm)
