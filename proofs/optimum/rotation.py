"""The best prediction for random functions: what a rotation of the inputs leaves of the mixed terms."""

from proofs.algebra.abbreviation import polynomial, unfold
from proofs.algebra.gradient import gradient
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.positivity import Signs
from proofs.algebra.substitution import substitute
from proofs.algebra.symbols import scalar, vector
from proofs.core.errors import DependenceError, LetterError
from proofs.core.functions import InvariantMean, RotationInvariant
from proofs.core.proof import Line, Proof
from proofs.moments.dependence import depends_on, names_of, symbols_of, value_of
from proofs.moments.invariant import INVARIANT, invariant_mean, labelled
from proofs.moments.preconditions import FIXED, FIXED_REFERENCE, preconditions
from proofs.moments.rules import Calculus
from proofs.optimum.minimum import PLACE, PLACE_REFERENCE, SUPPORT, SUPPORT_REFERENCE, replacements

QUERY = "mean over the query"
QUERY_REFERENCE = "given f the query is independent of the data, with E x_q x_q' = I and E[x_q f(x_q) | f] = m"
ROTATION = "rotation invariance"
ROTATION_REFERENCE = "an invariant tensor of odd order vanishes, by -I; one of order two is a multiple of I (Schur)"
GIVEN_F = "rows independent given f"
GIVEN_F_REFERENCE = "E[x_i h_i | f] = m, E h_i^2 |x_i|^2 = power; different rows share f only"
DATA = INVARIANT | {"eps", "x_q"}


def direction(claim: RotationInvariant) -> TracePolynomial:
    """v (d, 1) with prediction v'x_q."""
    return gradient(polynomial(claim.prediction), vector("x_q", "d"))


def prove_rotation_invariant(claim: RotationInvariant, signs: Signs) -> Proof:
    """E |v - m|^2 = E |v - e|^2 + E |e - m|^2, since the mixed term has mean 0; e is the estimate."""
    rule, x_q, m = Calculus(), vector("x_q", "d"), labelled().m
    v, e = (unfold(item, claim.abbreviations) for item in (direction(claim), polynomial(claim.estimate)))
    linear = rule.closes(claim.prediction, v.T @ x_q, claim.abbreviations) and "x_q" not in symbols_of(v)
    mixed, least = (v - e).T @ (e - m), (e - m).T @ (e - m) - m.T @ m
    value = polynomial(claim.value) - scalar(claim.functions.second)
    at = substitute(v, replacements(claim.minimizer))
    return Proof(
        (
            *preconditions(claim, (), signs),
            *_law_lines(claim, signs),
            Line("the prediction is v'x_q", rule.name, rule.reference, linear),
            Line("the loss is E |v - m|^2 + E f^2 - E |m|^2", QUERY, QUERY_REFERENCE, holds=True),
            _mean_line("E (v - e)'(e - m) = 0", ROTATION, ROTATION_REFERENCE, mixed, value * 0, claim),
            _mean_line("E |e - m|^2 - E |m|^2 = value - E f^2", GIVEN_F, GIVEN_F_REFERENCE, least, value, claim),
            Line("v = e at the minimizer", rule.name, rule.reference, rule.closes(at, e, claim.abbreviations), at, e),
            Line("the minimizer is a choice of weights", PLACE, PLACE_REFERENCE, _is_place(claim, signs)),
            Line("every minimizer computes the same function", SUPPORT, SUPPORT_REFERENCE, holds=True),
        )
    )


def _law_lines(claim: RotationInvariant | InvariantMean, signs: Signs) -> tuple[Line, ...]:
    """What is asked of the law, that its moments are moments, and that abbreviations do not hide the data."""
    functions = claim.functions
    values = {name for item in claim.abbreviations for name in symbols_of(value_of(item))}
    defined = {name for item in claim.abbreviations for name in names_of(item.symbol)}
    fixed = not (depends_on(values, claim.abbreviations) & DATA or defined & (DATA | set(functions.names)))
    known = signs.nonnegative | signs.positive
    moments = [functions.signal, functions.power, functions.second, *([functions.noise] if functions.noise else [])]
    return (
        Line("f o U has the law of f for every orthogonal U", ROTATION, ROTATION_REFERENCE, not functions.covariance),
        Line(f"{', '.join(moments)} are means of squares", GIVEN_F, GIVEN_F_REFERENCE, set(moments) <= known),
        Line("abbreviations do not depend on the data", FIXED, FIXED_REFERENCE, fixed),
    )


def _mean_line(
    says: str,
    rule: str,
    reference: str,
    left: TracePolynomial,
    right: TracePolynomial,
    claim: RotationInvariant | InvariantMean,
) -> Line:
    try:
        found = invariant_mean(left, claim.functions)
    except (DependenceError, LetterError) as error:
        return Line(f"{says}: {error}", rule, reference, holds=False)
    return Line(says, rule, reference, Calculus().closes(found, right, claim.abbreviations), found, right)


def _is_place(claim: RotationInvariant, signs: Signs) -> bool:
    """Whether the variables are under no hypothesis, and values and the least value hold neither data nor weights."""
    variables = {name for symbol, _ in claim.minimizer for name in names_of(symbol)}
    assumed = signs.assumed | signs.symmetric
    held = {
        name
        for item in (claim.value, *(value for _, value in claim.minimizer))
        for name in depends_on(symbols_of(polynomial(item)), claim.abbreviations)
    }
    estimate = depends_on(symbols_of(polynomial(claim.estimate)), claim.abbreviations)
    defined = {name for item in claim.abbreviations for name in names_of(item.symbol)}
    return not variables & (assumed | held | estimate | defined | DATA) and not held & DATA


def prove_invariant_mean(claim: InvariantMean, signs: Signs) -> Proof:
    """The mean by invariance and by the rows being independent given f."""
    left, right = unfold(polynomial(claim.left), claim.abbreviations), polynomial(claim.right)
    holds_data = depends_on(symbols_of(right), claim.abbreviations) & DATA
    return Proof(
        (
            *preconditions(claim, (), signs),
            *_law_lines(claim, signs),
            Line("the mean does not hold the data", FIXED, FIXED_REFERENCE, not holds_data),
            _mean_line(claim.name, ROTATION, ROTATION_REFERENCE, left, right, claim),
        )
    )
