"""Formulas and abbreviations next to a given one: a size raised by one, a coefficient doubled, a term dropped."""

from collections.abc import Iterator
from dataclasses import replace

from proofs.algebra.abbreviation import polynomial, unfold
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.shift import below, shifted
from proofs.algebra.symbols import matrix, number, scalar
from proofs.core.derivation import Abbreviation, Definition

Given = tuple[Abbreviation, ...]


def formulas(formula: TracePolynomial, given: Given = ()) -> Iterator[tuple[str, TracePolynomial]]:
    """Formulas that differ from a given one, with what was changed."""
    for name in ("n", "d"):
        changed = _raised(formula, name)
        if changed != formula and _differ(changed, formula, given):
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
        new = _raised(old, "n")
        if new != old:
            other = replace(item, value=new) if isinstance(item, Definition) else replace(item, of=new)
            yield f"n -> n+1 in {polynomial(item.symbol)}", (*given[:place], other, *given[place + 1 :])


def _raised(formula: TracePolynomial, name: str) -> TracePolynomial:
    """The formula with the scalar raised by one, except in its denominator."""
    power = below(formula, name)
    return shifted(formula, name) / scalar(name) ** power if power else shifted(formula, name)


def _differ(left: TracePolynomial, right: TracePolynomial, given: Given) -> bool:
    return unfold(left, given) != unfold(right, given)


def _term(formula: TracePolynomial, position: int) -> TracePolynomial:
    key = sorted(formula.terms)[position]
    return TracePolynomial(formula.alphabet, formula.shape, {key: formula.terms[key]})
