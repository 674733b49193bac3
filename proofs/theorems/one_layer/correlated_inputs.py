"""Mahankali, Hashimoto, Ma 2023, Theorem 2: with correlated inputs the minimizer is preconditioned gradient descent.

Setting: x ~ N(0, Sigma), w ~ N(0, Sigma^-1), y = X w + eps, eps ~ N(0, sigma2 I); weights W_K, W_Q (k, d+1),
W_V (d+1, d+1), read-out h; prediction u' G N z_q with u = W_V' h, N = W_K' W_Q, G = sum_i z_i z_i', z_q = (x_q, 0);
no factor 1/n.
Claim: with eta = 1 / (n + d + 1 + sigma2) every global minimizer computes eta sum_i y_i (Sigma^-1 x_i)' x_q, and
f* = d - n eta d; it is one step from 0 on |X u - y|^2 / (2n), preconditioned by n eta Sigma^-1.
Hypotheses: Sigma > 0; w has the covariance Sigma^-1 (E S Sigma^-1 S is a multiple of E S); key dimension k >= d.
Idea: with v the vector such that the prediction is v' x_q, f = f* + E |Sigma^(1/2) (v - eta Sigma^-1 X'y)|^2.
The two lemmas of the paper, on w_ridge = H y = (S + sigma2 Sigma)^-1 X'y (pseudo-inverse at sigma2 = 0): f is a
constant plus E |v - w_ridge|^2 and E G_ab (w_ridge - eta Sigma^-1 X'y)_k = 0 for all a, b, k. Both need of H only the
equation H X Sigma^-1 X' = Sigma^-1 X' - sigma2 H.
Source: the printed theorem, rebuilt from abstract, reviews and derivation.
"""

from proofs.algebra import identity, inverse, matrix, scalar, symmetric, trace, vector
from proofs.algebra.gradient import gradient
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.substitution import substitute
from proofs.algebra.symbols import number, zero
from proofs.attention.data import data
from proofs.attention.descent import one_step
from proofs.attention.linear import population_loss, read_out, read_out_by_heads
from proofs.core.claims import Claim, Equality, Experiment, Implements, Minimum, Square
from proofs.core.derivation import Reciprocal
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import ReadOutAttention, RidgeOperator, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean
from proofs.moments.ridge import covariance, ridge


def claims(task: Task, precondition: TracePolynomial) -> tuple[Claim, ...]:
    """The claims for a task whose posterior mean is H y; `precondition` is the claimed covariance of w."""
    sample, operator = data(task), RidgeOperator("H", task.task_covariance, task.noise)
    n, d, sigma2, eta = scalar("n"), scalar("d"), scalar("sigma2"), scalar("eta")
    u_x, u_y, N_xx, N_yx = vector("u_x", "d"), scalar("u_y"), matrix("N_xx", "d", "d"), vector("N_yx", "d")
    inputs = covariance(task.input_covariance)
    Sigma = identity("d") if inputs is None else inputs
    H, equation = ridge(operator)
    given = (Reciprocal(eta, n + d + 1 + sigma2),)
    model, nothing, y = ReadOutAttention(), zero("d", "1"), sample.y

    function = read_out(sample)
    v, w_ridge = gradient(function, sample.x_q), H @ y
    step = precondition @ sample.X.T @ y
    some, mixed, square = matrix("C_xx", "d", "d"), vector("C_xy", "d"), scalar("C_yy")
    contracted = trace(some @ sample.S) + mixed.T @ sample.X.T @ y + square * (y.T @ y)
    free = (("u_x", u_x), ("u_y", u_y), ("N_xx", N_xx), ("N_yx", N_yx))
    best = ((u_x, nothing), (u_y, number(1)), (N_xx, eta * precondition), (N_yx, nothing))
    heads = {
        u_x: matrix("V_xx", "d", "d").T @ vector("h_x", "d") + vector("V_yx", "d") * scalar("h_y"),
        u_y: vector("V_xy", "d").T @ vector("h_x", "d") + scalar("V_yy") * scalar("h_y"),
        N_xx: matrix("K_x", "k", "d").T @ matrix("Q_x", "k", "d"),
        N_yx: matrix("Q_x", "k", "d").T @ vector("K_y", "k"),
    }

    def length(vector: TracePolynomial) -> TracePolynomial:
        return vector.T @ Sigma @ vector

    def labels(integrand: TracePolynomial) -> Mean:
        return Mean(integrand, sample.labels, (equation,))

    def everything(integrand: TracePolynomial) -> Mean:
        return Mean(integrand, (sample.law_X, *sample.labels), (equation,))

    operators = (operator,)
    return (
        Equality(name="only u and N enter", left=read_out_by_heads(sample), right=substitute(function, heads)),
        Equality(
            name="lemma 1",
            left=labels(length(v - sample.w)),
            right=labels(length(v - w_ridge) + length(w_ridge - sample.w)),
            operators=operators,
        ),
        Equality(
            name="lemma 2",
            left=everything(contracted * (w_ridge - eta * step)),
            right=nothing,
            abbreviations=given,
            operators=operators,
        ),
        Equality(
            name="numerator of eta",
            left=everything(w_ridge.T @ sample.X.T @ y),
            right=n * d,
            operators=operators,
        ),
        Equality(
            name="denominator of eta",
            left=Mean(y.T @ sample.X @ step, (sample.law_X, *sample.labels)),
            right=n * d * (n + d + 1 + sigma2),
        ),
        Minimum(
            name="global minimum over all weights",
            objective=population_loss(model, task),
            minimizer=best,
            value=d - n * eta * d,
            squares=(Square((v - eta * step).T @ sample.x_q, over=sample.laws),),
            abbreviations=given,
            experiment=Experiment(model, task, free),
        ),
        Equality(
            name="every minimizer computes the same function",
            left=function - eta * step.T @ sample.x_q,
            right=(v - eta * step).T @ sample.x_q,
        ),
        Implements(
            name="one preconditioned step",
            prediction=function,
            weights=best,
            algorithm=one_step(sample, n * eta * precondition),
            abbreviations=given,
            experiment=Experiment(model, task, free),
        ),
    )


def controls(task: Task, precondition: TracePolynomial, changed: str) -> tuple[Control, ...]:
    """The claims that fail for a changed task: those that speak of its second moments."""
    wanted = "lemma 2", "denominator of eta", "global minimum over all weights"
    also = (Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "covariance of x"),)
    return tuple(Control(changed, claim, also) for claim in claims(task, precondition) if claim.name in wanted)


def theorem() -> Theorem:
    """The statement and its derivation."""
    precondition = inverse(symmetric("Sigma", "d"))
    return Theorem(
        source=Source(
            "Mahankali, Hashimoto, Ma 2023",
            "Theorem 2",
            "arXiv:2307.03576",
            Provenance.REBUILT,
            "The closed form of eta is ours.",
        ),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "number of examples"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("k", Predicate.INTEGER, "key dimension, k >= d so that N of rank d is reached"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "covariance of x; its inverse is that of w"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "variance of the label noise"),
        ),
        claims=claims(Task("Sigma", "Sigma^-1", "sigma2"), precondition),
        controls=controls(Task("Sigma", "", "sigma2"), precondition, "w ~ N(0, I)"),
        uses=("wishart.second_moment",),
    )
