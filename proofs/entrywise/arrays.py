"""Values of symbols by name: whether they have the shapes of the symbols, and what sizes they give."""

from collections.abc import Iterable, Mapping

from flint import fmpq

from proofs.core.errors import InputError, ShapeError
from proofs.core.points import check_array
from proofs.entrywise.sums import Sum, Symbol

Rows = tuple[tuple[fmpq, ...], ...]
Arrays = tuple[tuple[str, Rows], ...]
"""Vectors as one row and matrices as rows, by name."""


def sizes_of(symbols: Iterable[Symbol], values: Arrays) -> dict[str, int]:
    """The sizes that the values of the symbols have, by name.

    A scalar that is named like a size is that size and takes no value; values of other names are no part of the sums.
    Raises InputError for a symbol without a value, ShapeError for values of another shape than that of their symbol.
    """
    known, sizes = by_name(symbols), dict[str, int]()
    arrays = dict(values)
    if len(arrays) < len(values):
        raise InputError(f"values are given once for each symbol, got {', '.join(name for name, _ in values)}")
    named = {size for symbol in known.values() for size in symbol.sizes}
    wanted = {name for name, symbol in known.items() if symbol.sizes or name not in named}
    if missing := sorted(wanted - set(arrays)):
        given = ", ".join(sorted(arrays)) or "none"
        raise InputError(f"every symbol of the sums has a value: missing {', '.join(missing)}, given {given}")
    for name in sorted(wanted):
        for size, length in zip(known[name].sizes, _lengths(known[name], arrays[name]), strict=True):
            if sizes.setdefault(size, length) != length:
                raise ShapeError(f"{name} has {size} = {length}, other values have {size} = {sizes[size]}")
    return sizes


def refuse_other_sums(symbol: Symbol, rows: Rows) -> None:
    """Raise InputError unless the entries of a vector are positive with sum 1."""
    entries = [entry for row in rows for entry in row]
    if len(symbol.sizes) != 1 or not all(entry > 0 for entry in entries) or sum(entries, fmpq(0)) != 1:
        shown = ", ".join(map(str, entries))
        raise InputError(f"the entries of {symbol.name} are positive with sum 1, got ({shown})")


def refuse_other_places(whole: Sum, sizes: Mapping[str, int]) -> None:
    """Raise InputError unless the free indices of a sum are places, which count from 1, within the sizes."""
    for factors, _ in whole.terms:
        for symbol, indices in factors:
            for index, size in zip(indices, symbol.sizes, strict=True):
                if isinstance(index, str) and not (index.isdecimal() and 1 <= int(index) <= sizes.get(size, 0)):
                    raise InputError(
                        f"a free index of {symbol.name} is a place from 1 to {sizes.get(size, 0)}, got {index!r}: "
                        "choose one or sum over the index"
                    )


def by_name(symbols: Iterable[Symbol]) -> dict[str, Symbol]:
    """The symbols by name. Raises ShapeError for a name that has two shapes."""
    found: dict[str, Symbol] = {}
    for symbol in symbols:
        if found.setdefault(symbol.name, symbol) != symbol:
            raise ShapeError(f"{symbol.name} is of the sizes {symbol.sizes} and of {found[symbol.name].sizes}")
    return found


def _lengths(symbol: Symbol, rows: Rows) -> tuple[int, ...]:
    """How long the values are, an axis for each size of the symbol."""
    check_array(symbol.name, rows)
    shape = len(rows), len(rows[0])
    lengths = shape[2 - len(symbol.sizes) :]
    if len(symbol.sizes) > 2 or any(length != 1 for length in shape[: 2 - len(symbol.sizes)]):
        raise ShapeError(
            f"{symbol.name} has the sizes {symbol.sizes}, its values {shape[0]} rows of {shape[1]} entries"
        )
    return lengths
