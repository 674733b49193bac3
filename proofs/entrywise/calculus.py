"""Differentiation of sums of entries by the product rule, and what holds on the simplex."""

from collections.abc import Mapping
from dataclasses import dataclass

from proofs.entrywise.sums import Product, Sum, Symbol, as_sum, collected


@dataclass(frozen=True)
class Slope:
    """The derivative of an entry of a symbol, at the free indices `indices`; it may hold further free indices."""

    indices: tuple[str, ...]
    value: Sum


def differentiated(whole: Sum, slopes: Mapping[Symbol, Slope]) -> Sum:
    """The derivative, symbols without a slope being constant. Its free indices are those of the slopes as well."""
    total = as_sum(0)
    for factors, coefficient in whole.terms:
        for place, (symbol, _) in enumerate(factors):
            if symbol in slopes:
                total = total + _one(factors, place, slopes[symbol]) * coefficient
    return total


def _one(factors: Product, place: int, slope: Slope) -> Sum:
    """The term with the derivative of one of its factors in the place of that factor."""
    names = {index: f"?{index}" for _, indices in factors for index in indices if isinstance(index, int)}
    found = as_sum(1)
    for position, (symbol, indices) in enumerate(factors):
        at = tuple(index if isinstance(index, str) else names[index] for index in indices)
        moved = slope.value.at(**dict(zip(slope.indices, at, strict=True))) if position == place else symbol(*at)
        found = found * moved
    return found.over(*names.values())


def on_simplex(whole: Sum, f: Symbol) -> Sum:
    """The sum with sum_i f_i = 1 used wherever a summed index occurs in one factor f only."""
    reduced = collected([(_reduced(factors, f), value) for factors, value in whole.terms])
    return reduced if reduced == whole else on_simplex(reduced, f)


def _reduced(factors: Product, f: Symbol) -> Product:
    indices = [index for _, at in factors for index in at]
    for place, (symbol, at) in enumerate(factors):
        if symbol == f and isinstance(at[0], int) and indices.count(at[0]) == 1:
            return _reduced(factors[:place] + factors[place + 1 :], f)
    return factors


def cancelled(whole: Sum, one: Symbol, other: Symbol) -> Sum:
    """The sum with products of two scalars, each the reciprocal of the other, replaced by 1."""
    found = []
    for factors, value in whole.terms:
        rest = list(factors)
        while (one, ()) in rest and (other, ()) in rest:
            rest.remove((one, ()))
            rest.remove((other, ()))
        found.append((tuple(rest), value))
    return collected(found)
