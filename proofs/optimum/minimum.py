"""The symbolic proof of a minimum: the objective is its value plus a sum of squares that vanish at the minimizer."""

from collections.abc import Mapping

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial, total, trace
from proofs.algebra.positivity import Signs
from proofs.algebra.substitution import substitute
from proofs.algebra.symbols import number
from proofs.core.claims import Claim, LowerBound, Minimum, Square
from proofs.core.derivation import Expression
from proofs.core.proof import Line, Proof
from proofs.moments.dependence import DATA, depends_on, is_free_of_data, laws, names_of, symbols_of
from proofs.moments.laws import Gaussian, Law
from proofs.moments.mean import Mean, expanded
from proofs.moments.preconditions import preconditions
from proofs.moments.rules import Calculus
from proofs.moments.unsigned import unfold_unsigned, with_reciprocals

SQUARES = "sum of squares"
SQUARES_REFERENCE = "tr(P B Q B') = |P^(1/2) B Q^(1/2)|^2 >= 0 for positive semidefinite P, Q, and so is its mean"
DEFINITE = "definite form"
DEFINITE_REFERENCE = "tr(P B Q B') = 0 for positive definite P, Q only at B = 0"
PLACE = "choice of weights"
PLACE_REFERENCE = "a minimum is over weights: they do not see the data, and the least value does not hold them"
SUPPORT = "vanishing mean square"
SUPPORT_REFERENCE = "a continuous function with mean square 0 vanishes on the support of the law"


Place = tuple[tuple[Expression, Expression], ...]
"""Weights with their values."""


def square_form(square: Square) -> Expression:
    """weight * tr(before body after body'), as a mean where the square has laws."""
    body = polynomial(square.body)
    inner = body if square.after is None else body @ polynomial(square.after)
    inner = inner if square.before is None else polynomial(square.before) @ inner
    form = inner * body if body.is_scalar else trace(inner @ body.T)
    weight = number(1) if square.weight is None else polynomial(square.weight)
    over = tuple(_law(law) for law in square.over)
    return Mean(weight * form, over) if over else weight * form


def _law(law: object) -> Gaussian:
    if not isinstance(law, Gaussian):
        raise TypeError(f"a square is averaged over Gaussian laws, got {type(law).__name__}")
    return law


def gap(claim: LowerBound) -> TracePolynomial:
    """The sum of the squares, computed."""
    return total([number(0), *(expanded(square_form(square)) for square in claim.squares)])


def prove_minimum(claim: LowerBound, signs: Signs) -> Proof:
    """The objective equals value plus squares, the squares are nonnegative, and vanish at the minimizer."""
    rule = Calculus()

    def line(says: str, left: Expression, right: Expression) -> Line:
        return Line(says, rule.name, rule.reference, rule.closes(left, right, claim.abbreviations), left, right)

    lines = preconditions(claim, tuple(square_form(square) for square in claim.squares), signs)
    start = claim.objective
    if claim.folded is not None:
        lines.append(line("the objective, folded", start, claim.folded))
        start = claim.folded
    lines.append(line("objective = value + squares", start, polynomial(claim.value) + gap(claim)))
    lines += [_nonnegative_line(square, claim, signs) for square in claim.squares]
    at = replacements(claim.minimizer)
    for square in claim.squares:
        body = polynomial(square.body)
        lines.append(line("the square vanishes at the minimizer", substitute(body, at), body * 0))
    lacks = no_place(claim.minimizer, claim, signs)
    lines.append(Line("the minimizer is a choice of weights", PLACE, PLACE_REFERENCE, not lacks, lacks=lacks))
    if isinstance(claim, Minimum):
        lines += _minimum_lines(claim, signs)
    return Proof(tuple(lines))


def _minimum_lines(claim: Minimum, signs: Signs) -> list[Line]:
    """What makes a lower bound the least value, its place the only one, and its function the only one."""
    held = depends_on(symbols_of(polynomial(claim.value)), claim.abbreviations) & weights(claim)
    lacks = f"it holds {', '.join(sorted(held))}" if held else ""
    lines = [Line("the least value holds no weight", PLACE, PLACE_REFERENCE, not held, lacks=lacks)]
    if claim.unique:
        says = "the squares vanish at the minimizer only"
        lines.append(Line(says, DEFINITE, DEFINITE_REFERENCE, _is_unique(claim, signs)))
    if claim.prediction is not None and claim.computes is not None:
        says = "every minimizer computes the same function"
        holds = _is_one_function(claim, signs)
        needed = "it takes one square, that of the difference, with a positive weight and laws of definite covariance"
        lines.append(Line(says, SUPPORT, SUPPORT_REFERENCE, holds, lacks="" if holds else needed))
    return lines


def weights(claim: LowerBound) -> set[str]:
    """The names of the variables of the minimizer and of the weights of the experiment."""
    blocks = () if claim.experiment is None else tuple(block for _, block in claim.experiment.blocks)
    found = [polynomial(item) for item in (*(symbol for symbol, _ in claim.minimizer), *blocks)]
    return {name for item in found for name in names_of(item)}


