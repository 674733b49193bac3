"""Many layers with sparse weights: P_l = diag(0_d, 1), Q_l = -diag(A_l, 0)."""

from collections.abc import Sequence

from proofs.algebra.blocks import BlockMatrix
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import identity, matrix, number, scalar, zero
from proofs.attention.data import Data
from proofs.attention.descent import gradient_step
from proofs.attention.linear import TOKEN, Layer, forward
from proofs.core.claims import Experiment
from proofs.core.derivation import Expression
from proofs.core.task import LinearAttention, Task

DEPTHS = (1, 2, 3, 4)
"""The numbers of layers at which statements about L layers are written out, besides their proof for all L."""


def preconditioners(layers: int) -> tuple[TracePolynomial, ...]:
    """The letters A_0, ..., A_{L-1}, any (d, d) matrices."""
    return tuple(matrix(f"A_{index}", "d", "d") for index in range(layers))


def sparse_layer(A: TracePolynomial) -> Layer:
    """P = diag(0_d, 1), Q = -diag(A, 0)."""
    return Layer(
        BlockMatrix.of([[0, 0], [0, number(1)]], (TOKEN, TOKEN)),
        BlockMatrix.of([[-A, 0], [0, 0]], (TOKEN, TOKEN)),
    )


def state(sample: Data, u: TracePolynomial) -> BlockMatrix:
    """The tokens at a solution u (d, 1): labels y - X u, query entry -u' x_q."""
    return BlockMatrix(((sample.X.T, sample.x_q), ((sample.y - sample.X @ u).T, -u.T @ sample.x_q)))


def prediction(sample: Data, letters: Sequence[TracePolynomial]) -> TracePolynomial:
    """The prediction of the layers with preconditioners A_0, A_1, ..., from the definition."""
    return forward(tuple(sparse_layer(A) for A in letters), sample)


def descent(sample: Data, steps: Sequence[TracePolynomial]) -> TracePolynomial:
    """u_L of preconditioned gradient descent from 0 on |X u - y|^2 / (2n), u_{l+1} = u_l - B_l grad R(u_l)."""
    u = zero("d", "1")
    for B in steps:
        u = gradient_step(sample, u, B)
    return u


def residual_map(sample: Data, letters: Sequence[TracePolynomial]) -> TracePolynomial:
    """T_{L-1} ... T_0 with T_l = I - A_l' S / n: the factor that the layers apply to w when there is no noise."""
    product = identity("d")
    for A in letters:
        product = product - A.T @ sample.S @ product / scalar("n")
    return product


def sparse_weights(task: Task, letters: Sequence[TracePolynomial]) -> Experiment:
    """The literal model with these weights: b_y = 1 and A_x = -A_l in every layer."""
    blocks: list[tuple[str, Expression]] = []
    for index, A in enumerate(letters):
        end = f"_{index}" if index else ""
        blocks += [(f"b_y{end}", number(1)), (f"A_x{end}", -A)]
    return Experiment(LinearAttention(len(letters)), task, tuple(blocks))
