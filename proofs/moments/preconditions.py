"""What a derivation takes for granted of its letters, checked before it is used.

An inverse needs an invertible letter, a reciprocal a positive denominator, a letter that depends on a random one the
equation of a declared operator.
"""

from collections.abc import Iterable, Iterator

from proofs.algebra.abbreviation import polynomial, unfold
from proofs.algebra.letters import Letter
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.positivity import Signs
from proofs.core.claims import Claim, Equality
from proofs.core.derivation import Abbreviation, Definition, Expression, Reciprocal
from proofs.core.proof import Line
from proofs.moments.mean import Mean
from proofs.moments.ridge import RIDGE, RIDGE_REFERENCE, ridge
from proofs.moments.rules import Replacement

INVERTIBLE = "invertible letter"
INVERTIBLE_REFERENCE = "positive definite matrices are invertible, and so is a square factor of an invertible product"
POSITIVE = "positive denominator"
POSITIVE_REFERENCE = "an equation times a positive number is equivalent to it"


def preconditions(claim: Claim, expressions: Iterable[Expression], signs: Signs) -> list[Line]:
    """One line for each inverse, reciprocal and relation that the expressions hold."""
    sides = list(expressions)
    integrands = [side.integrand if isinstance(side, Mean) else polynomial(side) for side in sides]
    lines = [_invertible(letter, claim, signs) for letter in _inverses(claim, integrands)]
    for item in claim.abbreviations:
        if isinstance(item, Reciprocal):
            of = unfold_unsigned(polynomial(item.of), claim.abbreviations, signs)
            lines.append(Line(f"{item.of} > 0", POSITIVE, POSITIVE_REFERENCE, signs.is_definite(of)))
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


def is_invertible(name: str, claim: Claim, signs: Signs) -> bool:
    """Whether a letter is positive definite by hypothesis or definition, invertible by hypothesis, or a factor."""
    if name in signs.definite | signs.invertible:
        return True
    defined = [item for item in claim.abbreviations if isinstance(item, Definition) and name in _names(item.symbol)]
    if any(signs.is_definite(unfold_unsigned(polynomial(i.value), claim.abbreviations, signs)) for i in defined):
        return True
    return any(is_invertible(whole, claim, signs) for whole in _products_with(name, claim))


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
