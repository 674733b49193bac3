"""The ridge operator of X: a letter that depends on a random one, known by an equation only."""

from proofs.algebra.letters import Letter
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.substitution import Relation
from proofs.algebra.symbols import as_polynomial, identity, inverse, matrix, scalar, symmetric
from proofs.core.errors import InputError
from proofs.core.task import RidgeOperator

RIDGE = "ridge operator"
RIDGE_REFERENCE = "H (X Psi X' + s I) = Psi X' for H = Psi X' (X Psi X' + s I)^-1; at s = 0 the equations of Penrose"


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
    H = as_polynomial(Letter(operator.letter, "d", "n", depends_on=frozenset({"X"})))
    prior = covariance(operator.prior)
    Psi = identity("d") if prior is None else prior
    right = Psi @ X.T
    if operator.noise:
        right = right - scalar(operator.noise) * H
    return H, Relation(H @ X @ Psi @ X.T, right)


def pseudo_inverse(operator: RidgeOperator) -> tuple[TracePolynomial, tuple[Relation, ...]]:
    """The letter X^+ (d, n) and the equations of Penrose, in forms that make words shorter.

    X X^+ X = X and X^+ X X^+ = X^+, also where a product X X^+ or X^+ X, which is symmetric, is written transposed.
    Raises InputError for an operator that is not the pseudo-inverse of X: one with a prior or with noise.
    """
    if operator.prior or operator.noise:
        raise InputError(f"{operator} is no pseudo-inverse: that has neither prior nor noise")
    plus, equation = ridge(operator)
    X = matrix("X", "n", "d")
    return plus, (
        equation,
        Relation(X @ plus @ X, X),
        Relation(X.T @ X @ plus, X.T),
        Relation(plus @ X @ plus, plus),
        Relation(plus @ plus.T @ X.T, plus),
        Relation(X.T @ plus.T @ plus, plus),
    )
