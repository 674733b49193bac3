"""For random functions invariance under rotations suffices: that -f has the law of f is not needed.

Setting: as in one_layer.random_functions: f o U has the law of f for every orthogonal U; e = eta X'y for any eta.
Claim: the mean tensors E G_xx (m - e) and E G_yy (m - e), of orders 3 and 1, vanish, whatever the law of -f; and
E (X'y) m' = (n mu / d) I. So the printed hypothesis that -f has the law of f is not used.
Hypotheses: -I is among the rotations; for d = 1 it has to be: one_layer.one_dimension.
Idea: -I turns an odd tensor into its negative.
Source: in none of the papers.
"""

from proofs.algebra import TracePolynomial, matrix, scalar, trace, vector
from proofs.algebra.symbols import number
from proofs.core.functions import Functions, InvariantMean
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Control, Theorem
from proofs.moments.invariant import labelled

FUNCTIONS = Functions("mu", "q", "p", "sigma2")


def mean(name: str, left: TracePolynomial, right: TracePolynomial) -> InvariantMean:
    """The mean of one of the tensors, met with constant letters."""
    return InvariantMean(name=name, functions=FUNCTIONS, left=left, right=right)


def theorem() -> Theorem:
    """The statement and its derivation."""
    n, d, eta, mu = (scalar(name) for name in ("n", "d", "eta", "mu"))
    B, c, sample = matrix("B", "d", "d"), vector("c", "d"), labelled()
    X, y, m = sample.X, sample.y, sample.m
    missed, product = m - eta * X.T @ y, y.T @ X @ B @ m
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
        ),
        controls=(
            Control("order two as if it were odd", mean("inputs and labels", product, number(0))),
            Control("no division by d", mean("inputs and labels", product, n * mu * trace(B))),
        ),
        uses=("one_layer.random_functions",),
    )
