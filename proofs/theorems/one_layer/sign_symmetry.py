"""For random functions invariance under rotations suffices, signs are not needed; in one dimension it needs -1.

Setting: as in one_layer.random_functions: f o U has the law of f for every orthogonal U; e = eta X'y for any eta.
Claim: the mean tensors E G_xx (m - e) and E G_yy (m - e), of orders 3 and 1, vanish, whatever the law of -f; and
E (X'y) m' = (n mu / d) I. So the printed hypothesis that -f has the law of f is not used.
For d = 1 the only rotation of determinant 1 is 1 itself, and every f is invariant under it: f(x) = x + x^2 with n = 1
and no noise has loss 11/3 at u = (1, 0), N_xx = 1/3, less than 71/18, the least of all steps eta y x x_q.
Hypotheses: -I is among the rotations.
Idea: -I turns an odd tensor into its negative.
Source: in none of the papers.
"""

from flint import fmpq

from proofs.algebra import TracePolynomial, matrix, scalar, trace, vector
from proofs.algebra.symbols import number
from proofs.core.functions import Functions, InvariantMean, LessLoss
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Control, Theorem
from proofs.moments.invariant import LABELS, NOISE, SLOPE, X

FUNCTIONS = Functions("mu", "q", "p", "sigma2")


def mean(name: str, left: TracePolynomial, right: TracePolynomial) -> InvariantMean:
    """The mean of one of the tensors, met with constant letters."""
    return InvariantMean(name=name, functions=FUNCTIONS, left=left, right=right)


def one_dimension(link: tuple[fmpq, ...]) -> LessLoss:
    """The function with these coefficients, and weights that see the inputs only."""
    return LessLoss(
        name="one dimension without -1",
        context=1,
        link=link,
        blocks=(("u_x", fmpq(1)), ("N_xx", fmpq(1, 3))),
        loss=fmpq(11, 3),
        least=fmpq(71, 18),
    )


def theorem() -> Theorem:
    """The statement and its derivation."""
    n, d, eta, mu = (scalar(name) for name in ("n", "d", "eta", "mu"))
    B, c, y = matrix("B", "d", "d"), vector("c", "d"), LABELS + NOISE
    missed, product = SLOPE - eta * X.T @ y, y.T @ X @ B @ SLOPE
    return Theorem(
        source=Source("this project", "a redundant hypothesis of Theorem 3 of Mahankali, Hashimoto, Ma 2023"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            *(Hypothesis(name, Predicate.NONNEGATIVE, "moments of f and eps") for name in ("mu", "q", "p", "sigma2")),
        ),
        claims=(
            mean("inputs", trace(B @ X.T @ X) * (c.T @ missed), number(0)),
            mean("labels", (y.T @ y) * (c.T @ missed), number(0)),
            mean("inputs and labels", product, n * mu / d * trace(B)),
            one_dimension((fmpq(0), fmpq(1), fmpq(1))),
        ),
        controls=(
            Control("order two as if it were odd", mean("inputs and labels", product, number(0))),
            Control("no division by d", mean("inputs and labels", product, n * mu * trace(B))),
            Control("an odd function", one_dimension((fmpq(0), fmpq(1)))),
        ),
        uses=("one_layer.random_functions",),
    )
