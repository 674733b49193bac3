"""Unfolding abbreviations: letters that stand for polynomials, scalars that stand for reciprocals of sums."""

from collections.abc import Sequence

from proofs.algebra.polynomial import TracePolynomial, total
from proofs.algebra.substitution import substitute
from proofs.algebra.symbols import number
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
            (expression,) = times_denominator((expression,), item)
    return expression


def times_denominator(parts: Sequence[TracePolynomial], item: Reciprocal) -> tuple[TracePolynomial, ...]:
    """The parts of a quotient, all times the power of the denominator that removes the reciprocal from each of them.

    Raises LetterError where the reciprocal has a negative exponent.
    """
    (name,) = polynomial(item.symbol).scalars
    split = [_by_power(part, name) for part in parts]
    top = max((power for found in split for power in found), default=0)
    if not top:
        return tuple(parts)
    of = polynomial(item.of)
    factors = [number(1), of, *(of**power for power in range(2, top + 1))]
    return tuple(
        total([part * 0, *(piece * factors[top - power] for power, piece in found.items())])
        for part, found in zip(parts, split, strict=True)
    )


def _by_power(expression: TracePolynomial, name: str) -> dict[int, TracePolynomial]:
    """The parts that have each power of a scalar, divided by it."""
    if name not in expression.alphabet.scalars:
        return {0: expression}
    place = expression.alphabet.place(name)
    found: dict[int, TracePolynomial] = {}
    for (word, closed, powers), value in expression.terms.items():
        power = powers[place]
        if power < 0:
            raise LetterError(f"{name} stands for a reciprocal and cannot have the negative exponent {power}")
        key = word, closed, (*powers[:place], 0, *powers[place + 1 :])
        part = TracePolynomial(expression.alphabet, expression.shape, {key: value})
        found[power] = found[power] + part if power in found else part
    return found
