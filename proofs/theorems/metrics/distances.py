"""How far one step of gradient descent, least squares and the truth are apart, in weights and in predictions.

Setting: x ~ N(0, Sigma), w ~ N(0, Psi), y = X w + eps, eps ~ N(0, sigma2 I); a = A X'y / n (one step, preconditioned by
A), b = (X'X)^-1 X'y (least squares); r = 1 / (n - d - 1).
Claim: with h(S) = ((n+1) tr(S A Sigma Psi Sigma A') + tr(Sigma Psi) tr(S A Sigma A')) / n - 2 tr(S A Sigma Psi)
+ tr(S Psi),
E (a - w)'S (a - w) = h(S) + sigma2 tr(S A Sigma A') / n,
E (b - w)'S (b - w) = sigma2 r tr(S Sigma^-1) and
E (a - b)'S (a - b) = h(S) + sigma2 (tr(S A Sigma A') / n - 2 tr(S A) / n + r tr(S Sigma^-1)).
S = I gives the mean squared distance of the weights (ILWD), S = Sigma that of the predictions at a fresh input (SPD);
the paper divides both by d. For Sigma = S = I least squares is sigma2 d / (n - d - 1) from the truth.
Hypotheses: n >= d + 2, or the distances to least squares are infinite with noise. Sigma > 0; Psi >= 0; sigma2 >= 0.
Idea: the mean over w and eps leaves words in G = X'X with at most one G^-1 (metrics.inverse_moment).
Source: Akyurek et al. 2022 measure these distances; the closed forms are in none of the papers.
"""

from proofs.algebra import TracePolynomial, inverse, matrix, scalar, symmetric, trace
from proofs.algebra.symbols import identity
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.derivation import Reciprocal
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import GramOperator, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.inverse_wishart import gram
from proofs.moments.mean import Mean


def claims(S: TracePolynomial, kind: str, count: TracePolynomial) -> tuple[Equality, ...]:
    """The three distances under S; `count` is what stands for n - d - 1 in the denominator."""
    sample, (G, relation) = data(Task("Sigma", "Psi", "sigma2")), gram(GramOperator())
    A, Sigma, Psi = matrix("A", "d", "d"), symmetric("Sigma", "d"), symmetric("Psi", "d")
    n, r, sigma2 = (scalar(name) for name in ("n", "r", "sigma2"))
    step, least, w = A @ sample.X.T @ sample.y / n, inverse(G) @ sample.X.T @ sample.y, sample.w
    inner = (n + 1) * trace(S @ A @ Sigma @ Psi @ Sigma @ A.T) + trace(Sigma @ Psi) * trace(S @ A @ Sigma @ A.T)
    shrunk = inner / n - 2 * trace(S @ A @ Sigma @ Psi) + trace(S @ Psi)
    noise, tail = trace(S @ A @ Sigma @ A.T) / n, r * trace(S @ inverse(Sigma))

    def apart(name: str, gap: TracePolynomial, right: TracePolynomial) -> Equality:
        return Equality(
            name=f"{kind}: {name}",
            left=Mean(gap.T @ S @ gap, (sample.law_X, *sample.labels), (relation,)),
            right=right,
            operators=(GramOperator(),),
            abbreviations=(Reciprocal(r, count),),
        )

    return (
        apart("step and truth", step - w, shrunk + sigma2 * noise),
        apart("least squares and truth", least - w, sigma2 * tail),
        apart("step and least squares", step - least, shrunk + sigma2 * (noise - 2 * trace(S @ A) / n + tail)),
    )


def theorem() -> Theorem:
    """The statement and its derivation."""
    n, d, Sigma = scalar("n"), scalar("d"), symmetric("Sigma", "d")
    weights, wrong = claims(identity("d"), "weights", n - d - 1), claims(identity("d"), "weights", n - d)
    return Theorem(
        source=Source("this project", "distances between learners in closed form"),
        hypotheses=(
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("n", Predicate.ABOVE_D, "least squares has a finite mean square"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "covariance of x"),
            Hypothesis("Psi", Predicate.POSITIVE_SEMIDEFINITE, "covariance of w"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "variance of the label noise"),
        ),
        claims=(*weights, *claims(Sigma, "predictions", n - d - 1)),
        controls=(
            Control("n - d for n - d - 1", wrong[1]),
            Control("n - d for n - d - 1, beside a step", wrong[2]),
        ),
        uses=("metrics.inverse_moment", "one_layer.optimum"),
    )
