"""Trace moments of a Wishart matrix of any order, from zonal polynomials.

S = X'X with X (n, d) of independent N(0, 1) entries. The power sum tr S^k expands in the Jack polynomials J_lambda of
parameter 2 (zonal polynomials), whose Wishart means are products over the boxes (i, j) of the diagram:

    E tr S^k = sum over partitions lambda of k of  2 k theta / norm * prod (d + c) (n + c),   c = 2 (j-1) - (i-1),

theta = prod of c over the boxes other than (1, 1), norm = prod (2 arm + leg + 1) (2 arm + leg + 2) (Stanley 1989,
Muirhead 1982, chapter 7). The box (3, 2) has c = 0, so only the partitions (k) and (a, b, 1, ..., 1) count. With r rows
of length 1 below the second, u = 2a + r and v = 2b + r,

    norm = (2a-1)! (2b-2)! r! (r+1)! u (u+1) v (v-1) / (u-v+1)   and   u (u+1) - v (v-1) = 2 k (u-v+1),

so (a, b, 1, ..., 1) adds first(a) second(b) column(r) (1 / (v (v-1)) - 1 / (u (u+1))) and (k) adds first(k), where
`first` holds the boxes of the first row, `column` those below (1, 1) and `second` the others. A diagram of more than
min(n, d) rows adds 0: column(r) vanishes for r + 2 > min(n, d).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from flint import fmpq, fmpq_mpoly

from proofs.algebra.polynomial import TracePolynomial

Number = TypeVar("Number", fmpq, fmpq_mpoly, TracePolynomial)


def trace_moment(order: int, n: Number, d: Number) -> Number:
    """E tr S^order, for numbers n and d or for polynomials in them. E tr S^0 = d."""
    return _moment(order, _boxes(order, n, d)) if order else d


def trace_moments(n: Number, d: Number, count: int) -> Iterator[Number]:
    """E tr S^k for k = 0 to count - 1, each computed when it is asked for."""
    boxes = _boxes(count - 1, n, d)
    for order in range(count):
        yield _moment(order, boxes) if order else d


@dataclass(frozen=True)
class _Boxes(Generic[Number]):
    """first(a), second(b) and column(r) as above, at the places a, b - 1 and r."""

    first: Sequence[Number]
    second: Sequence[Number]
    column: Sequence[Number]


def _boxes(order: int, n: Number, d: Number) -> _Boxes[Number]:
    """What the boxes contribute to diagrams of up to that many of them."""
    one = n * 0 + 1
    first, second, column = [one], [one], [(1 - d) * (n - 1)]
    for j in range(order):
        first.append(fmpq(1, 2 * j + 1) * ((d + 2 * j) * (n + 2 * j) * first[-1]))
    for j in range(1, order // 2):
        second.append(fmpq(1, 2 * j) * ((d + 2 * j - 1) * (n + 2 * j - 1) * second[-1]))
    for i in range(1, order - 1):
        column.append(fmpq(-1, i) * ((d - 1 - i) * (n - 1 - i) * column[-1]))
    return _Boxes(first, second, column)


def _moment(order: int, boxes: _Boxes[Number]) -> Number:
    """E tr S^order, order >= 1."""
    found = boxes.first[order]
    for r, below in enumerate(boxes.column[: order - 1]):
        if below == 0:
            break
        for b in range(1, (order - r) // 2 + 1):
            a = order - r - b
            found += _share(2 * a + r, 2 * b + r) * (boxes.first[a] * boxes.second[b - 1] * below)
    return found


def _share(u: int, v: int) -> fmpq:
    return fmpq(1, v * (v - 1)) - fmpq(1, u * (u + 1))
