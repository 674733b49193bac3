"""A scalar trace polynomial as a polynomial in the entries of its letters, at given sizes."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from flint import Ordering, fmpq, fmpq_mat, fmpq_mpoly, fmpq_mpoly_ctx

from proofs.algebra.letters import UNIT, Letter
from proofs.algebra.polynomial import TracePolynomial
from proofs.core.errors import InputError, ShapeError

Entries = np.ndarray[tuple[int, ...], np.dtype[np.object_]]


@dataclass(frozen=True)
class EntryPolynomial:
    """Variables by name, e.g. "A_x[0,1]" or "b_y", and the polynomial in them."""

    variables: tuple[str, ...]
    terms: Mapping[tuple[int, ...], fmpq]


def in_entries(
    polynomial: TracePolynomial,
    sizes: Mapping[str, int],
    scalars: tuple[str, ...],
    fixed: Mapping[str, fmpq_mat] | None = None,
    numbers: Mapping[str, fmpq] | None = None,
) -> EntryPolynomial:
    """The polynomial with its letters written out.

    `sizes` gives the dimensions; `scalars` names those scalars that stay variables; letters in `fixed` and scalars in
    `numbers` have values. Raises ShapeError if the polynomial is not 1 x 1 or holds a scalar that has no value and no
    place among the variables, InputError for a variable in a denominator.
    """
    known = {name: fmpq(size) for name, size in sizes.items()} | dict(numbers or {})
    values = fixed or {}
    if not polynomial.is_scalar:
        raise ShapeError(f"expected a 1 x 1 polynomial, got {polynomial.rows} x {polynomial.columns}")
    missing = set(polynomial.scalars) - known.keys() - set(scalars)
    if missing:
        raise ShapeError(f"the scalar {min(missing)} has no value")
    free = [letter for letter in polynomial.letters if letter.name not in values]
    names = [name for letter in free for name in _names(letter, sizes)] + list(scalars)
    ring = fmpq_mpoly_ctx.get(names, Ordering.lex)
    generators = dict(zip(names, ring.gens(), strict=True))
    arrays = {letter.name: _array(letter, sizes, generators) for letter in free}
    arrays |= {name: _constant(value) for name, value in values.items()}
    result, traces = ring.from_dict({}), {}
    for (_, closed, powers), coefficient in polynomial.terms.items():
        term = ring.from_dict({(0,) * len(names): coefficient})
        for name, power in zip(polynomial.alphabet.scalars, powers, strict=True):
            if power < 0 and name in generators:
                raise InputError(f"{name} moves and stands in a denominator; multiply by it, or give it a value")
            if power:
                term = term * (generators[name] ** power if name in generators else known[name] ** power)
        for word in closed:
            if word not in traces:
                traces[word] = _trace(polynomial, word, arrays)
            term = term * traces[word]
        result = result + term
    return EntryPolynomial(tuple(names), {tuple(map(int, key)): fmpq(v) for key, v in result.to_dict().items()})


def _names(letter: Letter, sizes: Mapping[str, int]) -> list[str]:
    rows, columns = _size(letter.rows, sizes), _size(letter.columns, sizes)
    pairs = [(i, j) for i in range(rows) for j in range(columns) if not letter.symmetric or i <= j]
    return [f"{letter.name}[{i},{j}]" for i, j in pairs]


def _array(letter: Letter, sizes: Mapping[str, int], generators: Mapping[str, fmpq_mpoly]) -> Entries:
    rows, columns = _size(letter.rows, sizes), _size(letter.columns, sizes)
    array = np.empty((rows, columns), dtype=object)
    for i in range(rows):
        for j in range(columns):
            low, high = (min(i, j), max(i, j)) if letter.symmetric else (i, j)
            array[i, j] = generators[f"{letter.name}[{low},{high}]"]
    return array


def _constant(value: fmpq_mat) -> Entries:
    array = np.empty((value.nrows(), value.ncols()), dtype=object)
    for i in range(value.nrows()):
        for j in range(value.ncols()):
            array[i, j] = value[i, j]
    return array


def _size(name: str, sizes: Mapping[str, int]) -> int:
    return 1 if name == UNIT else sizes[name]


def _trace(polynomial: TracePolynomial, word: bytes, arrays: Mapping[str, Entries]) -> fmpq_mpoly | fmpq:
    letters = polynomial.alphabet.letters
    factors = [arrays[letters[code // 2].name].T if code % 2 else arrays[letters[code // 2].name] for code in word]
    product = factors[0]
    for factor in factors[1:]:
        product = product @ factor
    total: fmpq_mpoly | fmpq = sum(product[i, i] for i in range(product.shape[0]))
    return total
