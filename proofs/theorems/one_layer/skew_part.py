"""The convex pieces of one layer have no unique minimizers: a skew part is free.

Setting: as in one_layer.reduction. For the output x_q the prediction is -b' G a / n, G = [[S, X'y], [y'X, |y|^2]],
b = (b_x, b_y), a = (A_x x_q, a_y' x_q): a convex function of X = a b' through tr(G X).
Claim: tr(G (X + Y - Y')) = tr(G X) for every (d+1, d+1) matrix Y. So a minimizer X of such a piece is never unique.
Hypotheses: none; Y - Y' is not 0 for some Y, as d + 1 >= 2.
Idea: G is symmetric.
Source: Ahn et al. call X_j = b a_j' the unique minimum of its own convex piece; the theorem itself stands, see
one_layer.uniqueness.
"""

from proofs.algebra import BlockMatrix, matrix, scalar, vector
from proofs.attention.data import data
from proofs.attention.linear import prediction
from proofs.attention.parity import entering_weights
from proofs.core.claims import Equality
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Control, Theorem


def theorem() -> Theorem:
    """The statement and its derivation."""
    sample = data(Task("Sigma", "Psi", "sigma2"))
    n, y, x_q = scalar("n"), sample.y, sample.x_q
    b_x, b_y, A_x, a_y = entering_weights()
    G = BlockMatrix(((sample.S, sample.X.T @ y), (y.T @ sample.X, y.T @ y)))
    X = BlockMatrix(((A_x @ x_q,), (a_y.T @ x_q,))) @ BlockMatrix(((b_x.T, b_y),))
    Y = BlockMatrix(((matrix("Y_xx", "d", "d"), vector("Y_xy", "d")), (vector("Y_yx", "d").T, scalar("Y_yy"))))

    def piece(argument: BlockMatrix) -> Equality:
        return Equality(
            name="a skew part is free",
            left=(G @ argument).trace,
            right=-n * prediction(LinearAttention(), sample),
        )

    return Theorem(
        source=Source(
            "Ahn, Cheng, Daneshmand, Sra 2023",
            "proof of Theorem 1",
            "arXiv:2306.00297",
            Provenance.READ,
            "Printed as uniqueness of each X_j; false as stated, and not needed.",
        ),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
        ),
        claims=(piece(X + Y - Y.T),),
        controls=(Control("a symmetric part added", piece(X + Y + Y.T)),),
    )
