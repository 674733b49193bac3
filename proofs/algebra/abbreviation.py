"""Unfolding abbreviations: letters that stand for polynomials, scalars that stand for reciprocals of sums."""

from collections.abc import Sequence

from proofs.algebra.polynomial import TracePolynomial, total
from proofs.algebra.substitution import substitute
from proofs.algebra.symbols import number, scalar
from proofs.core.derivation import Abbreviation, Definition, Expression, Reciprocal
from proofs.core.errors import LetterError


def polynomial(expression: Expression) -> TracePolynomial:
    """The expression, which must be a trace polynomial."""
    if not isinstance(expression, TracePolynomial):
        raise TypeError(f"expected a trace polynomial, got {type(expression).__name__}")
    return expression


def unfold(expression: TracePolynomial, given: Sequence[Abbreviation]) -> TracePolynomial:
    """The expression with every defined letter or scalar replaced by what it stands for, last definition first.

    A defined letter whose inverse occurs too is left as it is: the two cancel as letters.
    """
    for item in reversed(given):
        if isinstance(item, Definition):
            symbol, value = polynomial(item.symbol), polynomial(item.value)
            inverses = {letter.inverse_of for letter in expression.letters}
            if symbol.is_scalar or symbol.letter.name not in inverses:
                expression = substitute(expression, {symbol: value})
    return expression


def cleared(expression: TracePolynomial, given: Sequence[Abbreviation]) -> TracePolynomial:
    """The expression times the powers of the denominators that remove every reciprocal from it.

    It vanishes if and only if the expression does, since the denominators are positive.
    """
    for item in given:
        if isinstance(item, Reciprocal):
            expression = _without(expression, polynomial(item.symbol), polynomial(item.of))
    return expression


def _without(expression: TracePolynomial, symbol: TracePolynomial, of: TracePolynomial) -> TracePolynomial:
    (name,) = symbol.scalars
    if name not in expression.alphabet.scalars:
        return expression
    place = expression.alphabet.place(name)
    by_power: dict[int, TracePolynomial] = {}
    for (word, closed, powers), value in expression.terms.items():
        power = powers[place]
        if power < 0:
            raise LetterError(f"{name} stands for a reciprocal and cannot have the negative exponent {power}")
        key = word, closed, (*powers[:place], 0, *powers[place + 1 :])
        part = TracePolynomial(expression.alphabet, expression.shape, {key: value})
        by_power[power] = by_power[power] + part if power in by_power else part
    top = max(by_power, default=0)
    return total(
        [part * (of ** (top - power) if power < top else number(1)) for power, part in by_power.items()]
        or [expression * scalar(name)]
    )
