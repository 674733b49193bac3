"""Limits of Laurent polynomials in a scalar, and of quotients of them."""

from proofs.algebra.abbreviation import polynomial, times_denominator, unfold
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.positivity import Signs
from proofs.algebra.symbols import number, scalar, scalar_name
from proofs.core.claims import Limit
from proofs.core.derivation import Expression, Reciprocal
from proofs.core.proof import Line, Proof
from proofs.moments.dependence import depends_on, made_of, names_of, symbols_of
from proofs.moments.mean import expanded
from proofs.moments.preconditions import preconditions
from proofs.moments.rules import Calculus

LAURENT = "limit of a Laurent polynomial"
LAURENT_REFERENCE = "sum_k c_k t^-k -> c_0 for t -> infinity"
QUOTIENT = "continuity of the quotient and of the inverse"
QUOTIENT_REFERENCE = (
    "limits commute with division by what stays away from 0, and with the inverse at an invertible matrix"
)


def at_infinity(expression: TracePolynomial, grows: TracePolynomial) -> TracePolynomial | None:
    """The limit as a scalar grows; None where the expression is unbounded."""
    (name,) = grows.scalars
    if name not in expression.alphabet.scalars:
        return expression
    place = expression.alphabet.place(name)
    if any(powers[place] > 0 for _, _, powers in expression.terms):
        return None
    kept = {key: value for key, value in expression.terms.items() if not key[2][place]}
    return TracePolynomial(expression.alphabet, expression.shape, kept)


def _quotient(claim: Limit, denominator: Expression, name: str) -> tuple[TracePolynomial, ...]:
    """Numerator and denominator with what abbreviations stand for, over the highest power of the denominator."""
    parts = tuple(expanded(part) for part in (claim.numerator, denominator))
    for item in reversed(claim.abbreviations):
        parts = times_denominator(parts, item) if isinstance(item, Reciprocal) else parts
        parts = tuple(unfold(part, (item,)) for part in parts)
    top = _degree(parts[1], name)
    if not top:
        return parts
    factor = scalar(name).reciprocal() ** top if top > 0 else scalar(name) ** -top
    return tuple(part * factor for part in parts)


def _degree(expression: TracePolynomial, name: str) -> int:
    """The highest exponent of a scalar; 0 where it does not occur."""
    if name not in expression.alphabet.scalars:
        return 0
    place = expression.alphabet.place(name)
    return max((powers[place] for _, _, powers in expression.terms), default=0)


def _hides(expression: TracePolynomial, grows: TracePolynomial, claim: Limit) -> bool:
    """Whether a letter or scalar of the expression depends on the one that grows, or has it for a dimension."""
    (name,) = grows.scalars
    return name in made_of(depends_on(symbols_of(expression, apart_from=name), claim.abbreviations), claim.operators)


def prove_limit(claim: Limit, signs: Signs) -> Proof:
    """The limits of numerator and denominator, and the quotient compared with the claimed one."""
    grows = polynomial(claim.grows)
    one: Expression = number(1)
    denominator = one if claim.denominator is None else claim.denominator
    claimed_below = polynomial(one if claim.limit_denominator is None else claim.limit_denominator)
    name = scalar_name(grows)
    sides = _quotient(claim, denominator, name)
    above, below = (at_infinity(side, grows) for side in sides)
    found = above is not None and below is not None
    lines = preconditions(claim, (claim.numerator, denominator, claim.limit, claimed_below), signs)
    defined = {name for item in claim.abbreviations for name in names_of(item.symbol)}
    laurent = name not in defined and not any(_hides(side, grows, claim) for side in sides)
    hiding = (
        f"{name} is defined" if name in defined else f"what is left of {' / '.join(map(str, sides))} depends on {name}"
    )
    lines.append(
        Line(f"{grows} enters by its powers only", LAURENT, LAURENT_REFERENCE, laurent, lacks="" if laurent else hiding)
    )
    growing = "" if found else f"{sides[0]} is unbounded in {name}"
    lines.append(Line("numerator and denominator converge", LAURENT, LAURENT_REFERENCE, found, lacks=growing))
    if above is not None and below is not None:
        away = signs.is_definite(below) and signs.is_definite(claimed_below)
        lines.append(Line("the denominators stay positive", QUOTIENT, QUOTIENT_REFERENCE, away))
        if claim.inverted:
            invertible = signs.is_definite(polynomial(claim.limit))
            lines.append(Line("the limit is invertible", QUOTIENT, QUOTIENT_REFERENCE, invertible))
        rule = Calculus()
        left, right = above * claimed_below, polynomial(claim.limit) * below
        lines.append(
            Line("the limit", rule.name, rule.reference, rule.closes(left, right, claim.abbreviations), left, right)
        )
    return Proof(tuple(lines))
