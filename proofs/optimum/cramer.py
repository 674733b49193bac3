"""The least point of a quadratic form over polynomials q with q(0) = 1, by Cramer's rule, over any commutative ring.

G c = f times the first unit vector with c_0 = 1: c_k is the k-th cofactor of the first row of G over the zeroth, and
the least value f is det G over that cofactor.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeVar


class Ring(Protocol):
    """What is added and multiplied."""

    def __add__(self, other: Self, /) -> Self: ...
    def __sub__(self, other: Self, /) -> Self: ...
    def __mul__(self, other: Self, /) -> Self: ...


Element = TypeVar("Element", bound=Ring)


@dataclass(frozen=True)
class LeastPoint(Generic[Element]):
    """Cofactors c_k and the determinant of G; the coefficients are cofactors / cofactors[0]."""

    cofactors: tuple[Element, ...]
    determinant: Element


def least_point(form: Sequence[Sequence[Element]]) -> LeastPoint[Element]:
    """Cofactors of the first row and the determinant of a symmetric matrix, at least (2, 2)."""
    columns = range(len(form))
    minors = [determinant([[row[j] for j in columns if j != k] for row in form[1:]]) for k in columns]
    zero = minors[0] - minors[0]
    cofactors = tuple(zero - minor if k % 2 else minor for k, minor in enumerate(minors))
    return LeastPoint(cofactors, _paired(form[0], cofactors))


def determinant(matrix: Sequence[Sequence[Element]]) -> Element:
    """By expansion along the first row; meant for a few rows."""
    if len(matrix) == 1:
        return matrix[0][0]
    rest = [determinant([row[:j] + row[j + 1 :] for row in map(list, matrix[1:])]) for j in range(len(matrix))]
    zero = rest[0] - rest[0]
    return _paired(matrix[0], [zero - minor if j % 2 else minor for j, minor in enumerate(rest)])


def _paired(row: Sequence[Element], cofactors: Sequence[Element]) -> Element:
    total, *others = (entry * cofactor for entry, cofactor in zip(row, cofactors, strict=True))
    for other in others:
        total = total + other
    return total
