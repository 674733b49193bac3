"""The set of all global minimizers of one layer: one scaling orbit for d >= 2, two for d = 1.

Setting: as in one_layer.reduction, Sigma and Psi positive definite; f = f_odd(M) + E even^2 with
M = b_y A_x + b_x a_y' and even = (b_x' S A_x + b_y |y|^2 a_y') x_q / n. f_odd(M) is minimal only at
M* = -K^-1 Sigma Psi, which is invertible.
Claim: the global minimizers are the solutions of E even^2 = 0 and M = M*. For d >= 2 they have b_x = 0, a_y = 0 and
b_y A_x = M*: one orbit of (b, A) -> (c b, A / c). For d = 1 there is a second orbit, b_y = 0, A_x = 0, b_x a_y = M*,
which computes the same function.
Hypotheses: Sigma > 0, Psi > 0 (M* is invertible, |y|^2 is not a function of X); d >= 2 where it is said.
Idea: E even^2 is a weight times b_y^2 |a_y|^2 plus a square; where b_y a_y = 0 it is n |b_x|^2 |A_x|^2 plus a square
(norms in Sigma). Of the four branches the form M leaves those where it can have full rank.
Source: in none of the papers.
"""

from proofs.algebra import identity, inverse, matrix, scalar, substitute, symmetric, trace
from proofs.algebra.symbols import zero
from proofs.attention.data import data
from proofs.attention.linear import prediction
from proofs.attention.parity import bilinear_form, entering_weights, even_part, free_weights
from proofs.core.claims import Equality, Minimum, Square, ZeroProduct, ZeroSet
from proofs.core.derivation import Definition
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean


def theorem() -> Theorem:
    """The statement and its derivation."""
    task, model = Task("Sigma", "Psi", "sigma2"), LinearAttention()
    sample = data(task)
    n, sigma2, M = scalar("n"), scalar("sigma2"), bilinear_form()
    b_x, b_y, A_x, a_y = entering_weights()
    N, K = matrix("N", "d", "d"), symmetric("K", "d")
    Sigma, Psi, S, y = symmetric("Sigma", "d"), symmetric("Psi", "d"), sample.S, sample.y

    signal, best = trace(Sigma @ Psi), inverse(K) @ Sigma @ Psi
    given = (Definition(K, (n + 1) / n * Sigma @ Psi @ Sigma + (signal + sigma2) / n * Sigma),)

    spread = (
        2 * n * ((n + 1) * trace(Sigma @ Psi @ Sigma @ Psi) + signal**2) + 4 * n * sigma2 * signal + 2 * n * sigma2**2
    )
    mean = A_x.T @ S @ b_x + b_y * (trace(S @ Psi) + n * sigma2) * a_y
    along = Square(mean, None, Sigma, over=(sample.law_X,))
    crossed = Square(A_x.T @ Sigma @ b_x, n * (n + 1), Sigma)

    def zero_set(*branches: frozenset[str]) -> ZeroSet:
        return ZeroSet(
            name="all global minimizers",
            total=Mean((n * even_part(sample)) ** 2, sample.laws),
            products=(
                ZeroProduct(Square(b_y), Square(a_y, before=Sigma), spread, (along,)),
                ZeroProduct(Square(b_x, before=Sigma), Square(A_x, None, Sigma, Sigma), n, (crossed,)),
            ),
            form=M,
            branches=branches[:-1],
            branches_at_one=branches,
            experiment=free_weights(task),
        )

    plain, crossed_orbit = frozenset({"b_x", "a_y"}), frozenset({"b_y", "A_x"})
    return Theorem(
        source=Source("this project", "exact uniqueness"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "norms in Sigma are norms"),
            Hypothesis("Psi", Predicate.POSITIVE_DEFINITE, "the weight of b_y^2 |a_y|^2 is positive, M* invertible"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "variance of the label noise"),
        ),
        claims=(
            zero_set(plain, crossed_orbit),
            Equality(
                name="the second orbit computes the same function at d = 1",
                left=substitute(prediction(model, sample), {b_y: b_y * 0, A_x: zero("d", "d")}),
                right=-y.T @ sample.X @ substitute(M, {b_y: b_y * 0}) @ sample.x_q / n,
            ),
            Minimum(
                name="the odd part is minimal at M* only",
                objective=Mean((y.T @ sample.X @ N @ sample.x_q / n + sample.w.T @ sample.x_q) ** 2, sample.laws),
                folded=signal + 2 * trace(Sigma @ Psi @ Sigma @ N) + trace(K @ N @ Sigma @ N.T),
                minimizer=((N, -best),),
                value=signal - trace(Sigma @ Psi @ Sigma @ best),
                squares=(Square(N + best, before=K, after=Sigma),),
                unique=True,
                abbreviations=given,
            ),
            Equality(
                name="M* is invertible",
                left=best @ inverse(Psi) @ inverse(Sigma) @ K,
                right=identity("d"),
                abbreviations=given,
            ),
        ),
        controls=(
            Control("one orbit also at d = 1", zero_set(plain)),
            Control("the second orbit alone", zero_set(crossed_orbit)),
        ),
        uses=("one_layer.reduction", "one_layer.optimum"),
    )
