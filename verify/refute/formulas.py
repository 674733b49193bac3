"""Formulas and abbreviations next to a given one: a size raised by one, a coefficient doubled, a term dropped."""

from collections.abc import Iterator
from math import comb

from proofs.algebra.abbreviation import polynomial, unfold
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import matrix, number
from proofs.algebra.terms import Terms, collect
from proofs.core.derivation import Abbreviation, Definition, Reciprocal

Given = tuple[Abbreviation, ...]


def formulas(formula: TracePolynomial, given: Given = ()) -> Iterator[tuple[str, TracePolynomial]]:
    """Formulas that differ from a given one, with what was changed."""
    for name in ("n", "d"):
        changed = _shifted(formula, name)
        if changed is not None and _differ(changed, formula, given):
            yield f"{name} -> {name}+1", changed
    if formula.rows == formula.columns and formula != formula.T:
        yield "transposed", formula.T
    yield from _terms_changed(formula)
    if not formula.terms:
        yield "0 -> another value", number(1) if formula.is_scalar else matrix("E", formula.rows, formula.columns)


def _terms_changed(formula: TracePolynomial) -> Iterator[tuple[str, TracePolynomial]]:
    for position in range(min(len(formula.terms), 2)):
        yield f"a coefficient doubled (term {position + 1})", formula + _term(formula, position)
    if len(formula.terms) > 1:
        yield "the last term dropped", formula - _term(formula, len(formula.terms) - 1)
    if formula.terms:
        yield "the sign turned", -formula


def abbreviations(given: Given) -> Iterator[tuple[str, Given]]:
    """Abbreviations with n + 1 in the place of n in one of them."""
    for place, item in enumerate(given):
        old = polynomial(item.value if isinstance(item, Definition) else item.of)
        new = _shifted(old, "n")
        if new is not None and new != old:
            symbol = polynomial(item.symbol)
            other = Definition(symbol, new) if isinstance(item, Definition) else Reciprocal(symbol, new)
            yield f"n -> n+1 in {symbol}", (*given[:place], other, *given[place + 1 :])


def _shifted(formula: TracePolynomial, name: str) -> TracePolynomial | None:
    """The formula, cleared of negative powers of the scalar, with that scalar raised by one."""
    if name not in formula.scalars:
        return None
    place = formula.alphabet.place(name)
    lowest = min(0, *(powers[place] for _, _, powers in formula.terms))
    terms: Terms = {}
    for (word, closed, powers), value in formula.terms.items():
        height = powers[place] - lowest
        for power in range(height + 1):
            moved = (*powers[:place], power + lowest, *powers[place + 1 :])
            collect(terms, {(word, closed, moved): value * comb(height, power)})
    return TracePolynomial(formula.alphabet, formula.shape, terms)


def _differ(left: TracePolynomial, right: TracePolynomial, given: Given) -> bool:
    return unfold(left, given) != unfold(right, given)


def _term(formula: TracePolynomial, position: int) -> TracePolynomial:
    key = sorted(formula.terms)[position]
    return TracePolynomial(formula.alphabet, formula.shape, {key: formula.terms[key]})
