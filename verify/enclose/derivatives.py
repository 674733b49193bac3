"""Value, gradient and Hessian of a polynomial in entries, over balls or over rationals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from flint import arb, fmpq

from verify.evaluate.entries import EntryPolynomial

Number = TypeVar("Number", arb, fmpq)
Factor = tuple[int, int]
Term = tuple[tuple[Factor, ...], fmpq]


@dataclass(frozen=True)
class Derivatives:
    """A polynomial with its derivatives by the listed variables."""

    polynomial: EntryPolynomial

    def value(self, point: Sequence[Number]) -> Number:
        """The value at a point, the variables in their order."""
        total, powers = point[0] * 0, self._powers(point)
        for factors, coefficient in self._terms:
            total += _product(coefficient, factors, powers)
        return total

    def gradient(self, point: Sequence[Number], places: Sequence[int]) -> list[Number]:
        """The partial derivatives by the variables at the given places."""
        rows = {place: row for row, place in enumerate(places)}
        found, powers = [point[0] * 0] * len(places), self._powers(point)
        for place, factors, coefficient in self._first:
            if place in rows:
                found[rows[place]] += _product(coefficient, factors, powers)
        return found

    def hessian(self, point: Sequence[Number], places: Sequence[int]) -> list[list[Number]]:
        """The second derivatives by the variables at the given places."""
        rows = {place: row for row, place in enumerate(places)}
        zero, powers = point[0] * 0, self._powers(point)
        found = [[zero] * len(places) for _ in places]
        for first, second, factors, coefficient in self._second:
            if first in rows and second in rows:
                found[rows[first]][rows[second]] += _product(coefficient, factors, powers)
        for i, j in ((i, j) for i in range(len(places)) for j in range(len(places)) if places[j] > places[i]):
            found[i][j] = found[j][i]
        return found

    @cached_property
    def _terms(self) -> list[Term]:
        return [
            (tuple((place, power) for place, power in enumerate(powers) if power), coefficient)
            for powers, coefficient in self.polynomial.terms.items()
        ]

    @cached_property
    def _first(self) -> list[tuple[int, tuple[Factor, ...], fmpq]]:
        """The terms of all partial derivatives, each with its variable."""
        return [(place, *term) for factors, value in self._terms for place, term in _derived(factors, value)]

    @cached_property
    def _second(self) -> list[tuple[int, int, tuple[Factor, ...], fmpq]]:
        """The terms of the second derivatives by two variables, the second one not behind the first."""
        return [
            (first, second, *term)
            for first, factors, value in self._first
            for second, term in _derived(factors, value)
            if second <= first
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


def _derived(factors: tuple[Factor, ...], coefficient: fmpq) -> Iterator[tuple[int, Term]]:
    """The derivatives of a term by its variables."""
    for position, (place, power) in enumerate(factors):
        left = ((place, power - 1),) if power > 1 else ()
        yield place, (factors[:position] + left + factors[position + 1 :], coefficient * power)


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
