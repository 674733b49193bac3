"""Mahankali, Hashimoto, Ma 2023, Theorem 2: with correlated inputs the minimizer is preconditioned gradient descent.

Setting: x ~ N(0, Sigma), w ~ N(0, Sigma^-1), y = X w + eps, eps ~ N(0, sigma2 I); weights W_K, W_Q (k, d+1),
W_V (d+1, d+1), read-out h; prediction u' G N z_q with u = W_V' h, N = W_K' W_Q, G = sum_i z_i z_i', z_q = (x_q, 0);
no factor 1/n.
Claim: with eta = 1 / (n + d + 1 + sigma2) every global minimizer computes eta sum_i y_i (Sigma^-1 x_i)' x_q, and
f* = d - n eta d; it is one step from 0 on |X u - y|^2 / (2n), preconditioned by n eta Sigma^-1.
Hypotheses: Sigma > 0; the covariance of w is Sigma^-1 (the mixed term with v); key dimension k >= d (N of rank d).
Idea: with v such that the prediction is v' x_q, f = f* + E ((v - eta Sigma^-1 X'y)' x_q)^2; where that vanishes, the
prediction is the claimed one on the support of the law (for sigma2 = 0: on labels y = X w), being continuous.
Source: the printed theorem, rebuilt from abstract, reviews and derivation.
"""

from proofs.algebra import BlockMatrix, TracePolynomial, identity, inverse, matrix, scalar, substitute, symmetric
from proofs.algebra.symbols import number, zero
from proofs.attention.data import data
from proofs.attention.descent import one_step
from proofs.attention.linear import population_loss
from proofs.attention.read_out import (
    blocks_of_heads,
    direction,
    entering_blocks,
    free_blocks,
    read_out,
    read_out_by_heads,
)
from proofs.core.claims import Claim, Equality, Implements, Minimum, Square
from proofs.core.derivation import Reciprocal
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import ReadOutAttention, Task
from proofs.core.theorem import Control, Theorem


def minimum(task: Task, precondition: TracePolynomial) -> Minimum:
    """The claimed minimum over all weights, for a task and the claimed covariance of w."""
    sample = data(task)
    n, d, eta = scalar("n"), scalar("d"), scalar("eta")
    u_x, u_y, N_xx, N_yx = entering_blocks()
    nothing = zero("d", "1")
    missed = direction(sample) - eta * precondition @ sample.X.T @ sample.y
    return Minimum(
        name="global minimum over all weights",
        objective=population_loss(ReadOutAttention(), task),
        minimizer=((u_x, nothing), (u_y, number(1)), (N_xx, eta * precondition), (N_yx, nothing)),
        value=d - n * eta * d,
        squares=(Square(missed.T @ sample.x_q, over=sample.laws),),
        abbreviations=(Reciprocal(eta, n + d + 1 + scalar("sigma2")),),
        prediction=read_out(sample),
        computes=eta * sample.y.T @ sample.X @ precondition @ sample.x_q,
        experiment=free_blocks(task),
    )


def claims(task: Task, precondition: TracePolynomial) -> tuple[Claim, ...]:
    """All claims for a task."""
    sample, n, eta = data(task), scalar("n"), scalar("eta")
    function, best = read_out(sample), minimum(task, precondition)
    N, nothing = matrix("N", "d", "d"), zero("m", "d")
    keys, queries = BlockMatrix(((identity("d"),), (nothing,))), BlockMatrix(((N,), (nothing,)))
    return (
        Equality(
            name="only u and N enter",
            left=read_out_by_heads(sample),
            right=substitute(function, blocks_of_heads()),
        ),
        best,
        Equality(name="every N is reached for k >= d", left=(keys.T @ queries)[0, 0], right=N),
        Implements(
            name="one preconditioned step",
            prediction=function,
            weights=best.minimizer,
            algorithm=one_step(sample, n * eta * precondition),
            abbreviations=best.abbreviations,
            experiment=best.experiment,
        ),
    )


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
            Hypothesis("k", Predicate.AT_LEAST_D, "key dimension: N of rank d is reached"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "covariance of x; its inverse is that of w"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "variance of the label noise"),
        ),
        claims=claims(Task("Sigma", "Sigma^-1", "sigma2"), precondition),
        controls=(Control("w ~ N(0, I)", minimum(Task("Sigma", "", "sigma2"), precondition)),),
        uses=("one_layer.ridge_target",),
    )
