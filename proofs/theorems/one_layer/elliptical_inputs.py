"""One layer with elliptical inputs: heavier tails count like fewer examples, but leave the label noise alone.

Setting: as in one_layer.optimum, but x is elliptical: centred, of covariance Sigma, with
E x x'B x x' = kappa (2 Sigma B Sigma + tr(Sigma B) Sigma) for symmetric B. Gaussian: kappa = 1; multivariate t of
nu > 4 degrees of freedom: (nu - 2) / (nu - 4); a random direction of fixed length: d / (d + 2), the least.
Claim: with t = (kappa tr(Sigma Psi) + sigma2) / n and K = E g g' = ((n - 1 + 2 kappa)/n) Sigma Psi Sigma + t Sigma,
f(A) = tr(Sigma Psi) - 2 tr(Sigma A Sigma Psi) + tr(Sigma A K A') is strictly convex with the one minimizer
A* = Psi Sigma K^-1, f* = tr(Sigma Psi) - tr(Sigma A* Sigma Psi), f(A) - f* = tr(Sigma (A - A*) K (A - A*)').
Hypotheses: Sigma > 0 (uniqueness, K^-1); Psi >= 0; sigma2 >= 0; not both Psi and sigma2 zero (t > 0, hence K > 0).
Idea: of the law of x only moments up to order four enter, and g holds no more than two rows x_i x_i': the Gaussian
mean and n times the fourth cumulant of one row, (kappa - 1) times its pairings.
Source: in none of the papers.
"""

from proofs.algebra import inverse, matrix, scalar, symmetric, trace
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.attention.linear import sparse_loss
from proofs.core.claims import Equality, Experiment, Minimum, Square
from proofs.core.derivation import Definition
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import EllipticalInputs, LinearAttention, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean


def theorem() -> Theorem:
    """The statement and its derivation."""
    task = Task("Sigma", "Psi", "sigma2", inputs=EllipticalInputs("kappa"))
    sample = data(task)
    n, sigma2, kappa, t = scalar("n"), scalar("sigma2"), scalar("kappa"), scalar("t")
    Sigma, Psi, K, A = symmetric("Sigma", "d"), symmetric("Psi", "d"), symmetric("K", "d"), matrix("A", "d", "d")
    signal = trace(Sigma @ Psi)
    moment = (n - 1 + 2 * kappa) / n * Sigma @ Psi @ Sigma + t * Sigma
    given = (Definition(t, (kappa * signal + sigma2) / n), Definition(K, moment))
    noisier = (Definition(t, kappa * (signal + sigma2) / n), Definition(K, moment))
    x, g = sample.x_q, sample.X.T @ sample.y / n
    loss, best = sparse_loss(task, A), Psi @ Sigma @ inverse(K)
    folded = signal - 2 * trace(Sigma @ A @ Sigma @ Psi) + trace(Sigma @ A @ K @ A.T)
    experiment = Experiment(LinearAttention(), task, (("b_y", number(1)), ("A_x", -A.T)))
    fourth = kappa * (2 * Sigma @ Psi @ Sigma + signal * Sigma)
    gaussian = data(Task("Sigma", "Psi", "sigma2"))
    second = Equality(name="second moment of g", left=Mean(g @ g.T, sample.laws), right=K, abbreviations=given)
    fewer = kappa * ((n + 1) / n * Sigma @ Psi @ Sigma + signal / n * Sigma) + sigma2 / n * Sigma
    return Theorem(
        source=Source("this project", "one-step optimum, elliptical inputs"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "uniqueness, and K > 0"),
            Hypothesis("Psi", Predicate.POSITIVE_SEMIDEFINITE, "K > 0"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "K > 0"),
            Hypothesis("kappa", Predicate.ELLIPTICAL, "existence of the law, and K > 0"),
            Hypothesis("t", Predicate.POSITIVE, "K > 0: Psi and sigma2 are not both zero"),
        ),
        claims=(
            Equality(name="fourth moment of x", left=Mean(x @ x.T @ Psi @ x @ x.T, (sample.law_x_q,)), right=fourth),
            second,
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
                "Gaussian inputs in the data, kappa kept in the formula",
                Equality(name="second moment of g", left=Mean(g @ g.T, gaussian.laws), right=K, abbreviations=given),
            ),
            Control(
                "kappa on sigma2 too",
                Equality(name="second moment of g", left=second.left, right=K, abbreviations=noisier),
            ),
            Control(
                "kappa on every pair of rows",
                Equality(name="second moment of g", left=second.left, right=fewer),
            ),
            Control(
                "kappa forgotten in the fourth moment",
                Equality(
                    name="fourth moment of x",
                    left=Mean(x @ x.T @ Psi @ x @ x.T, (sample.law_x_q,)),
                    right=2 * Sigma @ Psi @ Sigma + signal * Sigma,
                ),
            ),
        ),
        uses=("one_layer.optimum",),
    )
