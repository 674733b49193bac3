"""Single symbols: what a claim moves, defines, lets grow or gives a value is one letter or one scalar."""

from collections.abc import Iterator

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import as_polynomial, original, scalar
from proofs.core.claims import Claim, Equality, Implements, Limit, ZeroSet
from proofs.core.derivation import DiagonalPart, Expression, Reciprocal
from proofs.core.functions import RotationInvariant
from proofs.moments.cited import Cited
from proofs.moments.varying import varying


def not_single(claim: Claim) -> Iterator[str]:
    """Where a single symbol is asked for there is one: no product, no power, no inverse, no sum."""
    asked = [("what is moved", item) for item in moved(claim)]
    asked += [("the symbol of an abbreviation", short.symbol) for short in claim.abbreviations]
    asked += [("what grows", claim.grows)] if isinstance(claim, Limit) else []
    asked += [
        ("what a cited theorem is told a value of", original(key) if _is_inverse(key) else key)
        for rule in cited(claim)
        for key, _ in rule.where
    ]
    for what, item in asked:
        if not is_symbol(polynomial(item)):
            yield f"{what} is a single letter or scalar, got {item}; define a symbol for it"
    for short in claim.abbreviations:
        if isinstance(short, Reciprocal) and not polynomial(short.symbol).is_scalar:
            yield f"a reciprocal is that of a scalar, got the letter {short.symbol}; declare the letter with inverse()"
        if isinstance(short, DiagonalPart) and polynomial(short.symbol).is_scalar:
            yield f"a diagonal part is a letter, got the scalar {short.symbol}"


def _is_inverse(key: TracePolynomial) -> bool:
    """Whether a key is an inverse letter, whose value has to be the inverse of that of the letter."""
    return len(key.letters) == 1 and key == as_polynomial(key.letters[0]) and bool(key.letters[0].inverse_of)


def is_symbol(whole: TracePolynomial) -> bool:
    """Whether a polynomial is one scalar, or one letter that is not declared as an inverse."""
    if whole.letters:
        return len(whole.letters) == 1 and not whole.is_scalar and _is_letter(whole)
    return whole.is_scalar and len(whole.scalars) == 1 and whole == scalar(whole.scalars[0])


def _is_letter(whole: TracePolynomial) -> bool:
    letter = whole.letters[0]
    terms = list(whole.terms.items())
    if len(terms) != 1 or letter.inverse_of:
        return False
    ((word, closed, powers), value) = terms[0]
    return len(word) == 1 and not word[0] % 2 and not closed and not any(powers) and value == 1


def moved(claim: Claim) -> tuple[Expression, ...]:
    """The symbols that a claim moves or gives values to."""
    if isinstance(claim, Implements):
        return tuple(symbol for symbol, _ in claim.weights)
    if isinstance(claim, RotationInvariant):
        return tuple(symbol for symbol, _ in claim.minimizer)
    if isinstance(claim, ZeroSet):
        return tuple(square.body for item in claim.products for square in (item.first, item.second))
    return varying(claim)


def cited(claim: Claim) -> list[Cited]:
    """The theorems that the steps of a claim cite."""
    steps = claim.steps if isinstance(claim, Equality) else ()
    return [step.by for step in steps if isinstance(step.by, Cited)]
