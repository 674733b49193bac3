"""Value, gradient and Hessian of a polynomial in entries, over balls or over rationals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from flint import arb, fmpq

from verify.evaluate.entries import EntryPolynomial

Number = TypeVar("Number", arb, fmpq)
Factor = tuple[int, int]


@dataclass(frozen=True)
class Derivatives:
    """A polynomial with its derivatives by the listed variables."""

    polynomial: EntryPolynomial

    def value(self, point: Sequence[Number]) -> Number:
        """The value at a point, the variables in their order."""
        total = point[0] * 0
        powers = self._powers(point)
        for factors, coefficient in self._terms:
            total += _product(coefficient, factors, powers)
        return total

    def gradient(self, point: Sequence[Number], places: Sequence[int]) -> list[Number]:
        """The partial derivatives by the variables at the given places."""
        rows = {place: row for row, place in enumerate(places)}
        found, powers = [point[0] * 0] * len(places), self._powers(point)
        for factors, coefficient in self._terms:
            for place, power in factors:
                if place in rows:
                    found[rows[place]] += _product(coefficient * power, _lowered(factors, place), powers)
        return found

    def hessian(self, point: Sequence[Number], places: Sequence[int]) -> list[list[Number]]:
        """The second derivatives by the variables at the given places."""
        rows = {place: row for row, place in enumerate(places)}
        zero, powers = point[0] * 0, self._powers(point)
        found = [[zero] * len(places) for _ in places]
        for factors, coefficient in self._terms:
            for first, power in factors:
                if first not in rows:
                    continue
                once = _lowered(factors, first)
                for second, next_power in once:
                    if second in rows and second <= first:
                        change = _product(coefficient * (power * next_power), _lowered(once, second), powers)
                        found[rows[first]][rows[second]] += change
        for i, j in ((i, j) for i in range(len(places)) for j in range(len(places)) if places[j] > places[i]):
            found[i][j] = found[j][i]
        return found

    @cached_property
    def _terms(self) -> list[tuple[tuple[Factor, ...], fmpq]]:
        return [
            (tuple((place, power) for place, power in enumerate(powers) if power), coefficient)
            for powers, coefficient in self.polynomial.terms.items()
        ]

    @cached_property
    def _highest(self) -> list[int]:
        return [
            max(column) for column in zip(*self.polynomial.terms, (0,) * len(self.polynomial.variables), strict=True)
        ]

    def _powers(self, point: Sequence[Number]) -> Sequence[Sequence[Number]]:
        table = []
        for base, highest in zip(point, self._highest, strict=True):
            powers = [base * 0 + 1]
            for _ in range(highest):
                powers.append(powers[-1] * base)
            table.append(powers)
        return table


def _lowered(factors: Sequence[Factor], place: int) -> tuple[Factor, ...]:
    """The exponents after one derivative by the variable at a place; the number in front is left to the caller."""
    lowered = ((other, power - (other == place)) for other, power in factors)
    return tuple((other, power) for other, power in lowered if power)


def _product(coefficient: fmpq, factors: Sequence[Factor], powers: Sequence[Sequence[Number]]) -> Number:
    product = powers[0][0] * coefficient
    for place, power in factors:
        product = product * powers[place][power]
    return product


def is_stationary_by_parity(polynomial: EntryPolynomial, others: Sequence[int]) -> bool:
    """Whether the derivatives by the variables `others` vanish wherever all of these are zero.

    They do where no term is of degree 1 in them, as is the case for a function that is even under their sign flip.
    """
    return all(sum(powers[place] for place in others) != 1 for powers in polynomial.terms)


def by_name(polynomial: EntryPolynomial, values: Mapping[str, Number], zero: Number) -> list[Number]:
    """A point from values by name, zero elsewhere."""
    return [values.get(name, zero) for name in polynomial.variables]
