"""Layers that move the inputs too (GD++): P_l = [[B_l, 0], [0, 1]], Q_l = [[A_l, 0], [0, 0]].

After l layers the inputs are M_l x_i and M_l x_q, the labels y - X u_l. Note that Q_l carries no minus sign.
Von Oswald et al. 2022; Ahn, Cheng, Daneshmand, Sra 2023, section 4.
"""

from collections.abc import Sequence

from proofs.algebra.blocks import BlockMatrix
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import identity, matrix, number, scalar
from proofs.attention.data import Data
from proofs.attention.linear import TOKEN, Layer, forward
from proofs.core.claims import Experiment
from proofs.core.derivation import Expression
from proofs.core.task import LinearAttention, Task

DEPTHS = (1, 2, 3)
"""The numbers of layers at which statements about L layers are written out, besides their proof for all L."""

Weights = tuple[TracePolynomial, TracePolynomial]


def weights(layers: int) -> tuple[Weights, ...]:
    """The letters (A_0, B_0), ..., (A_{L-1}, B_{L-1}), any (d, d) matrices."""
    return tuple((matrix(f"A_{index}", "d", "d"), matrix(f"B_{index}", "d", "d")) for index in range(layers))


def layer(A: TracePolynomial, B: TracePolynomial) -> Layer:
    """P = [[B, 0], [0, 1]], Q = [[A, 0], [0, 0]]."""
    return Layer(
        BlockMatrix.of([[B, 0], [0, number(1)]], (TOKEN, TOKEN)),
        BlockMatrix.of([[A, 0], [0, 0]], (TOKEN, TOKEN)),
    )


def state(sample: Data, M: TracePolynomial, u: TracePolynomial) -> BlockMatrix:
    """The tokens at a map M (d, d) of the inputs and a solution u (d, 1)."""
    return BlockMatrix(((M @ sample.X.T, M @ sample.x_q), ((sample.y - sample.X @ u).T, -u.T @ sample.x_q)))


def next_map(M: TracePolynomial, gram: TracePolynomial, A: TracePolynomial, B: TracePolynomial) -> TracePolynomial:
    """M + B M S M' A M / n: what a layer makes of the map of the inputs."""
    return M + B @ M @ gram @ M.T @ A @ M / scalar("n")


def factor(M: TracePolynomial, gram: TracePolynomial, A: TracePolynomial) -> TracePolynomial:
    """T = I + M' A' M S / n: the factor that a layer applies to w - u when there is no noise."""
    return identity("d") + M.T @ A.T @ M @ gram / scalar("n")


def residual_map(sample: Data, layers: Sequence[Weights]) -> TracePolynomial:
    """T_{L-1} ... T_0, the map from w to w - u_L when there is no noise."""
    product = M = identity("d")
    for A, B in layers:
        product = factor(M, sample.S, A) @ product
        M = next_map(M, sample.S, A, B)
    return product


def prediction(sample: Data, layers: Sequence[Weights]) -> TracePolynomial:
    """The prediction of the layers, from the definition."""
    return forward(tuple(layer(A, B) for A, B in layers), sample)


def literal_weights(task: Task, layers: Sequence[Weights]) -> Experiment:
    """The literal model with these weights."""
    blocks: list[tuple[str, Expression]] = []
    for index, (A, B) in enumerate(layers):
        end = f"_{index}" if index else ""
        blocks += [(f"b_y{end}", number(1)), (f"P_xx{end}", B), (f"A_x{end}", A)]
    return Experiment(LinearAttention(len(layers)), task, tuple(blocks))
