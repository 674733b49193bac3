"""Objectives that are least at diagonal matrices: rotation, signs and convexity; and why a least value is attained."""

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial, total
from proofs.algebra.positivity import Signs
from proofs.algebra.substitution import substitute
from proofs.algebra.symbols import number, orthogonal
from proofs.core.claims import Coercive, Diagonalised, Square
from proofs.core.derivation import Expression
from proofs.core.proof import Line, Proof
from proofs.moments.dependence import depends_on, symbols_in, symbols_of
from proofs.moments.mean import expanded
from proofs.moments.preconditions import preconditions
from proofs.moments.rules import Calculus
from proofs.optimum.minimum import (
    SQUARES,
    SQUARES_REFERENCE,
    described,
    is_nonnegative,
    square_form,
)

SPECTRAL = "rotation, signs and convexity"
SPECTRAL_REFERENCE = (
    "A symmetric matrix is U D U' (spectral theorem). Sign matrices E are orthogonal and E D E = D; the mean of E B E "
    "over all of them is diag(B), so by Jensen f(D, diag(B)) <= mean f(D, E B E) = f(D, B)"
)
ATTAINED = "bounded sublevel sets"
ATTAINED_REFERENCE = "continuous with bounded sublevel sets: there is a least value on every closed set (Weierstrass)"
ROTATION = "U"

Equation = tuple[str, TracePolynomial, TracePolynomial]


def diagonal_equations(claim: Diagonalised) -> list[Equation]:
    """Invariance under a common rotation; the second difference as a sum of squares."""
    f, A, B, H = (polynomial(item) for item in (expanded(claim.objective), claim.turned, claim.averaged, claim.step))
    U = orthogonal(ROTATION, A.rows)
    rotated = substitute(f, {A: U @ A @ U.T, B: U @ B @ U.T})
    difference = substitute(f, {B: B + H}) + substitute(f, {B: B - H}) - 2 * f
    return [
        ("f is the same when both matrices turn", rotated, f),
        ("the second difference is a sum of squares", difference, gathered(claim.squares)),
    ]


def coercive_equations(claim: Coercive) -> list[Equation]:
    """objective = growth + squares - constant."""
    right = gathered((*claim.growth, *claim.squares)) - polynomial(claim.constant)
    return [("objective = growth + squares - constant", expanded(claim.objective), right)]


def gathered(squares: tuple[Square, ...]) -> TracePolynomial:
    """The sum of squares, computed."""
    return total([number(0), *(expanded(square_form(square)) for square in squares)])


def prove_diagonalised(claim: Diagonalised, signs: Signs) -> Proof:
    """Both equations by the calculus, the squares nonnegative, the letters free; the conclusion is a named rule."""
    lines = [*preconditions(claim, (), signs), *_closed(diagonal_equations(claim), claim)]
    lines += _nonnegative(claim.squares, claim, signs)
    symbols = [polynomial(item) for item in (claim.turned, claim.averaged, claim.step)]
    A, B, H = (symbol.letter for symbol in symbols)
    free = len({A.name, B.name, H.name}) == 3 and A.symmetric and not (B.symmetric or H.symmetric)
    held = signs.restricted(symbols)
    still = H.name not in symbols_of(expanded(claim.objective))
    holds = free and still and not held and ROTATION not in symbols_in(claim)
    lines.append(Line("the diagonal pair is no worse", SPECTRAL, SPECTRAL_REFERENCE, holds))
    return Proof(tuple(lines))


def prove_coercive(claim: Coercive, signs: Signs) -> Proof:
    """The equation by the calculus, squares nonnegative, each variable with a definite square of its own."""
    lines = [*preconditions(claim, (), signs), *_closed(coercive_equations(claim), claim)]
    lines += _nonnegative((*claim.growth, *claim.squares), claim, signs)
    grows = all(
        any(_grows(square, polynomial(variable), claim, signs) for square in claim.growth)
        for variable in claim.variables
    )
    variables = {polynomial(variable).letter.name for variable in claim.variables}
    outside = [
        claim.constant,
        *(part for square in claim.growth for part in (square.weight, square.before, square.after)),
    ]
    held = {name for part in outside if part is not None for name in _enter(part, claim)}
    free = _names(claim) == variables and not variables & held
    lines.append(Line("sublevel sets are bounded", ATTAINED, ATTAINED_REFERENCE, grows and free))
    return Proof(tuple(lines))


def _closed(equations: list[Equation], claim: Diagonalised | Coercive) -> list[Line]:
    rule = Calculus()
    return [
        Line(says, rule.name, rule.reference, rule.closes(left, right, claim.abbreviations), left, right)
        for says, left, right in equations
    ]


def _nonnegative(squares: tuple[Square, ...], claim: Diagonalised | Coercive, signs: Signs) -> list[Line]:
    return [
        Line(f"{described(square)} >= 0", SQUARES, SQUARES_REFERENCE, is_nonnegative(square, claim, signs))
        for square in squares
    ]


def _grows(square: Square, variable: TracePolynomial, claim: Coercive, signs: Signs) -> bool:
    plain = not square.over and polynomial(square.body) == variable
    return plain and is_nonnegative(square, claim, signs, strictly=True)


def _enter(part: Expression, claim: Coercive) -> set[str]:
    return depends_on(symbols_of(polynomial(part)), claim.abbreviations)


def _names(claim: Coercive) -> set[str]:
    """The letters of the objective."""
    return {letter.name for letter in expanded(claim.objective).letters}
