"""The two lemmas of Mahankali, Hashimoto, Ma 2023: the minimizer aims at the ridge solution and hits its shadow.

Setting: x ~ N(0, Sigma), w ~ N(0, Sigma^-1), y = X w + eps, eps ~ N(0, sigma2 I); v the vector with prediction v' x_q
of the read-out model, a function of (X, y); w_ridge = H y, H = Sigma^-1 X' (X Sigma^-1 X' + sigma2 I)^-1, the posterior
mean of w (pseudo-inverse at sigma2 = 0); |a|^2 = a' Sigma a; eta = 1 / (n + d + 1 + sigma2).
Claim: for every X, E |v - w|^2 = E |v - w_ridge|^2 + E |w_ridge - w|^2 (lemma 1; the second mean holds no weights);
E G_ab (w_ridge - eta Sigma^-1 X'y)_k = 0 for all a, b, k (lemma 2), here contracted with any coefficients C_ab; and
eta = E[w_ridge' X'y] / E[y'X Sigma^-1 X'y], the two being n d and n d (n + d + 1 + sigma2).
Hypotheses: Sigma > 0; the covariance of w is Sigma^-1 (E S Sigma^-1 S is a multiple of Sigma).
Idea: of H only the equation H X Sigma^-1 X' = Sigma^-1 X' - sigma2 H is needed, and E y y' is its left factor.
Source: lemmas 1 and 2 of the paper are the case Sigma = I.
"""

from proofs.algebra import TracePolynomial, identity, inverse, matrix, scalar, symmetric, trace, vector
from proofs.algebra.symbols import zero
from proofs.attention.data import data
from proofs.attention.read_out import direction
from proofs.core.claims import Equality
from proofs.core.derivation import Reciprocal
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import RidgeOperator, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean
from proofs.moments.ridge import covariance, ridge


def lemmas(task: Task, precondition: TracePolynomial) -> tuple[Equality, ...]:
    """The claims for a task; `precondition` is the claimed preconditioner, the covariance of w."""
    sample, operator = data(task), RidgeOperator("H", task.task_covariance, task.noise)
    n, d, sigma2, eta, y = scalar("n"), scalar("d"), scalar("sigma2"), scalar("eta"), sample.y
    H, equation = ridge(operator)
    v, w_ridge, step = direction(sample), H @ y, precondition @ sample.X.T @ y
    inputs = covariance(task.input_covariance)
    Sigma = identity("d") if inputs is None else inputs
    context = (sample.law_X, *sample.labels)
    contracted = (
        trace(matrix("C_xx", "d", "d") @ sample.S) + vector("C_xy", "d").T @ sample.X.T @ y + scalar("C_yy") * (y.T @ y)
    )

    def length(a: TracePolynomial) -> TracePolynomial:
        return a.T @ Sigma @ a

    return (
        Equality(
            name="lemma 1",
            left=Mean(length(v - sample.w), sample.labels),
            right=Mean(length(v - w_ridge) + length(w_ridge - sample.w), sample.labels, (equation,)),
            operators=(operator,),
        ),
        Equality(
            name="lemma 2",
            left=Mean(contracted * (w_ridge - eta * step), context, (equation,)),
            right=zero("d", "1"),
            abbreviations=(Reciprocal(eta, n + d + 1 + sigma2),),
            operators=(operator,),
        ),
        Equality(
            name="numerator of eta",
            left=Mean(w_ridge.T @ sample.X.T @ y, context, (equation,)),
            right=n * d,
            operators=(operator,),
        ),
        Equality(
            name="denominator of eta",
            left=Mean(y.T @ sample.X @ step, context),
            right=n * d * (n + d + 1 + sigma2),
        ),
    )


def theorem() -> Theorem:
    """The statement and its derivation."""
    precondition = inverse(symmetric("Sigma", "d"))
    changed = lemmas(Task("Sigma", "", "sigma2"), precondition)
    return Theorem(
        source=Source(
            "Mahankali, Hashimoto, Ma 2023",
            "Lemmas 1 and 2",
            "arXiv:2307.03576",
            Provenance.REBUILT,
            "Stated for correlated inputs; the closed form of eta is ours.",
        ),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "number of examples"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "covariance of x; its inverse is that of w"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "variance of the label noise"),
        ),
        claims=lemmas(Task("Sigma", "Sigma^-1", "sigma2"), precondition),
        controls=tuple(
            Control("w ~ N(0, I)", claim) for claim in changed if claim.name in ("lemma 2", "denominator of eta")
        ),
        uses=("wishart.second_moment",),
    )
