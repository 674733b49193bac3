"""The ridge operator of X: a letter that depends on a random one, known by an equation only."""

from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.substitution import Relation
from proofs.algebra.symbols import identity, inverse, matrix, scalar, symmetric
from proofs.core.task import RidgeOperator

RIDGE = "ridge operator"
RIDGE_REFERENCE = "H (X Psi X' + s I) = Psi X' for H = Psi X' (X Psi X' + s I)^-1; at s = 0 for the pseudo-inverse too"


def covariance(name: str) -> TracePolynomial | None:
    """The symmetric (d, d) letter of that name; "Sigma^-1" is the inverse of "Sigma", "" the identity (None)."""
    if not name:
        return None
    original = name.removesuffix("^-1")
    letter = symmetric(original, "d")
    return inverse(letter) if original != name else letter


def ridge(operator: RidgeOperator) -> tuple[TracePolynomial, Relation]:
    """The letter H (d, n) and the equation that defines it: H X Psi X' = Psi X' - noise H.

    At noise 0 it holds for H = Psi X' (X Psi X')^+ too.
    """
    X = matrix("X", "n", "d")
    H = matrix(operator.letter, "d", "n", depends_on=("X",))
    prior = covariance(operator.prior)
    Psi = identity("d") if prior is None else prior
    right = Psi @ X.T
    if operator.noise:
        right = right - scalar(operator.noise) * H
    return H, Relation(H @ X @ Psi @ X.T, right)
