"""What a derivation takes for granted of its letters, checked before it is used.

An inverse needs an invertible letter, a reciprocal a positive denominator, a law a covariance, a letter that depends on
a random one the equation of a declared operator; an abbreviation must agree with the hypotheses and must not hide a
letter that is averaged.
"""

from collections.abc import Iterable, Iterator

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.letters import Letter
from proofs.algebra.mention import divisors as divided_by
from proofs.algebra.mention import mentioned
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.positivity import Signs
from proofs.core.claims import Claim, Equality
from proofs.core.derivation import Abbreviation, Definition, DiagonalPart, Expression, Reciprocal
from proofs.core.proof import Line
from proofs.core.task import GramOperator
from proofs.moments.declared import has_definite_rows, operator_lines
from proofs.moments.dependence import (
    depends_on,
    laws,
    names_of,
    polynomials,
    random_abbreviations,
    symbols_of,
    value_of,
)
from proofs.moments.existence import existence_lines
from proofs.moments.given_moments import is_positive_moment, row_lines
from proofs.moments.halved import HALVED, HALVED_REFERENCE, Halved
from proofs.moments.laws import Law, Rows
from proofs.moments.mean import means_in
from proofs.moments.rules import Cancellation, Replacement
from proofs.moments.unsigned import unfold_unsigned
from proofs.moments.varying import free_lines

INVERTIBLE = "invertible letter"
INVERTIBLE_REFERENCE = "positive definite matrices are invertible, and so is a square factor of an invertible product"
POSITIVE = "positive denominator"
POSITIVE_REFERENCE = "an equation times a positive number is equivalent to it"
FIXED = "fixed abbreviation"
FIXED_REFERENCE = "a mean takes out what does not depend on the letters averaged"
DEFINED = "abbreviation within the hypotheses"
DEFINED_REFERENCE = "what a symbol stands for must have the property that is assumed of it"
LAW = "existence of the law"
LAW_REFERENCE = "N(0, V) exists for positive semidefinite V, and no law has another covariance"


def preconditions(claim: Claim, expressions: Iterable[Expression], signs: Signs) -> list[Line]:
    """One line for each thing that a claim, and further expressions of its proof, take for granted."""
    further = tuple(expressions)
    held = polynomials((claim, further))
    lines = [_invertible(letter, claim, signs) for letter in _inverses(held)]
    lines += [
        Line(f"{name} > 0", POSITIVE, POSITIVE_REFERENCE, _is_positive(name, held, claim, signs))
        for name in sorted({name for part in held for name in divided_by(part)})
    ]
    lines += free_lines(claim, signs)
    for item in claim.abbreviations:
        says = f"the definition of {item.symbol} agrees with the hypotheses"
        lines.append(Line(says, DEFINED, DEFINED_REFERENCE, _is_admissible(item, held, claim, signs)))
    for symbol, names in random_abbreviations(claim):
        lines.append(Line(f"{symbol} does not depend on {', '.join(names)}", FIXED, FIXED_REFERENCE, holds=False))
    lines += [
        Line(
            f"the covariance of {law.name} is positive semidefinite",
            LAW,
            LAW_REFERENCE,
            _exists(law, claim, signs),
            lacks=_unsaid(law, claim, signs),
        )
        for law in _distinct(laws((claim, further)))
    ]
    for law in _distinct(laws((claim, further))):
        lines += row_lines(law, claim, signs) if isinstance(law, Rows) else ()
    halved = [mean for mean in means_in((claim, further)) if isinstance(mean, Halved)]
    if halved:
        holds = all(mean.stands for mean in halved)
        lines.append(Line("each input has the law of its negative", HALVED, HALVED_REFERENCE, holds))
    for mean in dict.fromkeys(means_in((claim, further))):
        lines += existence_lines(mean, claim, signs)
    lines += _cancelled(claim, signs)
    return lines + operator_lines(claim, further, held, signs)


def _cancelled(claim: Claim, signs: Signs) -> Iterator[Line]:
    """The factors that steps cancel are invertible."""
    for rule in (step.by for step in (claim.steps if isinstance(claim, Equality) else ())):
        if isinstance(rule, Cancellation):
            holds = signs.is_definite(unfold_unsigned(rule.factor, claim.abbreviations, signs))
            yield Line(f"{rule.factor} is invertible", INVERTIBLE, INVERTIBLE_REFERENCE, holds)


def _distinct(found: Iterable[Law]) -> list[Law]:
    return list({(law.name, str(law)): law for law in found}.values())


