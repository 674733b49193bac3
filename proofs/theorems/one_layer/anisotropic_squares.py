"""Global optimality of one layer as an explicit sum of squares, for any two covariances and noise.

Setting: x ~ N(0, Sigma), w ~ N(0, Psi), y = X w + eps, eps ~ N(0, sigma2 I); one layer, all of P and Q free.
Claim: with t, K of one_layer.optimum, M = b_y A_x + b_x a_y', and for a query x_q: a = A_x x_q, c = b_y a_y' x_q,
B = (b_x a' + a b_x') / 2, Y = B + c Psi,
f - f* = tr(K (M + K^-1 Sigma Psi) Sigma (M + K^-1 Sigma Psi)') + E { (tr(Sigma B) + c (tr(Sigma Psi) + sigma2))^2
+ (2/n) tr(Sigma Y Sigma Y) + (v/n) c^2 } with the mean over x_q and
v = 2 ((n+1) tr(Sigma Psi Sigma Psi) + tr(Sigma Psi)^2) / n + 4 sigma2 tr(Sigma Psi) / n + 2 sigma2^2 / n, v >= 0.
Hypotheses: Sigma > 0; Psi >= 0 and sigma2 >= 0, not both zero (t > 0, hence K > 0).
Idea: one_layer.reduction; given X and x_q, |y|^2 has a variance that does not depend on b, and tr(S Y) has the
variance 2 n tr(Sigma Y Sigma Y).
Source: in none of the papers.
"""

from proofs.algebra import inverse, scalar, symmetric, trace
from proofs.algebra.symbols import number, zero
from proofs.attention.data import data
from proofs.attention.linear import population_loss
from proofs.attention.parity import bilinear_form, entering_weights, even_part, free_weights
from proofs.core.claims import Minimum, Square
from proofs.core.derivation import Definition
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean


def theorem() -> Theorem:
    """The statement and its derivation."""
    task, model = Task("Sigma", "Psi", "sigma2"), LinearAttention()
    sample = data(task)
    n, sigma2, x_q = scalar("n"), scalar("sigma2"), sample.x_q
    b_x, b_y, A_x, a_y = entering_weights()
    Sigma, Psi, K, nothing = symmetric("Sigma", "d"), symmetric("Psi", "d"), symmetric("K", "d"), zero("d", "1")
    signal = trace(Sigma @ Psi)
    t = scalar("t")
    given = (
        Definition(t, (signal + sigma2) / n),
        Definition(K, (n + 1) / n * Sigma @ Psi @ Sigma + t * Sigma),
    )

    M = bilinear_form()
    a, c = A_x @ x_q, b_y * a_y.T @ x_q
    B = (b_x @ a.T + a @ b_x.T) / 2
    spread = 2 * ((n + 1) * trace(Sigma @ Psi @ Sigma @ Psi) + signal**2) + 4 * sigma2 * signal + 2 * sigma2**2
    folded = signal + 2 * trace(Sigma @ Psi @ Sigma @ M) + trace(K @ M @ Sigma @ M.T)
    best, query = inverse(K) @ Sigma @ Psi, (sample.law_x_q,)

    def minimum(name: str, changed: Task) -> Minimum:
        return Minimum(
            name=name,
            objective=population_loss(model, changed),
            folded=folded + Mean(even_part(sample) ** 2, sample.laws).value(),
            minimizer=((b_x, nothing), (a_y, nothing), (b_y, number(1)), (A_x, -best)),
            value=signal - trace(Sigma @ best @ Sigma @ Psi),
            squares=(
                Square(M + best, before=K, after=Sigma),
                Square(trace(Sigma @ B) + c * (signal + sigma2), over=query),
                Square(B + c * Psi, number(2) / n, Sigma, Sigma, query),
                Square(c, spread / n, over=query),
            ),
            abbreviations=given,
            experiment=free_weights(changed),
        )

    return Theorem(
        source=Source("this project", "sum of squares, anisotropic"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "K > 0"),
            Hypothesis("Psi", Predicate.POSITIVE_SEMIDEFINITE, "v >= 0"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "v >= 0"),
            Hypothesis("t", Predicate.POSITIVE, "K > 0: Psi and sigma2 are not both zero"),
        ),
        claims=(minimum("sum of squares", task),),
        controls=(
            Control("w ~ N(0, I)", minimum("sum of squares", Task("Sigma", "", "sigma2"))),
            Control("no noise", minimum("sum of squares", Task("Sigma", "Psi"))),
        ),
        uses=("one_layer.reduction", "one_layer.optimum"),
    )
