"""The terms of a polynomial: monomials with rational coefficients.

A monomial is (open word, sorted closed words, exponents of the alphabet's scalars).
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from operator import add
from types import MappingProxyType

from flint import fmpq

from proofs.algebra import words
from proofs.algebra.letters import Alphabet
from proofs.core.arguments import came
from proofs.core.errors import InputError

Exponents = tuple[int, ...]
Monomial = tuple[bytes, tuple[bytes, ...], Exponents]
Terms = dict[Monomial, fmpq]
FrozenTerms = MappingProxyType[Monomial, fmpq]
Rational = int | Fraction | fmpq


def rational(value: Rational) -> fmpq:
    """The one rational type of the project (flint's)."""
    if isinstance(value, Fraction):
        return fmpq(value.numerator, value.denominator)
    if isinstance(value, int | fmpq):
        return fmpq(value)
    raise TypeError(f"expected an integer, a Fraction or an fmpq, got {type(value).__name__} {value!r}")


def exact(value: object) -> fmpq | None:
    """The rational number that a factor or a summand is; None for what is no number. Raises InputError for a float."""
    if isinstance(value, float | complex):
        raise InputError(f"expected an exact number, got {came(value)}; write Fraction(1, 2) for 0.5")
    return rational(value) if isinstance(value, int | Fraction | fmpq) else None


def collect(terms: Terms, more: Mapping[Monomial, fmpq]) -> None:
    """Add `more` into `terms`, dropping what cancels."""
    for key, value in more.items():
        old = terms.get(key)
        if old is None:
            terms[key] = value
        else:
            new = old + value
            if new:
                terms[key] = new
            else:
                del terms[key]


def raised(powers: Exponents, sizes: Iterable[str], alphabet: Alphabet) -> Exponents:
    """The exponents with one more of each of the given scalars."""
    exponents = list(powers)
    for size in sizes:
        exponents[alphabet.place(size)] += 1
    return tuple(exponents)


def translated(terms: FrozenTerms, names: Iterable[str], old: Alphabet, new: Alphabet) -> Terms:
    """The terms, in letters of these names, written over another alphabet that holds them."""
    table = bytearray(256)
    for name in names:
        before, after = old.code[name], new.code[name]
        table[before], table[before + 1] = after, after + 1
    places = [new.scalars.index(name) if name in new.scalars else -1 for name in old.scalars]
    found: Terms = {}
    for (word, closed, powers), coefficient in terms.items():
        moved = [0] * len(new.scalars)
        for place, power in zip(places, powers, strict=True):
            if power and place >= 0:
                moved[place] = power
        found[word.translate(table), tuple(trace.translate(table) for trace in closed), tuple(moved)] = coefficient
    return found


def multiplied(left: Mapping[Monomial, fmpq], right: Mapping[Monomial, fmpq], alphabet: Alphabet) -> Terms:
    """The terms of a product, open words being joined and cut where they close."""
    terms: Terms = {}
    for (word, closed, powers), value in left.items():
        for (other_word, other_closed, other_powers), other_value in right.items():
            product, cut = words.open_word(word + other_word, alphabet)
            key = product, tuple(sorted(closed + other_closed + cut)), tuple(map(add, powers, other_powers))
            coefficient = value * other_value
            old = terms.get(key)
            terms[key] = coefficient if old is None else old + coefficient
    return {key: value for key, value in terms.items() if value}
