"""Tasks with a mean: what one layer learns, and what it pays for having no constant term.

Setting: x ~ N(0, Sigma), w ~ N(beta, Psi), y = X w + eps, eps ~ N(0, sigma2 I), g = X'y / n; one layer with the
prediction x_q' A g, as in one_layer.optimum; beside it the predictor x_q' (A g + c) with a constant vector c (d, 1).
Claim: the loss is that of a task without mean and the covariance H = Psi + beta beta', so A* = H Sigma K^-1 with
K = E g g'. With the constant and C = cov g = ((n+1)/n) Sigma Psi Sigma + (1/n) Sigma beta beta' Sigma + t Sigma,
t = (tr(Sigma H) + sigma2) / n, the one minimizer is B = Psi Sigma C^-1, c = r = beta - B Sigma beta, of loss
tr(Sigma Psi) - tr(Sigma B Sigma Psi). Without it the least loss is larger by
r' Sigma r / (1 + beta' Sigma C^-1 Sigma beta), at A* = B + r beta' Sigma C^-1 / (1 + beta' Sigma C^-1 Sigma beta).
The constant does not make up for the mean: at the best c for A the loss is that of a task with the mean 0 plus
tr(Sigma A (Sigma beta beta' Sigma + beta' Sigma beta Sigma) A') / n.
Hypotheses: Sigma > 0; Psi >= 0; sigma2 >= 0; not all of Psi, sigma2 and beta zero (t > 0, hence C > 0 and K > 0).
Idea: average over w = beta + v; complete the square in c, then in A; K = C + Sigma beta beta' Sigma has rank one more.
Source: in none of the papers, which take the mean to be 0.
"""

from proofs.algebra import TracePolynomial, inverse, matrix, scalar, substitute, symmetric, trace, vector
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.attention.linear import sparse_loss
from proofs.core.claims import Equality, Experiment, Minimum, Square
from proofs.core.derivation import Definition, Reciprocal
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean


def theorem() -> Theorem:
    """The statement and its derivation."""
    task, centred = Task("Sigma", "Psi", "sigma2", task_mean="beta"), Task("Sigma", "Psi", "sigma2")
    sample, n, sigma2, t, eta = data(task), scalar("n"), scalar("sigma2"), scalar("t"), scalar("eta")
    Sigma, Psi, K, C = (symmetric(name, "d") for name in ("Sigma", "Psi", "K", "C"))
    A, beta, c = matrix("A", "d", "d"), vector("beta", "d"), vector("c", "d")
    u, H = Sigma @ beta, Psi + beta @ beta.T
    noise = Definition(t, (trace(Sigma @ H) + sigma2) / n)
    covariance = Definition(C, (n + 1) / n * Sigma @ Psi @ Sigma + u @ u.T / n + t * Sigma)
    given = (noise, covariance)
    loss, error = sparse_loss(task, A), A @ sample.X.T @ sample.y / n - sample.w
    with_constant = Mean((sample.x_q.T @ (error + c)) ** 2, sample.laws)
    without_mean = sparse_loss(centred, A).value()
    best, B = H @ Sigma @ inverse(K), Psi @ Sigma @ inverse(C)
    r, missed = beta - B @ u, c - beta + A @ u
    least = trace(Sigma @ Psi) - trace(Sigma @ B @ Sigma @ Psi)
    optimum = B + eta * r @ u.T @ inverse(C)
    experiment = Experiment(LinearAttention(), task, (("b_y", number(1)), ("A_x", -A.T)))

    def second_moment(covariance_of_w: TracePolynomial) -> Equality:
        return Equality(
            name="only the second moment of w enters",
            left=loss,
            right=substitute(without_mean, {Psi: covariance_of_w}),
            experiment=experiment,
        )

    def constant(added: TracePolynomial) -> Equality:
        return Equality(
            name="loss with a constant",
            left=with_constant,
            right=without_mean + added + missed.T @ Sigma @ missed,
        )

    return Theorem(
        source=Source("this project", "tasks with a mean"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "uniqueness, and C > 0"),
            Hypothesis("Psi", Predicate.POSITIVE_SEMIDEFINITE, "C > 0"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "C > 0"),
            Hypothesis("beta", Predicate.ANY, "mean of w"),
            Hypothesis("t", Predicate.POSITIVE, "C > 0: Psi, sigma2 and beta are not all zero"),
            Hypothesis("C", Predicate.POSITIVE_DEFINITE, "C^-1; it follows from Sigma > 0 and t > 0"),
        ),
        claims=(
            second_moment(H),
            Minimum(
                name="least loss without a constant",
                objective=loss,
                folded=trace(Sigma @ H) - 2 * trace(Sigma @ A @ Sigma @ H) + trace(Sigma @ A @ K @ A.T),
                minimizer=((A, best),),
                value=trace(Sigma @ H) - trace(Sigma @ best @ Sigma @ H),
                squares=(Square(A - best, before=Sigma, after=K),),
                unique=True,
                abbreviations=(noise, Definition(K, (n + 1) / n * Sigma @ H @ Sigma + t * Sigma)),
                experiment=experiment,
            ),
            constant((trace(Sigma @ A @ u @ u.T @ A.T) + (beta.T @ u) * trace(Sigma @ A @ Sigma @ A.T)) / n),
            Minimum(
                name="least loss with a constant",
                objective=with_constant,
                folded=trace(Sigma @ Psi)
                - 2 * trace(Sigma @ A @ Sigma @ Psi)
                + trace(Sigma @ A @ C @ A.T)
                + missed.T @ Sigma @ missed,
                minimizer=((A, B), (c, r)),
                value=least,
                squares=(Square(A - B, before=Sigma, after=C), Square(missed, before=Sigma)),
                unique=True,
                abbreviations=given,
            ),
            Minimum(
                name="price of having no constant",
                objective=loss,
                folded=trace(Sigma @ H) - 2 * trace(Sigma @ A @ Sigma @ H) + trace(Sigma @ A @ (C + u @ u.T) @ A.T),
                minimizer=((A, optimum),),
                value=least + eta * r.T @ Sigma @ r,
                squares=(Square(A - optimum, before=Sigma, after=C + u @ u.T),),
                unique=True,
                abbreviations=(*given, Reciprocal(eta, 1 + u.T @ inverse(C) @ u)),
                experiment=experiment,
            ),
        ),
        controls=(
            Control("the mean forgotten", second_moment(Psi)),
            Control("the constant makes up for the mean", constant(number(0))),
        ),
        uses=("one_layer.optimum",),
    )
