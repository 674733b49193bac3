"""The symbolic proof of a minimum: the objective is its value plus a sum of squares that vanish at the minimizer."""

from collections.abc import Mapping

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial, total, trace
from proofs.algebra.positivity import Signs
from proofs.algebra.substitution import substitute
from proofs.algebra.symbols import number
from proofs.core.claims import Minimum, Square
from proofs.core.derivation import Expression
from proofs.core.proof import Line, Proof
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean, expanded
from proofs.moments.preconditions import depends_on, preconditions, symbols_of, unfold_unsigned
from proofs.moments.rules import Calculus

SQUARES = "sum of squares"
SQUARES_REFERENCE = "tr(P B Q B') = |P^(1/2) B Q^(1/2)|^2 >= 0 for positive semidefinite P, Q, and so is its mean"
DEFINITE = "definite form"
DEFINITE_REFERENCE = "tr(P B Q B') = 0 for positive definite P, Q only at B = 0"


def square_form(square: Square) -> Expression:
    """weight * tr(before body after body'), as a mean where the square has laws."""
    body = polynomial(square.body)
    inner = body if square.after is None else body @ polynomial(square.after)
    inner = inner if square.before is None else polynomial(square.before) @ inner
    form = inner * body if body.is_scalar else trace(inner @ body.T)
    weight = number(1) if square.weight is None else polynomial(square.weight)
    laws = tuple(law for law in square.over if isinstance(law, Gaussian))
    return Mean(weight * form, laws) if laws else weight * form


def gap(claim: Minimum) -> TracePolynomial:
    """The sum of the squares, computed."""
    return total([number(0), *(expanded(square_form(square)) for square in claim.squares)])


def prove_minimum(claim: Minimum, signs: Signs) -> Proof:
    """The objective equals value plus squares, the squares are nonnegative, and vanish at the minimizer."""
    rule = Calculus()

    def line(says: str, left: Expression, right: Expression) -> Line:
        return Line(says, rule.name, rule.reference, rule.closes(left, right, claim.abbreviations), left, right)

    values = [value for _, value in claim.minimizer]
    bodies = [square.body for square in claim.squares]
    lines = preconditions(claim, (claim.objective, claim.value, *bodies, *values), signs)
    start = claim.objective
    if claim.folded is not None:
        lines.append(line("the objective, folded", start, claim.folded))
        start = claim.folded
    value = polynomial(claim.value)
    lines.append(line("objective = value + squares", start, value + gap(claim)))
    lines += [_nonnegative_line(square, claim, signs) for square in claim.squares]
    at = replacements(claim.minimizer)
    for square in claim.squares:
        body = polynomial(square.body)
        lines.append(line("the square vanishes at the minimizer", substitute(body, at), body * 0))
    if claim.unique:
        says = "the squares vanish at the minimizer only"
        lines.append(Line(says, DEFINITE, DEFINITE_REFERENCE, _is_unique(claim)))
    return Proof(tuple(lines))


def replacements(pairs: tuple[tuple[Expression, Expression], ...]) -> Mapping[TracePolynomial, TracePolynomial]:
    """Symbol and value pairs as a substitution."""
    return {polynomial(symbol): polynomial(value) for symbol, value in pairs}


def _nonnegative_line(square: Square, claim: Minimum, signs: Signs) -> Line:
    return Line(f"{described(square)} >= 0", SQUARES, SQUARES_REFERENCE, is_nonnegative(square, claim, signs))


def described(square: Square) -> str:
    """The square in words: weight tr(P B Q B') with B = body."""
    body = polynomial(square.body)
    before, after = ("" if factor is None else f"{factor} " for factor in (square.before, square.after))
    form = "B^2" if body.is_scalar else f"tr({before}B {after}B')"
    weight = "" if square.weight is None else f"({square.weight}) "
    return f"{'E ' if square.over else ''}{weight}{form} with B = {body}"


def is_nonnegative(square: Square, claim: Minimum, signs: Signs) -> bool:
    """Whether weight, before and after of the square are visibly positive (definite)."""
    factors = [factor for factor in (square.weight, square.before, square.after) if factor is not None]
    return all(signs.is_definite(unfold_unsigned(polynomial(f), claim.abbreviations, signs)) for f in factors)


def _is_unique(claim: Minimum) -> bool:
    """Whether each variable of the minimizer is fixed by a square whose body is it minus something free of it."""
    variables = [polynomial(symbol) for symbol, _ in claim.minimizer]
    names = {v.scalars[0] if v.is_scalar else v.letter.name for v in variables}

    def fixes(square: Square, variable: TracePolynomial) -> bool:
        body = polynomial(square.body)
        if square.over or body.shape != variable.shape:
            return False
        return not names & depends_on(symbols_of(body - variable), claim.abbreviations)

    return all(any(fixes(square, variable) for square in claim.squares) for variable in variables)
