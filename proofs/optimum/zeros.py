"""For every degree: the best polynomial is an orthogonal polynomial, so its zeros are real, simple and positive."""

from collections.abc import Iterator, Sequence

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial, total, trace
from proofs.algebra.positivity import Signs
from proofs.algebra.symbols import identity, inverse, scalar
from proofs.core.claims import OrthogonalZeros
from proofs.core.proof import Line, Proof
from proofs.moments.dependence import laws
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean
from proofs.moments.preconditions import preconditions
from proofs.moments.rules import Calculus
from proofs.optimum.cramer import least_point

SPECTRUM = "spectrum of a Gram matrix"
SPECTRUM_REFERENCE = (
    "W is similar to Z'Z / n, Z standard normal, whose nonzero eigenvalues have a joint density (Muirhead 1982, 3.2): "
    "nu has all moments and infinitely many points of support in mu > 0"
)
DEFINITE = "definite quadratic form"
DEFINITE_REFERENCE = (
    "a polynomial with zero mean square vanishes on the support; so the form is definite, there is one least point "
    "under q(0) = 1, and q is orthogonal to every mu r there"
)
ZEROS = "zeros of orthogonal polynomials"
ZEROS_REFERENCE = "Szego 1939, theorem 3.3.1: real, simple, in the interior of the interval that holds the support"


def law(claim: OrthogonalZeros) -> Gaussian | None:
    """The law of X, if there is exactly one and it is Gaussian."""
    found = laws(claim.over)
    return found[0] if len(found) == 1 and isinstance(found[0], Gaussian) else None


def is_whitened(claim: OrthogonalZeros) -> bool:
    """Whether W is cov^-1 X'X / n for X with independent rows N(0, cov), the dimensions being those of X."""
    found = law(claim)
    if found is None or found.row_covariance is not None or found.is_vector:
        return False
    X, letter = found.variable, found.variable.letter
    if (letter.rows, letter.columns) != ("n", "d"):
        return False
    gram = X.T @ X / scalar(letter.rows)
    if found.column_covariance is not None:
        gram = inverse(found.column_covariance) @ gram
    return found.scale == Gaussian(X).scale and polynomial(claim.gram) == gram


def moments(claim: OrthogonalZeros, count: int) -> list[TracePolynomial]:
    """E tr W^k for k = 0 to count - 1, by pairings."""
    W, over = polynomial(claim.gram), tuple(laws(claim.over))
    return [trace(identity(W.rows)), *(Mean(trace(W**order), over).value() for order in range(1, count))]


def orthogonality(claim: OrthogonalZeros, depth: int, m: Sequence[TracePolynomial]) -> Iterator[TracePolynomial]:
    """The integrals of q mu^(weight + j) dnu, j < L, times the positive cofactor of G; q by Cramer's rule."""
    q = least_point([m[row : row + depth + 1] for row in range(depth + 1)]).cofactors
    for j in range(depth):
        yield total(entry * m[k + j + claim.weight] for k, entry in enumerate(q))


def prove_zeros(claim: OrthogonalZeros, signs: Signs) -> Proof:
    """The spectrum, the definite form, orthogonality where it is written out, and the zeros."""
    rule = Calculus()
    lines = preconditions(claim, (), signs)
    white = is_whitened(claim) and claim.weight == 1
    lines.append(Line("nu has infinitely many points of support", SPECTRUM, SPECTRUM_REFERENCE, white))
    lines.append(Line("one least point, orthogonal for mu dnu", DEFINITE, DEFINITE_REFERENCE, white))
    m = moments(claim, 2 * max(claim.depths, default=0) + max(claim.weight, 1))
    for depth in claim.depths:
        for j, integral in enumerate(orthogonality(claim, depth, m)):
            says = f"L = {depth}: the integral of q mu^{j + claim.weight} dnu vanishes"
            holds = rule.closes(integral, integral * 0, claim.abbreviations)
            lines.append(Line(says, rule.name, rule.reference, holds, integral, integral * 0))
    lines.append(Line("the zeros of q are real, simple and positive", ZEROS, ZEROS_REFERENCE, white))
    return Proof(tuple(lines))
