"""Means with a ReLU of a linear form in an input whose law is symmetric: half of the mean without it.

relu(t) = (t + |t|) / 2 and relu(t)^2 = (t^2 + t |t|) / 2. Let t be linear in x, and x of the same law as -x. What is
odd in x times |t|, and what is even in x times t |t|, have mean 0: so E u(x) relu(t) = E u(x) t / 2 for odd u, and
E u(x) relu(t)^2 = E u(x) t^2 / 2 for even u.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.substitution import substitute
from proofs.algebra.symbols import number, scalar
from proofs.core.errors import LetterError
from proofs.moments.laws import Gaussian, Law
from proofs.moments.mean import Mean

HALVED = "ReLU by symmetry"
HALVED_REFERENCE = "relu(t) = (t + |t|)/2, relu(t)^2 = (t^2 + t|t|)/2, and x -> -x for one input at a time"

PARTS, LAWS = 3, 2


@dataclass(frozen=True)
class Halved(Mean):
    """A mean that came out of this rule; it is computed like any other.

    `parts` are the target, the factor and the score; over[0] and over[1] are the laws of the rows and of one row.
    """

    parts: tuple[TracePolynomial, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether the integrand is still what the rule makes of the parts: not so after a substitution in it alone."""
        try:
            return self.at({}).integrand == self.integrand and not self.relations
        except LetterError:
            return False

    def at(self, values: Mapping[TracePolynomial, TracePolynomial]) -> "Halved":
        """The mean with values in the parts. Raises LetterError where the rule does not allow them."""
        if len(self.parts) != PARTS or len(self.over) < LAWS:
            raise LetterError("a mean by symmetry needs its target, factor and score, and the laws of the rows")
        target, factor, score = (substitute(part, values) for part in self.parts)
        rows, row, *rest = self.over
        if not isinstance(rows, Gaussian) or not isinstance(row, Gaussian):
            raise LetterError("a mean by symmetry is over Gaussian rows")
        return mean_square_error(target, factor, score, rows, row, tuple(rest))


def mean_square_error(
    target: TracePolynomial,
    factor: TracePolynomial,
    score: TracePolynomial,
    rows: Gaussian,
    row: Gaussian,
    rest: tuple[Law, ...],
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
    letters = [letter for part in (target, factor, score) for letter in part.letters]
    inside = {name for letter in letters for name in (letter.name, *letter.depends_on)}
    if inside & {rows.name, row.name}:
        raise LetterError(f"the target, the factor and the score must not hold {rows.name} or {row.name}")
    halves, one = factor.T @ X.T @ X @ score, (x.T @ factor) * (x.T @ score)
    quarter = number(1) / 4
    integrand = target**2 - target * halves + quarter * halves**2 + quarter * scalar(X.rows) * one**2
    return Halved(integrand, (rows, row, *rest), parts=(target, factor, score))
