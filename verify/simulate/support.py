"""Laws on finitely many rational points that have given moments up to order four: means over them are exact."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import isqrt, prod

from flint import fmpq, fmpq_mat

Point = tuple[fmpq, ...]
Magnitudes = tuple[tuple[fmpq, fmpq], ...]
"""Pairs (a, weight) of a law of magnitudes a > 0; what is missing to weight 1 is at 0."""
FINEST = 40


@dataclass(frozen=True)
class Support:
    """The law of one row: points (d,) and their weights, which are positive and sum to 1."""

    points: tuple[Point, ...]
    weights: tuple[fmpq, ...]

    def moment(self, powers: Sequence[int]) -> fmpq:
        """E prod_i x_i^powers_i."""
        values = (prod((a**k for a, k in zip(point, powers, strict=True)), start=fmpq(1)) for point in self.points)
        return sum((weight * value for weight, value in zip(self.weights, values, strict=True)), fmpq(0))


def independent(second: Sequence[fmpq], fourth: Sequence[fmpq]) -> Support | None:
    """Independent symmetric coordinates with E x_i^2 = second_i and E x_i^4 = fourth_i.

    None where there is no law with rational points: fourth_i < second_i^2, or equal and second_i is no square.
    """
    lines = [_signed(found[0]) for pair in zip(second, fourth, strict=True) if (found := _magnitudes((pair,), (1,)))]
    if len(lines) < len(second):
        return None
    chosen = list(product(*lines))
    return Support(
        tuple(tuple(value for value, _ in point) for point in chosen),
        tuple(prod((weight for _, weight in point), start=fmpq(1)) for point in chosen),
    )


def elliptical(root: fmpq_mat, kappa: fmpq) -> Support | None:
    """x = R'z, R = `root` (k, d), E z z' = I and E z_a z_b z_c z_e = kappa (the sum over the three pairings).

    z lies on the axes, on the diagonals (+-b, ..., +-b) and at 0. None where there is no such law with rational
    points: kappa < k / (k + 2), or equal and the two radii are irrational.
    """
    k = root.nrows()
    share = fmpq(2, k + 2)
    found = _magnitudes(((share, 2 * kappa), (1 - share, kappa)) if k > 1 else ((fmpq(1), 3 * kappa),), (k, 1))
    if found is None:
        return None
    points = [
        (tuple(sign * a if i == j else fmpq(0) for j in range(k)), weight / 2)
        for a, weight in found[0]
        for i in range(k)
        for sign in (1, -1)
    ]
    for b, weight in found[1] if k > 1 else ():
        points += [(tuple(sign * b for sign in signs), weight / 2**k) for signs in product((1, -1), repeat=k)]
    rest = 1 - sum((weight for _, weight in points), fmpq(0))
    points += [((fmpq(0),) * k, rest)] if rest else []
    rows = [fmpq_mat(1, k, list(point)) * root for point, _ in points]
    return Support(tuple(tuple(row.entries()) for row in rows), tuple(weight for _, weight in points))


def _signed(magnitudes: Magnitudes) -> list[tuple[fmpq, fmpq]]:
    values = [(sign * a, weight / 2) for a, weight in magnitudes for sign in (1, -1)]
    rest = 1 - sum((weight for _, weight in magnitudes), fmpq(0))
    return values + ([(fmpq(0), rest)] if rest else [])


def _magnitudes(moments: Sequence[tuple[fmpq, fmpq]], times: Sequence[int]) -> tuple[Magnitudes, ...] | None:
    """For each (second, fourth) a law of magnitudes, of total weight at most 1 where each counts so many times.

    The least weight second^2 / fourth has the one magnitude sqrt(fourth / second); where that is irrational two
    rational ones on either side of it are taken, the closer the finer.
    """
    for fineness in range(FINEST):
        found = tuple(_bracketed(second, fourth, 2**fineness) for second, fourth in moments)
        weights = [times_ * sum(weight for _, weight in law) for times_, law in zip(times, found, strict=False)]
        if sum(weights, fmpq(0)) <= 1:
            return found
    return None


def _bracketed(second: fmpq, fourth: fmpq, fineness: int) -> Magnitudes:
    square = fourth / second
    numerator, denominator = int(square.p), int(square.q)
    low = fmpq(isqrt(numerator * denominator * fineness**2), denominator * fineness)
    if low**2 == square:
        return ((low, second / square),)
    high = low + fmpq(1, denominator * fineness)
    gap = high**2 - low**2
    return (low, second * (high**2 - square) / (low**2 * gap)), (high, second * (square - low**2) / (high**2 * gap))