def no_place(place: Place, claim: Claim, signs: Signs) -> str:
    """Why values are no choice of weights; empty where they are free of the data, and the variables of hypotheses."""
    symbols = [polynomial(symbol) for symbol, _ in place]
    variables = {name for symbol in symbols for name in names_of(symbol)}
    values = [polynomial(value) for _, value in place]
    held = {name for value in values for name in depends_on(symbols_of(value), claim.abbreviations)}
    seeing = [str(value) for value in values if not is_free_of_data(value, claim)]
    for names, why in (
        (signs.restricted(symbols), "is under a hypothesis, but a weight takes any value"),
        (variables & held, "is in the value of a variable"),
        (seeing, "holds data, or what is averaged"),
    ):
        if names:
            return f"{', '.join(sorted(names))} {why}"
    return ""


def _is_one_function(claim: Minimum, signs: Signs) -> bool:
    """Whether the one square is that of the difference of two functions, and vanishes only where that does."""
    if len(claim.squares) != 1 or claim.prediction is None or claim.computes is None:
        return False
    (square,) = claim.squares
    if not is_nonnegative(square, claim, signs, strictly=True):
        return False
    if not all(_is_everywhere(law, claim, signs) for law in laws(square)) or _is_noise_only(square, claim, signs):
        return False
    averaged = {law.name for law in laws(square)}
    random = DATA & depends_on(symbols_of(polynomial(square.body)), claim.abbreviations)
    if weights(claim) & depends_on(symbols_of(polynomial(claim.computes)), claim.abbreviations):
        return False
    error = polynomial(claim.prediction) - polynomial(claim.computes)
    return random <= averaged and Calculus().closes(square.body, error, claim.abbreviations)


def _is_everywhere(law: Law, claim: Minimum, signs: Signs) -> bool:
    """Whether the covariances of a law are definite, so that it leaves out no direction: its support is everything."""
    normal = law if isinstance(law, Gaussian) else law.normal
    sides = [side for side in (normal.row_covariance, normal.column_covariance) if side is not None]
    return all(signs.is_definite(unfold_unsigned(side, claim.abbreviations, signs)) for side in sides)


def _is_noise_only(square: Square, claim: Minimum, signs: Signs) -> bool:
    """Whether a weight drops out of a square where variances that may be 0 are 0."""
    body, weighed = polynomial(square.body), weights(claim)
    still = {law.variable: law.variable * 0 for law in map(_law, square.over) if not signs.is_definite(law.scale)}
    return bool(weighed & symbols_of(body) - symbols_of(substitute(body, still)))


def replacements(pairs: tuple[tuple[Expression, Expression], ...]) -> Mapping[TracePolynomial, TracePolynomial]:
    """Symbol and value pairs as a substitution."""
    return {polynomial(symbol): polynomial(value) for symbol, value in pairs}


def _nonnegative_line(square: Square, claim: LowerBound, signs: Signs) -> Line:
    return Line(f"{described(square)} >= 0", SQUARES, SQUARES_REFERENCE, is_nonnegative(square, claim, signs))


def described(square: Square) -> str:
    """The square in words: weight tr(P B Q B') with B = body."""
    body = polynomial(square.body)
    before, after = ("" if factor is None else f"{factor} " for factor in (square.before, square.after))
    form = "B^2" if body.is_scalar else f"tr({before}B {after}B')"
    weight = "" if square.weight is None else f"({square.weight}) "
    return f"{'E ' if square.over else ''}{weight}{form} with B = {body}"


def is_nonnegative(square: Square, claim: Claim, signs: Signs, *, strictly: bool = False) -> bool:
    """Whether weight, before and after of the square are visibly positive semidefinite, or definite."""
    known = with_reciprocals(signs, claim.abbreviations)
    holds = known.is_definite if strictly else known.is_nonnegative
    factors = [factor for factor in (square.weight, square.before, square.after) if factor is not None]
    return all(holds(unfold_unsigned(polynomial(factor), claim.abbreviations, known)) for factor in factors)


def _is_unique(claim: Minimum, signs: Signs) -> bool:
    """Whether definite squares fix the variables one after the other.

    The body of such a square is a multiple of the variable, and something that holds only variables fixed before it.
    """
    loose = [polynomial(symbol) for symbol, _ in claim.minimizer]

    def fixes(square: Square, variable: TracePolynomial, names: set[str]) -> bool:
        body = polynomial(square.body)
        if square.over or body.shape != variable.shape or not is_nonnegative(square, claim, signs, strictly=True):
            return False
        rests = [body - factor * variable for factor in set(body.terms.values())]
        return any(not names & depends_on(symbols_of(rest), claim.abbreviations) for rest in rests)

    while loose:
        names = {name for variable in loose for name in names_of(variable)}
        left = [item for item in loose if not any(fixes(square, item, names) for square in claim.squares)]
        if len(left) == len(loose):
            return False
        loose = left
    return True
