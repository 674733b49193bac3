"""What a derivation takes for granted of its letters, checked before it is used.

An inverse needs an invertible letter, a reciprocal a positive denominator, a letter that depends on a random one the
equation of a declared operator; an abbreviation must not hide a letter that is averaged.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from proofs.algebra.abbreviation import polynomial, unfold
from proofs.algebra.letters import Letter
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.positivity import Signs
from proofs.core.claims import Claim, Equality
from proofs.core.derivation import Abbreviation, Definition, Expression, Reciprocal
from proofs.core.errors import DependenceError
from proofs.core.proof import Line
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean
from proofs.moments.ridge import RIDGE, RIDGE_REFERENCE, ridge
from proofs.moments.rules import Replacement

INVERTIBLE = "invertible letter"
INVERTIBLE_REFERENCE = "positive definite matrices are invertible, and so is a square factor of an invertible product"
POSITIVE = "positive denominator"
POSITIVE_REFERENCE = "an equation times a positive number is equivalent to it"
FIXED = "fixed abbreviation"
FIXED_REFERENCE = "a mean takes out what does not depend on the letters averaged"


def preconditions(claim: Claim, expressions: Iterable[Expression], signs: Signs) -> list[Line]:
    """One line for each inverse, reciprocal and relation that the expressions hold, and for what must not be there."""
    sides = list(expressions)
    integrands = [side.integrand if isinstance(side, Mean) else polynomial(side) for side in sides]
    lines = [_invertible(letter, claim, signs) for letter in _inverses(claim, integrands)]
    for item in claim.abbreviations:
        if isinstance(item, Reciprocal):
            of = unfold_unsigned(polynomial(item.of), claim.abbreviations, signs)
            lines.append(Line(f"{item.of} > 0", POSITIVE, POSITIVE_REFERENCE, signs.is_definite(of)))
    for symbol, names in random_abbreviations(claim):
        lines.append(Line(f"{symbol} does not depend on {', '.join(names)}", FIXED, FIXED_REFERENCE, holds=False))
    known = [ridge(operator)[1] for operator in claim.operators]
    for relation in {relation for side in sides if isinstance(side, Mean) for relation in side.relations}:
        says = f"{relation.left} = {relation.right}"
        lines.append(Line(says, RIDGE, RIDGE_REFERENCE, relation in known, relation.left, relation.right))
    return lines


def unfold_unsigned(expression: TracePolynomial, given: Iterable[Abbreviation], signs: Signs) -> TracePolynomial:
    """The expression unfolded, except for symbols of which the hypotheses know the sign."""
    known = signs.definite | signs.semidefinite | signs.positive | signs.nonnegative
    unsigned = [item for item in given if isinstance(item, Definition) and not _names(item.symbol) & known]
    return unfold(expression, unsigned)


def refuse_random_abbreviations(claim: Claim) -> None:
    """Raise DependenceError for an abbreviation that holds a letter over which the claim averages."""
    for symbol, names in random_abbreviations(claim):
        raise DependenceError(
            f"{symbol} abbreviates an expression in {', '.join(names)}, over which the claim averages; write it out"
        )


def random_abbreviations(claim: Claim) -> Iterator[tuple[Expression, list[str]]]:
    """The abbreviations that depend on letters over which the claim averages, with these letters."""
    averaged = set(_averaged(claim))
    for item in claim.abbreviations:
        names = averaged & depends_on(symbols_of(_value(item)), claim.abbreviations)
        if names:
            yield item.symbol, sorted(names)


def _averaged(part: object) -> Iterator[str]:
    """The names of all random letters in a claim or a part of it."""
    if isinstance(part, Gaussian):
        yield part.name
    elif isinstance(part, tuple):
        for item in part:
            yield from _averaged(item)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _averaged(getattr(part, field.name))


def symbols_of(expression: TracePolynomial, *, apart_from: str = "") -> set[str]:
    """Scalars (but for a named one), letters, their originals, dimensions and declared dependences."""
    found = set(expression.scalars) - {apart_from}
    for letter in expression.letters:
        found |= {letter.name, letter.inverse_of, letter.rows, letter.columns} | letter.depends_on
    return found


def depends_on(symbols: set[str], given: Iterable[Abbreviation]) -> set[str]:
    """The symbols with all that enters through abbreviations."""
    found, unused = set(symbols), list(given)
    while entering := [item for item in unused if _names(item.symbol) & found]:
        unused = [item for item in unused if item not in entering]
        found.update(*(symbols_of(_value(item)) for item in entering))
    return found


def _value(item: Abbreviation) -> TracePolynomial:
    return polynomial(item.value if isinstance(item, Definition) else item.of)


def _names(symbol: Expression) -> set[str]:
    letters = polynomial(symbol)
    return {letter.name for letter in letters.letters} | set(letters.scalars)


def _inverses(claim: Claim, integrands: Iterable[TracePolynomial]) -> Iterator[Letter]:
    values = [polynomial(item.value) for item in claim.abbreviations if isinstance(item, Definition)]
    found = {letter for item in (*integrands, *values) for letter in item.letters if letter.inverse_of}
    yield from sorted(found)


def _invertible(letter: Letter, claim: Claim, signs: Signs) -> Line:
    holds = is_invertible(letter.inverse_of, claim, signs)
    return Line(f"{letter.inverse_of} is invertible", INVERTIBLE, INVERTIBLE_REFERENCE, holds)


def is_invertible(name: str, claim: Claim, signs: Signs, seen: frozenset[str] = frozenset()) -> bool:
    """Whether a letter is positive definite by hypothesis or definition, invertible by hypothesis, or a factor of such.

    `seen` are the letters under question already: two that rest on each other rest on nothing.
    """
    if name in signs.definite | signs.invertible:
        return True
    defined = [item for item in claim.abbreviations if isinstance(item, Definition) and name in _names(item.symbol)]
    if any(signs.is_definite(unfold_unsigned(polynomial(i.value), claim.abbreviations, signs)) for i in defined):
        return True
    wholes = [whole for whole in _products_with(name, claim) if whole not in seen]
    return any(is_invertible(whole, claim, signs, seen | {name}) for whole in wholes)


def _products_with(name: str, claim: Claim) -> Iterator[str]:
    """Letters that a step of the claim shows to be a product with the named letter as a factor."""
    for step in claim.steps if isinstance(claim, Equality) else ():
        rule = step.by
        if isinstance(rule, Replacement) and len(rule.by.terms) == 1:
            ((word, _, _),) = rule.by.terms
            letters = {rule.by.alphabet.letters[code // 2] for code in word}
            square = all(letter.rows == letter.columns for letter in letters)
            unequal = rule.letter.letter.name != name
            if square and unequal and name in {letter.name for letter in letters}:
                if not rule.closes(rule.letter, rule.by, claim.abbreviations):
                    continue
                yield rule.letter.letter.name