def _is_admissible(item: Abbreviation, held: Iterable[TracePolynomial], claim: Claim, signs: Signs) -> bool:
    """Whether a symbol may be defined, is not defined by itself, and has the sign that the hypotheses give it."""
    symbol = polynomial(item.symbol)
    (name,) = names_of(symbol)
    if sum(name in names_of(other.symbol) for other in claim.abbreviations) > 1:
        return False
    sizes = {size for part in held for letter in part.letters for size in (letter.rows, letter.columns)}
    inverted = not symbol.is_scalar and symbol.letter.inverse_of
    if name in sizes | signs.fixed or inverted or name in depends_on(symbols_of(value_of(item)), claim.abbreviations):
        return False
    value = unfold_unsigned(value_of(item), claim.abbreviations, signs)
    if isinstance(item, DiagonalPart) and not _is_plain_diagonal(item, claim, signs):
        return False
    if isinstance(item, Reciprocal) or name in signs.definite | signs.invertible:
        return signs.is_definite(value) or is_positive_moment(value, claim, signs)
    if name in signs.from_one:
        return signs.is_nonnegative(value - 1)
    signed = name in signs.positive | signs.nonnegative | signs.semidefinite
    return not signed or signs.is_nonnegative(value)


def _is_plain_diagonal(item: DiagonalPart, claim: Claim, signs: Signs) -> bool:
    """Whether a diagonal part is a symmetric letter without sign, of a square matrix of symbols under hypotheses."""
    letter, of = polynomial(item.symbol).letter, value_of(item)
    signed = signs.definite | signs.semidefinite | signs.invertible
    plain = letter.symmetric and not letter.orthogonal and letter.name not in signed
    known = signed | signs.fixed | signs.positive | signs.nonnegative
    held = {name for letter in of.letters for name in (letter.inverse_of or letter.name, *letter.depends_on)}
    defined = {name for other in claim.abbreviations for name in names_of(other.symbol)}
    return plain and of.shape == polynomial(item.symbol).shape and held | set(of.scalars) <= known | defined


def _is_positive(name: str, held: Iterable[TracePolynomial], claim: Claim, signs: Signs) -> bool:
    sizes = {size for part in held for letter in part.letters for size in (letter.rows, letter.columns)}
    if name in signs.positive | sizes:
        return True
    defined = [item for item in claim.abbreviations if name in names_of(item.symbol)]
    return any(signs.is_definite(unfold_unsigned(value_of(item), claim.abbreviations, signs)) for item in defined)


def _exists(law: Law, claim: Claim, signs: Signs) -> bool:
    """Whether the covariances of a law are positive semidefinite and its scale is not negative."""
    if isinstance(law, Rows):
        return _exists(law.normal, claim, signs)
    given = [item for item in (law.row_covariance, law.column_covariance, law.scale) if item is not None]
    return all(signs.is_nonnegative(unfold_unsigned(item, claim.abbreviations, signs)) for item in given)


def _unsaid(law: Law, claim: Claim, signs: Signs) -> str:
    """The covariances and the scale of a law of which nothing says that they are semidefinite; empty if all is said."""
    normal = law.normal if isinstance(law, Rows) else law
    given = [item for item in (normal.row_covariance, normal.column_covariance, normal.scale) if item is not None]
    loose = [item for item in given if not signs.is_nonnegative(unfold_unsigned(item, claim.abbreviations, signs))]
    return f"no hypothesis says so of {', '.join(map(str, loose))}" if loose else ""


def _inverses(held: Iterable[TracePolynomial]) -> Iterator[Letter]:
    yield from sorted({letter for part in held for letter in mentioned(part) if letter.inverse_of})


def _invertible(letter: Letter, claim: Claim, signs: Signs) -> Line:
    holds = is_invertible(letter.inverse_of, claim, signs)
    return Line(f"{letter.inverse_of} is invertible", INVERTIBLE, INVERTIBLE_REFERENCE, holds)


def is_invertible(name: str, claim: Claim, signs: Signs, seen: frozenset[str] = frozenset()) -> bool:
    """Whether a letter is positive definite by hypothesis or definition, invertible by hypothesis, or a factor of such.

    `seen` are the letters under question already: two that rest on each other rest on nothing.
    """
    if name in signs.definite | signs.invertible:
        return True
    grams = [item for item in claim.operators if isinstance(item, GramOperator) and item.letter == name]
    if any("n" in signs.above and has_definite_rows(item, claim, signs) for item in grams):
        return True
    defined = [item for item in claim.abbreviations if isinstance(item, Definition) and name in names_of(item.symbol)]
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
