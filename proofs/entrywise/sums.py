"""Sums over indices of products of entries, e.g. sum_k A_ik x_k: exact, for all sizes, equal when their terms are.

A term is a product of entries with a rational coefficient. Free indices have names, summed ones have none: they are
numbered in the order that makes the term least, so that equal sums have equal terms. Kronecker deltas are used up at
once where one of their indices is summed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations, product

from flint import fmpq

from proofs.core.errors import LetterError, ShapeError
from proofs.core.names import check_name

Index = str | int
"""A name for a free index, a number for a summed one."""
Factor = tuple["Symbol", tuple[Index, ...]]
Product = tuple[Factor, ...]
Rational = int | fmpq
MOST_SUMMED = 7
DELTA = "delta"


@dataclass(frozen=True, order=True)
class Symbol:
    """A vector (n,), a matrix (n, d), or a scalar (), by the names of its sizes. Called with indices it is an entry."""

    name: str
    sizes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in (self.name, *self.sizes):
            check_name("the name of a symbol or of its size", name)
        if self.name == DELTA and (len(self.sizes) != 2 or self.sizes[0] != self.sizes[1]):
            raise ShapeError(f"{DELTA} is that of Kronecker, of two equal sizes, got {self.sizes}")

    def __call__(self, *indices: str) -> "Sum":
        """The entry at these indices, a name for each size."""
        if len(indices) != len(self.sizes):
            raise ShapeError(f"{self.name} has {len(self.sizes)} indices, got {len(indices)}")
        return collected([(((self, indices),), fmpq(1))])


@dataclass(frozen=True)
class Sum:
    """The terms, from their factors to their coefficients, as sorted pairs."""

    terms: tuple[tuple[Product, fmpq], ...]

    def __add__(self, other: "Sum | Rational") -> "Sum":
        return collected([*self.terms, *as_sum(other).terms])

    def __mul__(self, other: "Sum | Rational") -> "Sum":
        pairs = product(self.terms, as_sum(other).terms)
        return collected([(left + _renamed(right, left), a * b) for (left, a), (right, b) in pairs])

    def __sub__(self, other: "Sum | Rational") -> "Sum":
        return self + as_sum(other) * -1

    def __neg__(self) -> "Sum":
        return self * -1

    __radd__ = __add__
    __rmul__ = __mul__

    def over(self, *names: str) -> "Sum":
        """The sum over free indices."""
        found = self
        for name in names:
            found = collected([_summed(factors, name, value) for factors, value in found.terms])
        return found

    def at(self, **names: str) -> "Sum":
        """The same with other free indices; two may become one."""
        renamed = []
        for factors, value in self.terms:
            moved = tuple((symbol, tuple(names.get(i, i) if isinstance(i, str) else i for i in indices))
                          for symbol, indices in factors)  # fmt: skip
            renamed.append((moved, value))
        return collected(renamed)

    @property
    def free(self) -> frozenset[str]:
        """The names of the free indices."""
        return frozenset(index for factors, _ in self.terms for index in _indices(factors) if isinstance(index, str))

    @property
    def symbols(self) -> frozenset[Symbol]:
        """All symbols but deltas."""
        return frozenset(symbol for factors, _ in self.terms for symbol, _ in factors if symbol.name != DELTA)

    def __str__(self) -> str:
        return " + ".join(_text(factors, value) for factors, value in self.terms).replace("+ -", "- ") or "0"


def as_sum(value: Sum | Rational) -> Sum:
    """A rational number as a sum of one term, a sum as it is."""
    return value if isinstance(value, Sum) else collected([((), fmpq(value))])


def delta(size: str, one: str, other: str) -> Sum:
    """1 where the two indices agree, else 0."""
    return Symbol(DELTA, (size, size))(one, other)


def pairs(body: Sum, one: str, other: str) -> Sum:
    """The sum over two different indices."""
    return body.over(one, other) - body.at(**{other: one}).over(one)


def substituted(whole: Sum, symbol: Symbol, value: Sum, indices: tuple[str, ...] = ()) -> Sum:
    """The sum with `value`, in the free indices `indices`, in the place of every entry of a symbol."""
    total = as_sum(0)
    for factors, coefficient in whole.terms:
        summed = {index for index in _indices(factors) if isinstance(index, int)}
        named: dict[Index, str] = {index: f"?{index}" for index in summed}
        part = as_sum(coefficient)
        for factor, places in factors:
            at = tuple(named.get(place, str(place)) for place in places)
            part = part * (value.at(**dict(zip(indices, at, strict=True))) if factor == symbol else factor(*at))
        total = total + part.over(*named.values())
    return total


def collected(terms: Iterable[tuple[Product, fmpq]]) -> Sum:
    """Equal terms added up, none of coefficient 0. Raises ShapeError for an index of two sizes."""
    found: dict[Product, fmpq] = {}
    for factors, value in terms:
        _check_sizes(factors)
        key = _canonical(_without_deltas(factors))
        found[key] = found.get(key, fmpq(0)) + value
    return Sum(tuple(sorted(((key, value) for key, value in found.items() if value), key=lambda item: _order(item[0]))))


def _check_sizes(factors: Product) -> None:
    known: dict[Index, str] = {}
    for symbol, indices in factors:
        for index, size in zip(indices, symbol.sizes, strict=True):
            if known.setdefault(index, size) != size:
                raise ShapeError(f"index {index} of {symbol.name} runs over {size}, elsewhere over {known[index]}")


def _summed(factors: Product, name: str, value: fmpq) -> tuple[Product, fmpq]:
    """The term with a free index summed over; one that does not occur is an error, for its range is not known."""
    if all(name not in indices for _, indices in factors):
        raise LetterError(f"cannot sum over {name}: the term {_text(factors, value)} does not hold it")
    fresh = 1 + max((index for index in _indices(factors) if isinstance(index, int)), default=-1)
    return _replaced(factors, name, fresh), value


def _without_deltas(factors: Product) -> Product:
    """A delta of a summed index replaces it; of one index twice it is 1, or the size where that is summed.

    Beside a delta of two free indices all other entries take the one that comes first.
    """
    for place, (symbol, indices) in enumerate(factors):
        if symbol.name != DELTA:
            continue
        rest, (one, other) = factors[:place] + factors[place + 1 :], indices
        if one == other:
            alone = isinstance(one, int) and one not in _indices(rest)
            return _without_deltas((*rest, (Symbol(symbol.sizes[0]), ())) if alone else rest)
        if isinstance(one, int) or isinstance(other, int):
            old, new = (one, other) if isinstance(one, int) else (other, one)
            kept = rest if new in _indices(rest) else (*rest, (symbol, (new, new)))
            return _without_deltas(_replaced(kept, old, new))
        first, last = sorted((str(one), str(other)))
        if last in _indices(rest):
            return _without_deltas((*_replaced(rest, last, first), (symbol, (first, last))))
    return factors


def _replaced(factors: Product, old: Index, new: Index) -> Product:
    return tuple((symbol, tuple(new if index == old else index for index in at)) for symbol, at in factors)


def _canonical(factors: Product) -> Product:
    """The least of all numberings of the summed indices."""
    summed = sorted({index for index in _indices(factors) if isinstance(index, int)})
    if len(summed) > MOST_SUMMED:
        raise LetterError(f"at most {MOST_SUMMED} summed indices in a term, got {len(summed)}")
    best: Product | None = None
    for order in permutations(range(len(summed))):
        names = dict(zip(summed, order, strict=True))
        moved = (
            (symbol, tuple(names[index] if isinstance(index, int) else index for index in indices))
            for symbol, indices in factors
        )
        turned = tuple(sorted(map(_symmetric, moved), key=_factor_order))
        if best is None or _order(turned) < _order(best):
            best = turned
    return factors if best is None else best


def _symmetric(factor: Factor) -> Factor:
    symbol, indices = factor
    return (symbol, tuple(sorted(indices, key=_index_order))) if symbol.name == DELTA else factor


def _index_order(index: Index) -> tuple[int, str]:
    return (0, index) if isinstance(index, str) else (1, f"{index:03}")


def _factor_order(factor: Factor) -> tuple[Symbol, tuple[tuple[int, str], ...]]:
    return factor[0], tuple(map(_index_order, factor[1]))


def _order(factors: Product) -> tuple[tuple[Symbol, tuple[tuple[int, str], ...]], ...]:
    return tuple(map(_factor_order, factors))


def _indices(factors: Product) -> Iterator[Index]:
    for _, indices in factors:
        yield from indices


def _renamed(factors: Product, beside: Product) -> Product:
    """The factors with summed indices that the other product does not have."""
    shift = 1 + max((index for index in _indices(beside) if isinstance(index, int)), default=-1)
    return tuple(
        (symbol, tuple(index + shift if isinstance(index, int) else index for index in indices))
        for symbol, indices in factors
    )


def _text(factors: Product, value: fmpq) -> str:
    """The term in words: each summed index is a small letter behind the sign of the sum."""
    summed = sorted({index for index in _indices(factors) if isinstance(index, int)})
    names: Mapping[Index, str] = {index: "pqrstuv"[place] for place, index in enumerate(summed)}
    entries = [
        symbol.name + ("_" + "".join(names.get(index, str(index)) for index in indices) if indices else "")
        for symbol, indices in factors
    ]
    words = " ".join([*([f"sum_{''.join(names.values())}"] if names else []), *entries])
    if not words:
        return str(value)
    return f"{'-' if value < 0 else ''}{words}" if abs(value) == 1 else f"{value} {words}"
