"""Non-linear labels at test time: what given weights pay over the best linear predictor, and what no context repairs.

Setting: one layer, prediction x_q'A X'y / n with any A, tested at x ~ N(0, I), y_i = f(x_i) + eps_i with f as in
one_layer.random_functions and n examples; the best linear predictor that knows f is m'x_q, m = E[x f(x) | f].
Claim: with mu = E |m|^2 and q = E f(x)^2 |x|^2 the loss exceeds that of m'x_q by
E |A X'y / n - m|^2 = |A|^2 (q + d sigma2 + (n - 1) mu) / (n d) - 2 mu tr A / d + mu. As n grows this tends to
mu |A - I|^2 / d: the noise and what is not linear in f wash out, weights that are not I stay wrong.
Hypotheses: f o U has the law of f for every orthogonal U.
Idea: two indices of x, so invariance says all.
Source: in none of the papers.
"""

from proofs.algebra import TracePolynomial, identity, matrix, scalar, trace
from proofs.core.claims import Limit
from proofs.core.functions import Functions, InvariantMean
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Control, Theorem
from proofs.moments.invariant import labelled


def theorem() -> Theorem:
    """The statement and its derivation."""
    n, d, mu, q, sigma2 = (scalar(name) for name in ("n", "d", "mu", "q", "sigma2"))
    A, sample = matrix("A", "d", "d"), labelled()
    missed = A @ sample.X.T @ sample.y / n - sample.m
    off = A - identity("d")

    def excess(pairs: TracePolynomial) -> TracePolynomial:
        return trace(A @ A.T) * (q + d * sigma2 + pairs * mu) / (n * d) - 2 * mu / d * trace(A) + mu

    def claim(pairs: TracePolynomial) -> InvariantMean:
        return InvariantMean(
            name="excess over the best linear predictor",
            functions=Functions("mu", "q", "p", "sigma2"),
            left=missed.T @ missed,
            right=excess(pairs),
        )

    def long(rest: TracePolynomial) -> Limit:
        return Limit(name="long contexts", grows=n, numerator=excess(n - 1), limit=mu / d * rest)

    return Theorem(
        source=Source("this project", "non-linear labels at test time"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length of the test"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            *(Hypothesis(name, Predicate.NONNEGATIVE, "moments of f and eps") for name in ("mu", "q", "p", "sigma2")),
        ),
        claims=(claim(n - 1), long(trace(off @ off.T))),
        controls=(
            Control("n in the place of n - 1", claim(n)),
            Control("no price in the limit", long(0 * trace(A))),
            Control("the price of A without I", long(trace(A @ A.T))),
        ),
        uses=("one_layer.random_functions", "one_layer.shift"),
    )
