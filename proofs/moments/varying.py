"""Symbols that a claim moves: they stand for themselves and nothing else, or the equations would not see them move."""

from collections.abc import Iterator
from dataclasses import replace

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.positivity import Signs
from proofs.core.claims import Claim, Coercive, DegreeBound, Diagonalised, Induction, Invariance, LowerBound
from proofs.core.derivation import Expression
from proofs.core.proof import Line
from proofs.moments.dependence import depends_on, names_of, polynomials, symbols_of, value_of

FREE = "free symbol"
FREE_REFERENCE = "an equation holds for all values of a symbol that nothing else defines, restricts or depends on"


def varying(claim: Claim) -> tuple[Expression, ...]:
    """The symbols that a claim of this kind moves; none for kinds that move nothing."""
    match claim:
        case LowerBound():
            return tuple(symbol for symbol, _ in claim.minimizer)
        case Diagonalised():
            return claim.turned, claim.averaged, claim.step
        case Coercive():
            return claim.variables
        case Induction():
            return tuple(state.symbol for state in claim.states)
        case Invariance():
            moving = [item.symbol for item in claim.parameters] + [state.symbol for state, _ in claim.states]
            return claim.gram, claim.root, *moving
        case DegreeBound():
            return (claim.query,)
        case _:
            return ()


def free_lines(claim: Claim, signs: Signs) -> Iterator[Line]:
    """One line for each symbol that is moved."""
    symbols = varying(claim)
    names = [name for symbol in symbols for name in names_of(symbol)]
    for symbol in symbols:
        holds = len(names) == len(set(names)) and _is_free(symbol, claim, signs)
        under = not holds and _restricted(symbol, claim, signs)
        lacks = f"a hypothesis restricts {symbol}, which takes all values here; drop that" if under else ""
        yield Line(f"{symbol} is free", FREE, FREE_REFERENCE, holds, lacks=lacks)


def _is_free(symbol: Expression, claim: Claim, signs: Signs) -> bool:
    """Plain, without a hypothesis (but that a root is invertible), in no abbreviation, and nothing depends on it."""
    whole = polynomial(symbol)
    if whole.is_scalar and not whole.letters:
        plain = len(whole.scalars) == 1
    else:
        letter = whole.letter
        plain = not (letter.inverse_of or letter.depends_on or letter.orthogonal)
    (name,) = names_of(symbol) if plain else ("",)
    entering = {
        entry
        for item in claim.abbreviations
        for entry in (*names_of(item.symbol), *depends_on(symbols_of(value_of(item)), claim.abbreviations))
    }
    letters = {letter for part in polynomials(claim) for letter in part.letters if not letter.inverse_of}
    dependent = {other for letter in letters for other in letter.depends_on}
    return plain and name not in entering | dependent | _restricted(symbol, claim, signs)


def _restricted(symbol: Expression, claim: Claim, signs: Signs) -> set[str]:
    """The symbols of which something is assumed; that a root is invertible is what the rule needs."""
    is_root = isinstance(claim, Invariance) and symbol == claim.root
    known = replace(signs, invertible=frozenset()) if is_root else signs
    return known.restricted([polynomial(symbol)])
