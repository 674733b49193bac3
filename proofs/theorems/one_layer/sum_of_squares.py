"""Global optimality of one layer as an explicit sum of squares, isotropic case.

Setting: x, w ~ N(0, I), no noise; one layer, all of P and Q free, prediction -[Z_1]_{d+1,n+1}.
Claim: with rho = 1 / (n+d+1), a = A_x x_q, B = (b_x a' + a b_x') / 2, c = b_y a_y' x_q and
beta = (b_x a_y' x_q + b_y a) / 2, for every query x_q the mean over the context satisfies
E (prediction - w' x_q)^2 - (d+1) rho |x_q|^2 = (tr B + d c)^2 + 2 d c^2 + (2/n) |B + c I|^2 + (2/n) d (d+1) c^2
+ (4 (n+d+1) / n) |beta + (n rho / 2) x_q|^2, and hence f - d (d+1) rho is the mean of the right side over x_q.
For x_q = e_j and E x_q x_q' = sum_j e_j e_j' this is the sum over the outputs j.
Hypotheses: both covariances are I, no noise (constants); none on P and Q.
Idea: expand both sides; every square vanishes at b_x = a_y = 0, b_y = 1, A_x = -n rho I.
Source: in none of the papers.
"""

from proofs.algebra import identity, scalar, trace
from proofs.algebra.symbols import number, zero
from proofs.attention.data import data
from proofs.attention.linear import population_loss, residual
from proofs.attention.parity import entering_weights, free_weights
from proofs.core.claims import Minimum, Square
from proofs.core.derivation import Expression, Reciprocal
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.laws import Law
from proofs.moments.mean import Mean


def theorem() -> Theorem:
    """The statement and its derivation."""
    task, coloured, model = Task(), Task("Sigma"), LinearAttention()
    sample = data(task)
    n, d, rho, x_q = scalar("n"), scalar("d"), scalar("rho"), sample.x_q
    b_x, b_y, A_x, a_y = entering_weights()
    nothing = zero("d", "1")

    a, output = A_x @ x_q, a_y.T @ x_q
    B, c, beta = (b_x @ a.T + a @ b_x.T) / 2, b_y * output, (b_x * output + b_y * a) / 2

    def minimum(name: str, objective: Expression, value: Expression, over: tuple[Law, ...] = ()) -> Minimum:
        return Minimum(
            name=name,
            objective=objective,
            minimizer=((b_x, nothing), (a_y, nothing), (b_y, number(1)), (A_x, -n * rho * identity("d"))),
            value=value,
            squares=(
                Square(trace(B) + d * c, over=over),
                Square(c, 2 * d + 2 * d * (d + 1) / n, over=over),
                Square(B + c * identity("d"), number(2) / n, over=over),
                Square(beta + n * rho / 2 * x_q, 4 * (n + d + 1) / n, over=over),
            ),
            abbreviations=(Reciprocal(rho, n + d + 1),),
            experiment=free_weights(task) if over else None,
        )

    per_query = Mean(residual(model, sample) ** 2, (sample.law_X, *sample.labels))
    value = d * (d + 1) * rho
    query = (sample.law_x_q,)
    noisy = population_loss(model, Task("", "", "sigma2"))
    return Theorem(
        source=Source("this project", "sum of squares"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
        ),
        claims=(
            minimum("sum of squares for every query", per_query, (d + 1) * rho * x_q.T @ x_q),
            minimum("sum of squares", population_loss(model, task), value, query),
        ),
        controls=(
            Control(
                "noise added",
                minimum("sum of squares", noisy, value, query),
                (Hypothesis("sigma2", Predicate.POSITIVE, "variance of the noise added"),),
            ),
            Control(
                "x ~ N(0, Sigma)",
                minimum("sum of squares", population_loss(model, coloured), value, (data(coloured).law_x_q,)),
                (Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "covariance of x"),),
            ),
        ),
        uses=("wishart.second_moment",),
    )
