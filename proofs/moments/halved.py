"""Means with a ReLU of a linear form in an input whose law is symmetric: half of the mean without it.

relu(t) = (t + |t|) / 2 and relu(t)^2 = (t^2 + t |t|) / 2. Let t be linear in x, and x of the same law as -x. What is
odd in x times |t|, and what is even in x times t |t|, have mean 0: so E u(x) relu(t) = E u(x) t / 2 for odd u, and
E u(x) relu(t)^2 = E u(x) t^2 / 2 for even u.
"""

from dataclasses import dataclass

from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import number, scalar
from proofs.core.errors import LetterError
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean

HALVED = "ReLU by symmetry"
HALVED_REFERENCE = "relu(t) = (t + |t|)/2, relu(t)^2 = (t^2 + t|t|)/2, and x -> -x for one input at a time"


@dataclass(frozen=True)
class Halved(Mean):
    """A mean that came out of this rule; it is computed like any other."""


def mean_square_error(
    target: TracePolynomial,
    factor: TracePolynomial,
    score: TracePolynomial,
    rows: Gaussian,
    row: Gaussian,
    rest: tuple[Gaussian, ...],
) -> Halved:
    """E (target - sum_i u_i relu(t_i))^2 over n independent rows x_i, u_i = c'x_i and t_i = x_i'v.

    `factor` is c (d, 1) and `score` is v (d, 1), free of the rows, and so is the `target`; `rows` is the law of X,
    `row` that of one row as a column, and `rest` holds all other laws. Pairs of rows are reflected one at a time:
    E (sum_i u_i relu(t_i))^2 = E (sum_i u_i t_i)^2 / 4 + n E u_1^2 t_1^2 / 4.

    Raises LetterError where the laws of the rows are not one and the same.
    """
    X, x = rows.variable, row.variable
    if (row.row_covariance, row.scale) != (rows.column_covariance, rows.scale) or rows.row_covariance is not None:
        raise LetterError(f"{rows.name} must have independent rows of the law of {row.name}")
    inside = {letter.name for part in (target, factor, score) for letter in part.letters}
    if inside & {rows.name, row.name}:
        raise LetterError(f"the target, the factor and the score must not hold {rows.name} or {row.name}")
    halves, one = factor.T @ X.T @ X @ score, (x.T @ factor) * (x.T @ score)
    quarter = number(1) / 4
    integrand = target**2 - target * halves + quarter * halves**2 + quarter * scalar(X.rows) * one**2
    return Halved(integrand, (rows, row, *rest))
