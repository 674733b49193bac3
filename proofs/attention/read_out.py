"""Linear attention with keys, queries, values and a read-out: prediction h' W_V G W_K' W_Q z_q, no factor 1/n.

With u = W_V' h and N = W_K' W_Q it is u' G N z_q, G = sum_i z_i z_i', z_q = (x_q, 0).
"""

from proofs.algebra.blocks import BlockMatrix
from proofs.algebra.gradient import gradient
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import matrix, scalar, vector
from proofs.attention.data import Data
from proofs.core.claims import Experiment
from proofs.core.task import ReadOutAttention, Task

TOKEN = ("d", "1")


def entering_blocks() -> tuple[TracePolynomial, TracePolynomial, TracePolynomial, TracePolynomial]:
    """u_x (d, 1), u_y of u and N_xx (d, d), N_yx (d, 1) of N: all that the prediction sees."""
    return vector("u_x", "d"), scalar("u_y"), matrix("N_xx", "d", "d"), vector("N_yx", "d")


def free_blocks(task: Task) -> Experiment:
    """The read-out model with all blocks that enter free, each under its own name."""
    names = ("u_x", "u_y", "N_xx", "N_yx")
    return Experiment(ReadOutAttention(), task, tuple(zip(names, entering_blocks(), strict=True)))


def read_out(sample: Data) -> TracePolynomial:
    """The prediction in u = (u_x, u_y) and N = [[N_xx, N_xy], [N_yx', N_yy]], of shape (1, 1)."""
    u_x, u_y, N_xx, N_yx = entering_blocks()
    u = BlockMatrix(((u_x,), (u_y,)))
    N = BlockMatrix(((N_xx, vector("N_xy", "d")), (N_yx.T, scalar("N_yy"))))
    return _prediction(sample, u, N)


def direction(sample: Data) -> TracePolynomial:
    """The vector v (d, 1) with prediction v' x_q: the gradient of the prediction by the query."""
    return gradient(read_out(sample), sample.x_q)


def read_out_by_heads(sample: Data) -> TracePolynomial:
    """The prediction from W_K, W_Q of shape (k, d+1), W_V of shape (d+1, d+1) and h of shape (d+1, 1)."""
    keys = BlockMatrix(((matrix("K_x", "k", "d"), vector("K_y", "k")),))
    queries = BlockMatrix(((matrix("Q_x", "k", "d"), vector("Q_y", "k")),))
    values = BlockMatrix(
        ((matrix("V_xx", "d", "d"), vector("V_xy", "d")), (vector("V_yx", "d").T, scalar("V_yy"))),
    )
    h = BlockMatrix(((vector("h_x", "d"),), (scalar("h_y"),)))
    return _prediction(sample, values.T @ h, keys.T @ queries)


def blocks_of_heads() -> dict[TracePolynomial, TracePolynomial]:
    """The blocks of u = W_V' h and N = W_K' W_Q that enter, in those of the heads."""
    u_x, u_y, N_xx, N_yx = entering_blocks()
    h_x, h_y, Q_x = vector("h_x", "d"), scalar("h_y"), matrix("Q_x", "k", "d")
    return {
        u_x: matrix("V_xx", "d", "d").T @ h_x + vector("V_yx", "d") * h_y,
        u_y: vector("V_xy", "d").T @ h_x + scalar("V_yy") * h_y,
        N_xx: matrix("K_x", "k", "d").T @ Q_x,
        N_yx: Q_x.T @ vector("K_y", "k"),
    }


def _prediction(sample: Data, u: BlockMatrix, N: BlockMatrix) -> TracePolynomial:
    Z = BlockMatrix(((sample.X.T,), (sample.y.T,)))
    query = BlockMatrix.of([[sample.x_q], [0]], (TOKEN, ("1",)))
    return (u.T @ Z @ Z.T @ N @ query)[0, 0]
