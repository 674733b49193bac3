"""The best step sizes of many layers: a quadratic form in symmetric functions of the steps, solved for L = 1 and 2.

Setting: sparse weights, x ~ N(0, Sigma), w ~ N(0, Sigma^-1), no noise, A_l = a_l Sigma^-1, W = Sigma^-1 S / n; c_j the
coefficients of q(mu) = prod (1 - a_l mu), that is (-1)^j times the elementary symmetric functions e_j of the a_l.
Claim: f(a) = E tr q(W)^2 = sum_jk c_j c_k E tr W^(j+k) (L = 1, 2, 3). Layers may change places: two neighbours
commute, whatever stands around them. For L = 1, f has its one minimum d (d+1) / (n+d+1) at a = n / (n+d+1). For L = 2
and all e_1, e_2, f - f* = E tr (q(W) - q*(W))^2, at the stated e_1*, e_2* and f*, and the zeros of q* are real: the
discriminant e_1*^2 - 4 e_2* is a sum of positive terms over a square, as stated. So real step sizes attain f*.
Hypotheses: Sigma > 0; the covariance of w is Sigma^-1; for the exchange only that A_l is a multiple of Sigma^-1.
Idea: f is a quadratic form in the c_j, complete the square. E tr W^k comes from zonal polynomials, f by pairings.
Source: the exchange of layers is in the paper (Lemma 4); the step sizes are in none.
"""

from proofs.algebra import TracePolynomial, identity, inverse, matrix, scalar, symmetric
from proofs.algebra.abbreviation import polynomial
from proofs.attention.data import data
from proofs.attention.sparse import residual_map, sparse_weights
from proofs.core.claims import Equality, Minimum, Square
from proofs.core.derivation import Reciprocal
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean
from proofs.optimum.spectrum import coefficients, mean_square


def two_layers() -> tuple[tuple[TracePolynomial, TracePolynomial], Reciprocal, TracePolynomial]:
    """For L = 2: e_1* and e_2*, the reciprocal of their denominator, and the least loss."""
    n, d, eta = scalar("n"), scalar("d"), scalar("eta_2")
    N, D = n + 1, d + 1
    above = d**3 * N + d**2 * (4 * n + 10) + d * (7 * n + 17) + 4 * N
    below = above + n * (N * D * (n + d) + 3 * n * d + 9 * (n + d) + 13)
    best = 2 * n * (N * D * (N + D) + 4 * (N + D) - 2) * eta, n**2 * (N * D + 2) * eta
    return best, Reciprocal(eta, below), d * above * eta


def theorem() -> Theorem:
    """The statement and its derivation."""
    task, white = Task("Sigma", "Sigma^-1"), Task("Sigma")
    n, d, Sigma, sample = scalar("n"), scalar("d"), symmetric("Sigma", "d"), data(task)
    a_0, a_1, a_2, e_1, e_2, one = (scalar(name) for name in ("a_0", "a_1", "a_2", "e_1", "e_2", "eta_1"))
    W, N, D = inverse(Sigma) @ sample.S / n, n + 1, d + 1

    def loss(q: TracePolynomial, law: Task) -> Mean:
        return Mean((sample.x_q.T @ q @ sample.w) ** 2, data(law).laws)

    def layers(*preconditioners: TracePolynomial) -> TracePolynomial:
        return residual_map(sample, [a * inverse(Sigma) for a in preconditioners])

    def by_moments(law: Task, *steps: TracePolynomial) -> Equality:
        return Equality(
            name=f"L = {len(steps)}: the loss by moments",
            left=loss(layers(*steps), law),
            right=mean_square(coefficients(steps)),
            experiment=sparse_weights(law, [a * inverse(Sigma) for a in steps]),
        )

    def exchange(A: TracePolynomial, B: TracePolynomial) -> Equality:
        left, right = residual_map(sample, (A, B)), residual_map(sample, (B, A))
        return Equality(name="neighbours commute", left=left, right=right)

    def first(law: Task) -> Minimum:
        return Minimum(
            name="L = 1: the minimum",
            objective=loss(layers(a_0), law),
            minimizer=((a_0, n * one),),
            value=d * (d + 1) * one,
            squares=(Square(a_0 - n * one, weight=d * (n + d + 1) / n),),
            unique=True,
            abbreviations=(Reciprocal(one, n + d + 1),),
            experiment=sparse_weights(law, (a_0 * inverse(Sigma),)),
        )

    e, reciprocal, least = two_layers()
    discriminant = (N * D) ** 3 + 7 * (N * D) ** 2 + 4 * (N * D + N + D) * (N + D) + 12 * N * D + 8

    def second(law: Task) -> Minimum:
        q, best = (identity("d") - x * W + y * W @ W for x, y in ((e_1, e_2), e))
        return Minimum(
            name="L = 2: the minimum",
            objective=loss(q, law),
            minimizer=tuple(zip((e_1, e_2), e, strict=True)),
            value=least,
            squares=(Square(q - best, before=Sigma, after=inverse(Sigma), over=(sample.law_X,)),),
            abbreviations=(reciprocal,),
        )

    return Theorem(
        source=Source("Ahn, Cheng, Daneshmand, Sra 2023", "Lemma 4", "arXiv:2306.00297", Provenance.READ),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "covariance of x; its inverse is that of w"),
        ),
        claims=(
            by_moments(task, a_0),
            by_moments(task, a_0, a_1),
            by_moments(task, a_0, a_1, a_2),
            exchange(a_0 * inverse(Sigma), a_1 * inverse(Sigma)),
            Equality(
                name="L = 2: two steps as one polynomial",
                left=layers(a_0, a_1),
                right=identity("d") - (a_0 + a_1) * W + a_0 * a_1 * W @ W,
            ),
            first(task),
            second(task),
            Equality(
                name="L = 2: the discriminant",
                left=e[0] ** 2 - 4 * e[1],
                right=4 * n**2 * discriminant * polynomial(reciprocal.symbol) ** 2,
                abbreviations=(reciprocal,),
            ),
        ),
        controls=(
            *(Control("w ~ N(0, I)", claim) for claim in (by_moments(white, a_0, a_1), first(white), second(white))),
            Control("A_l not multiples of Sigma^-1", exchange(matrix("A", "d", "d"), matrix("B", "d", "d"))),
        ),
    )
