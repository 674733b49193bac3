"""The optimum of one layer: one step of preconditioned gradient descent, for any two covariances and noise.

Setting: x ~ N(0, Sigma), w ~ N(0, Psi), y = X w + eps, eps ~ N(0, sigma2 I), g = X'y / n; one layer with b_x = a_y = 0,
b_y = 1 and A_x = -A', so that the prediction is x_q' A g (A is the transpose of the A of many layers).
Claim: with t = (tr(Sigma Psi) + sigma2) / n and K = E g g' = ((n+1)/n) Sigma Psi Sigma + t Sigma,
f(A) = tr(Sigma Psi) - 2 tr(Sigma A Sigma Psi) + tr(Sigma A K A') is strictly convex with the one minimizer
A* = Psi Sigma K^-1 = Psi [ ((n+1)/n) Sigma Psi + t I ]^-1, f* = tr(Sigma Psi) - tr(Sigma A* Sigma Psi) and
f(A) - f* = tr(Sigma (A - A*) K (A - A*)'). The prediction at A* is one step from 0 on |X u - y|^2 / (2n),
preconditioned by A*.
Hypotheses: Sigma > 0 (uniqueness, K^-1); Psi >= 0; sigma2 >= 0; not both Psi and sigma2 zero (t > 0, hence K > 0).
Sigma and Psi need not commute.
Idea: compute K by Isserlis, complete the square.
Source: in none of the papers in this generality; theorems of Ahn et al. and Mahankali et al. are cases.
"""

from proofs.algebra import identity, inverse, matrix, scalar, substitute, symmetric, trace
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.attention.descent import one_step
from proofs.attention.linear import prediction, sparse_loss, sparse_weights
from proofs.attention.parity import free_weights
from proofs.core.claims import Equality, Experiment, Implements, Minimum, Square
from proofs.core.derivation import Definition, Step
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean
from proofs.moments.rules import Replacement


def theorem() -> Theorem:
    """The statement and its derivation."""
    task, model = Task("Sigma", "Psi", "sigma2"), LinearAttention()
    sample = data(task)
    n, sigma2, t = scalar("n"), scalar("sigma2"), scalar("t")
    Sigma, Psi, A = symmetric("Sigma", "d"), symmetric("Psi", "d"), matrix("A", "d", "d")
    K, D = symmetric("K", "d"), matrix("D", "d", "d")
    given = (
        Definition(t, (trace(Sigma @ Psi) + sigma2) / n),
        Definition(K, (n + 1) / n * Sigma @ Psi @ Sigma + t * Sigma),
        Definition(D, (n + 1) / n * Sigma @ Psi + t * identity("d")),
    )
    g = sample.X.T @ sample.y / n
    loss = sparse_loss(task, A)
    folded = trace(Sigma @ Psi) - 2 * trace(Sigma @ A @ Sigma @ Psi) + trace(Sigma @ A @ K @ A.T)
    best = Psi @ Sigma @ inverse(K)
    experiment = Experiment(model, task, (("b_y", number(1)), ("A_x", -A.T)))
    white = data(Task("", "Psi", "sigma2"))
    return Theorem(
        source=Source("this project", "unified one-step optimum"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "uniqueness, and K > 0"),
            Hypothesis("Psi", Predicate.POSITIVE_SEMIDEFINITE, "K > 0"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "K > 0"),
            Hypothesis("t", Predicate.POSITIVE, "K > 0: Psi and sigma2 are not both zero"),
        ),
        claims=(
            Implements(
                name="prediction",
                prediction=prediction(model, sample),
                weights=tuple(sparse_weights(A).items()),
                algorithm=sample.x_q.T @ A @ g,
                experiment=free_weights(task),
            ),
            Equality(name="second moment of g", left=Mean(g @ g.T, sample.laws), right=K, abbreviations=given),
            Equality(name="loss", left=loss, right=folded, abbreviations=given, experiment=experiment),
            Minimum(
                name="optimum",
                objective=loss,
                folded=folded,
                minimizer=((A, best),),
                value=trace(Sigma @ Psi) - trace(Sigma @ best @ Sigma @ Psi),
                squares=(Square(A - best, before=Sigma, after=K),),
                unique=True,
                abbreviations=given,
                experiment=experiment,
            ),
            Equality(
                name="the second form of A*",
                left=Psi @ inverse(D) @ K,
                right=Psi @ Sigma,
                steps=(Step(Psi @ Sigma, Replacement(K, D @ Sigma), "K = D Sigma"),),
                abbreviations=given,
            ),
            Implements(
                name="one preconditioned step",
                prediction=prediction(model, sample),
                weights=tuple(sparse_weights(best).items()),
                algorithm=one_step(sample, best),
                abbreviations=given,
                experiment=free_weights(task),
            ),
        ),
        controls=(
            Control(
                "x ~ N(0, I) in the data, Sigma kept in the formula",
                Equality(
                    name="second moment of g",
                    left=Mean(g @ g.T, white.laws),
                    right=K,
                    abbreviations=given,
                ),
            ),
            Control(
                "A transposed in the quadratic term",
                Equality(
                    name="loss",
                    left=loss,
                    right=substitute(folded, {A: A.T}),
                    abbreviations=given,
                ),
            ),
        ),
        uses=("wishart.second_moment",),
    )
