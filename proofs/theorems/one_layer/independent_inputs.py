"""One layer with independent coordinates that are not Gaussian: the kurtosis enters on the diagonal only.

Setting: as in one_layer.optimum, but x is centred with independent coordinates of moments E x_i^2 = Sigma_ii and
E x_i^4 = Q_ii, Sigma and Q diagonal.
Claim: with F = diag((Q_ii - 3 Sigma_ii^2) Psi_ii) and M = E x x'Psi x x' = 2 Sigma Psi Sigma + tr(Sigma Psi) Sigma + F,
K = E g g' = ((n-1)/n) Sigma Psi Sigma + M/n + (sigma2/n) Sigma, the loss
f(A) = tr(Sigma Psi) - 2 tr(Sigma A Sigma Psi) + tr(Sigma A K A') is strictly convex with the one minimizer
A* = Psi Sigma K^-1, f* = tr(Sigma Psi) - tr(Sigma A* Sigma Psi), f(A) - f* = tr(Sigma (A - A*) K (A - A*)').
Hypotheses: Sigma > 0 diagonal; Psi > 0 (M > 0, hence K > 0). For a singular Psi and no noise K may be singular: random
signs in d = 2 with Psi = (1, 1)(1, 1)' have K = ((n+1)/n) Psi.
Idea: E x_a x_b x_c x_e is the sum over pairings, and Q_ii - 3 Sigma_ii^2 more where all four indices are i;
M > 0 since v'M v = E (x'Psi x)(v'x)^2.
Source: in none of the papers in this generality.
"""

from proofs.algebra import inverse, matrix, scalar, symmetric, trace
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.attention.linear import sparse_loss
from proofs.core.claims import Equality, Experiment, Minimum, Square
from proofs.core.derivation import Definition, DiagonalPart
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import IndependentInputs, LinearAttention, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean


def theorem() -> Theorem:
    """The statement and its derivation."""
    task = Task("Sigma", "Psi", "sigma2", inputs=IndependentInputs("Q", "F"))
    sample = data(task)
    n, sigma2 = scalar("n"), scalar("sigma2")
    Sigma, Psi, Q, F, M, K = (symmetric(name, "d") for name in ("Sigma", "Psi", "Q", "F", "M", "K"))
    A, signal = matrix("A", "d", "d"), trace(Sigma @ Psi)
    excess = DiagonalPart(F, (Q - 3 * Sigma @ Sigma) @ Psi)
    pairings = 2 * Sigma @ Psi @ Sigma + signal * Sigma
    moment = (n - 1) / n * Sigma @ Psi @ Sigma + M / n + sigma2 / n * Sigma
    given = (excess, Definition(M, pairings + F), Definition(K, moment))
    x, g = sample.x_q, sample.X.T @ sample.y / n
    loss, best = sparse_loss(task, A), Psi @ Sigma @ inverse(K)
    folded = signal - 2 * trace(Sigma @ A @ Sigma @ Psi) + trace(Sigma @ A @ K @ A.T)
    experiment = Experiment(LinearAttention(), task, (("b_y", number(1)), ("A_x", -A.T)))
    fourth = Mean(x @ x.T @ Psi @ x @ x.T, (sample.law_x_q,))
    gaussian = data(Task("Sigma", "Psi", "sigma2"))
    square = Mean(g @ g.T, sample.laws)
    return Theorem(
        source=Source("this project", "one-step optimum, independent coordinates"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Sigma", Predicate.DIAGONAL, "second moments; uniqueness, and K > 0"),
            Hypothesis("Q", Predicate.FOURTH_MOMENTS, "fourth moments"),
            Hypothesis("Psi", Predicate.POSITIVE_DEFINITE, "M > 0"),
            Hypothesis("M", Predicate.POSITIVE_DEFINITE, "K > 0; follows from Psi > 0"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "K > 0"),
        ),
        claims=(
            Equality(name="fourth moment of x", left=fourth, right=pairings + F, abbreviations=(excess,)),
            Equality(name="second moment of g", left=square, right=K, abbreviations=given),
            Equality(name="loss", left=loss, right=folded, abbreviations=given, experiment=experiment),
            Minimum(
                name="optimum",
                objective=loss,
                folded=folded,
                minimizer=((A, best),),
                value=signal - trace(Sigma @ best @ Sigma @ Psi),
                squares=(Square(A - best, before=Sigma, after=K),),
                unique=True,
                abbreviations=given,
                experiment=experiment,
            ),
        ),
        controls=(
            Control(
                "Gaussian inputs in the data, the excess kept in the formula",
                Equality(name="second moment of g", left=Mean(g @ g.T, gaussian.laws), right=K, abbreviations=given),
            ),
            Control(
                "the Gaussian fourth moment",
                Equality(name="fourth moment of x", left=fourth, right=pairings, abbreviations=(excess,)),
            ),
            Control(
                "the excess of every pair of rows",
                Equality(name="second moment of g", left=square, right=K + (n - 1) / n * F, abbreviations=given),
            ),
            Control(
                "the whole matrix in the place of its diagonal",
                Equality(
                    name="fourth moment of x",
                    left=fourth,
                    right=pairings + (Q - 3 * Sigma @ Sigma) @ Psi,
                    abbreviations=(excess,),
                ),
            ),
        ),
        uses=("one_layer.optimum",),
    )
