"""The convex pieces of one layer have no unique minimizers: a skew part is free.

Setting: as in one_layer.reduction. For the output q the prediction is -b' G a / n, G = [[S, X'y], [y'X, |y|^2]],
b = (b_x, b_y), a = (A_x q, a_y' q): a function of X = a b' through tr(G X), and the mean over the data of
(tr(G X) / n + w'q)^2 is convex in X.
Claim: tr(G (X + Y - Y')) = tr(G X) for every (d+1, d+1) matrix Y, so a minimizer X of such a piece is never unique. For
w ~ N(0, I) and no noise the piece has the minimum q'q - q' Sigma K^-1 Sigma q with K = ((n+1)/n) Sigma^2
+ (tr Sigma / n) Sigma, attained at X_xy = -K^-1 Sigma q and zeros.
Hypotheses: Sigma > 0 (K > 0); Y - Y' is not 0 for some Y, as d + 1 >= 2.
Idea: G is symmetric; the even and the odd part of tr(G X) in w do not mix.
Source: Ahn et al. call X_j = b a_j' the unique minimum of its own convex piece; the theorem itself stands, see
one_layer.uniqueness.
"""

from proofs.algebra import BlockMatrix, inverse, matrix, scalar, symmetric, trace, vector
from proofs.algebra.symbols import number, zero
from proofs.attention.data import data
from proofs.attention.linear import prediction
from proofs.attention.parity import entering_weights
from proofs.core.claims import Equality, Minimum, Square
from proofs.core.derivation import Definition
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean


def free(name: str) -> BlockMatrix:
    """A free (d+1, d+1) matrix by blocks."""
    last = vector(f"{name}_yx", "d").T, scalar(f"{name}_yy")
    return BlockMatrix(((matrix(f"{name}_xx", "d", "d"), vector(f"{name}_xy", "d")), last))


def convex_piece(*, unique: bool) -> Minimum:
    """The mean of (tr(G X) / n + w'q)^2 over the data, for w ~ N(0, I) and no noise."""
    sample, n, q = data(Task("Sigma")), scalar("n"), vector("q", "d")
    X, y, Sigma, K = free("X"), sample.y, symmetric("Sigma", "d"), symmetric("K", "d")
    m, best = X[0, 1] + X[1, 0].T, inverse(K) @ Sigma @ q
    even = (trace(sample.S @ X[0, 0]) + y.T @ y * X[1, 1]) / n
    return Minimum(
        name="the minimum of a convex piece",
        objective=Mean((even + y.T @ sample.X @ m / n + sample.w.T @ q) ** 2, (sample.law_X, *sample.labels)),
        folded=q.T @ q + 2 * q.T @ Sigma @ m + m.T @ K @ m + Mean(even**2, (sample.law_X, *sample.labels)).value(),
        minimizer=((X[0, 0], zero("d", "d")), (X[0, 1], -best), (X[1, 0].T, zero("d", "1")), (X[1, 1], number(0))),
        value=q.T @ q - q.T @ Sigma @ best,
        squares=(Square(m + best, before=K), Square(even, over=(sample.law_X, *sample.labels))),
        unique=unique,
        abbreviations=(Definition(K, (n + 1) / n * Sigma @ Sigma + trace(Sigma) / n * Sigma),),
    )


def theorem() -> Theorem:
    """The statement and its derivation."""
    sample = data(Task("Sigma", "Psi", "sigma2"))
    n, y, q = scalar("n"), sample.y, sample.x_q
    b_x, b_y, A_x, a_y = entering_weights()
    G = BlockMatrix(((sample.S, sample.X.T @ y), (y.T @ sample.X, y.T @ y)))
    X, Y = BlockMatrix(((A_x @ q,), (a_y.T @ q,))) @ BlockMatrix(((b_x.T, b_y),)), free("Y")

    def piece(argument: BlockMatrix) -> Equality:
        return Equality(
            name="a skew part is free",
            left=(G @ argument).trace,
            right=-n * prediction(LinearAttention(), sample),
        )

    printed = Source(
        "Ahn, Cheng, Daneshmand, Sra 2023",
        "proof of Theorem 1",
        "arXiv:2306.00297",
        Provenance.READ,
        "Printed as uniqueness of each X_j; false as stated, and not needed.",
    )
    return Theorem(
        source=printed,
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "K > 0"),
        ),
        claims=(piece(X + Y - Y.T), convex_piece(unique=False)),
        controls=(
            Control("a symmetric part added", piece(X + Y + Y.T)),
            Control("the one minimizer of the piece, as printed", convex_piece(unique=True), printed=printed),
        ),
        uses=("one_layer.reduction",),
    )
