"""The value of a sum at given entries, of any kind of number that adds and multiplies."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Protocol, Self, TypeVar

from flint import fmpq

from proofs.core.errors import InputError
from proofs.entrywise.sums import Product, Sum, Symbol


class Number(Protocol):
    """What entries may be: rationals, balls, symbolic expressions."""

    def __add__(self, other: Self, /) -> Self: ...
    def __mul__(self, other: Self, /) -> Self: ...


N = TypeVar("N", bound=Number)
Array = Sequence[Sequence[N]]
"""A vector is one row."""


def value(
    whole: Sum, arrays: Mapping[str, Array[N]], sizes: Mapping[str, int], at: Mapping[str, int], number: "type[N]"
) -> N:
    """The value with the free indices at the given places; `number` makes a number of a rational.

    Raises InputError for a symbol or a free index without a value.
    """
    total = number(fmpq(0))  # type: ignore[call-arg]
    for factors, coefficient in whole.terms:
        total = total + number(coefficient) * _term(factors, arrays, sizes, at, number)  # type: ignore[call-arg]
    return total


def _term(
    factors: Product, arrays: Mapping[str, Array[N]], sizes: Mapping[str, int], at: Mapping[str, int], number: "type[N]"
) -> N:
    ranges = {
        index: range(sizes[size])
        for symbol, indices in factors
        for index, size in zip(indices, symbol.sizes, strict=True)
        if isinstance(index, int)
    }
    total = number(fmpq(0))  # type: ignore[call-arg]
    for places in product(*ranges.values()):
        where: dict[str | int, int] = dict(at) | dict(zip(ranges, places, strict=True))
        part = number(fmpq(1))  # type: ignore[call-arg]
        for symbol, indices in factors:
            part = part * _entry(symbol, [_place(index, where) for index in indices], arrays, sizes, number)
        total = total + part
    return total


def _place(index: str | int, where: Mapping[str | int, int]) -> int:
    if index not in where:
        raise InputError(f"the free index {index} has no value")
    return where[index]


def _entry(
    symbol: Symbol, places: list[int], arrays: Mapping[str, Array[N]], sizes: Mapping[str, int], number: "type[N]"
) -> N:
    if symbol.name == "delta":
        return number(fmpq(int(places[0] == places[1])))  # type: ignore[call-arg]
    if symbol.name in sizes and not places:
        return number(fmpq(sizes[symbol.name]))  # type: ignore[call-arg]
    if symbol.name not in arrays:
        raise InputError(f"{symbol.name} has no value")
    rows = arrays[symbol.name]
    return rows[0][places[0]] if len(places) == 1 else rows[places[0]][places[1]] if places else rows[0][0]
