"""Linear attention from its definition: tokens, mask, layers, prediction and population loss as block words."""

from collections.abc import Sequence
from dataclasses import dataclass

from proofs.algebra.blocks import BlockMatrix
from proofs.algebra.expected import check_polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.substitution import substitute
from proofs.algebra.symbols import identity, matrix, number, scalar, vector, zero
from proofs.attention.data import Data, data
from proofs.attention.parity import entering_weights
from proofs.attention.read_out import read_out
from proofs.attention.size import MOST_TERMS, counted_blocks, counted_data, refuse_size, words
from proofs.core.arguments import check_kind
from proofs.core.errors import InputError
from proofs.core.names import DATA
from proofs.core.task import LinearAttention, Model, ReadOutAttention, ReluAttention, Task
from proofs.moments.mean import Mean

TOKEN = ("d", "1")
COLUMNS = ("n", "1")


@dataclass(frozen=True)
class Layer:
    """The blocks of P = [[P_xx, P_xy], [b_x', b_y]] and Q = [[A_x, Q_xy], [a_y', Q_yy]] of one layer."""

    P: BlockMatrix
    Q: BlockMatrix


def free_layer(index: int = 0) -> Layer:
    """A layer with all entries of P and Q free; the names of later layers end in their index."""
    end = f"_{index}" if index else ""
    P = BlockMatrix(
        (
            (matrix(f"P_xx{end}", "d", "d"), vector(f"P_xy{end}", "d")),
            (vector(f"b_x{end}", "d").T, scalar(f"b_y{end}")),
        )
    )
    Q = BlockMatrix(
        (
            (matrix(f"A_x{end}", "d", "d"), vector(f"Q_xy{end}", "d")),
            (vector(f"a_y{end}", "d").T, scalar(f"Q_yy{end}")),
        )
    )
    return Layer(P, Q)


def tokens(sample: Data) -> BlockMatrix:
    """Z_0 = [[X', x_q], [y', 0]], of shape (d+1, n+1)."""
    return BlockMatrix.of([[sample.X.T, sample.x_q], [sample.y.T, 0]], (TOKEN, COLUMNS))


def attend(Z: BlockMatrix, layer: Layer, *, attended: bool = False) -> BlockMatrix:
    """Z + P Z M (Z' Q Z) / n, M = diag(I_n, 0), or I where the query is `attended` to."""
    mask = BlockMatrix.of([[identity("n"), 0], [0, number(int(attended))]], (COLUMNS, COLUMNS))
    return Z + layer.P @ Z @ mask @ (Z.T @ layer.Q @ Z) * scalar("n").reciprocal()


def forward(layers: tuple[Layer, ...], sample: Data, *, attended: bool = False) -> TracePolynomial:
    """The prediction -[Z_L]_{d+1,n+1}, of shape (1, 1)."""
    Z = tokens(sample)
    for layer in layers:
        Z = attend(Z, layer, attended=attended)
    return -Z[1, 1]


def free_layers(model: LinearAttention) -> tuple[Layer, ...]:
    """The layers of the model with all weights free."""
    return tuple(free_layer(index) for index in range(model.layers))


def prediction(model: Model, sample: Data, most_terms: int | None = MOST_TERMS) -> TracePolynomial:
    """The prediction of the model with all weights free.

    Raises InputError for ReLU attention, and where there are more terms than `most_terms`; None sets no limit.
    """
    if isinstance(model, ReadOutAttention):
        return read_out(sample)
    if isinstance(model, ReluAttention):
        raise InputError("the prediction of ReLU attention is no polynomial; take its loss, proofs.attention.relu")
    layers = free_layers(model)
    if most_terms is not None:
        check_size(layers, sample, most_terms, attended=model.attended)
    return forward(layers, sample, attended=model.attended)


def residual(model: Model, sample: Data, most_terms: int | None = MOST_TERMS) -> TracePolynomial:
    """Prediction minus w' x_q. Raises InputError as `prediction` does."""
    return prediction(model, sample, most_terms) - sample.w.T @ sample.x_q


def population_loss(model: Model, task: Task, most_terms: int | None = MOST_TERMS) -> Mean:
    """E (prediction - w' x_q)^2 over the whole data set, all weights free.

    Blocks of weights are letters with the names that LinearAttention lists, b_y and A_x in layer 0, b_y_1 and A_x_1 in
    layer 1, ...; for ReadOutAttention u_x, u_y, N_xx, N_xy, N_yx, N_yy. `.value()` of the mean is a polynomial in them
    and in the names of the task. Raises InputError for arguments of another kind, for ReLU attention, and where the
    square may have more terms than `most_terms`; None sets no limit.
    """
    check_kind("model", model, Model, "a model", "e.g. LinearAttention(layers=1)")
    check_kind("task", task, Task, "a task", "e.g. Task('Sigma', 'Psi', 'sigma2')")
    sample = data(task)
    if most_terms is not None and isinstance(model, LinearAttention):
        check_size(free_layers(model), sample, most_terms, attended=model.attended, squared=True)
    return Mean(residual(model, sample, None) ** 2, sample.laws)


def check_size(
    layers: Sequence[Layer], sample: Data, most: int, *, attended: bool = False, squared: bool = False
) -> None:
    """Raise InputError if the prediction, or the square of its error, has more terms. Nothing is multiplied out."""
    counted_layers = tuple(Layer(counted_blocks(layer.P), counted_blocks(layer.Q)) for layer in layers)
    for depth in range(1, len(layers) + 1):
        size = words(forward(counted_layers[:depth], counted_data(sample), attended=attended))
        if squared:
            size += len(sample.w.terms)
            size = size * (size + 1) // 2
        refuse_size(size, most, depth)


def sparse_weights(A: TracePolynomial) -> dict[TracePolynomial, TracePolynomial]:
    """The weights b = (0, 1), A_x = -A', a_y = 0 of one layer, with which the prediction is x_q' A X'y / n."""
    b_x, b_y, A_x, a_y = entering_weights()
    nothing = zero("d", "1")
    return {b_x: nothing, b_y: number(1), A_x: -A.T, a_y: nothing}


def sparse_loss(task: Task, A: TracePolynomial) -> Mean:
    """The population loss of one layer with the sparse weights, as a mean in A (d, d).

    Raises InputError for arguments of another kind, for another shape of A and for an A that sees the data.
    """
    check_kind("task", task, Task, "a task", "e.g. Task('Sigma', 'Psi', 'sigma2')")
    check_polynomial("A", A)
    if A.shape != ("d", "d"):
        raise InputError(f"A: expected a d x d matrix, got {A.rows} x {A.columns}; e.g. matrix('A', 'd', 'd')")
    seen = {name for letter in A.letters for name in (letter.name, *letter.depends_on)} & DATA
    if seen:
        raise InputError(f"A: expected a matrix that does not see the data, got one in {min(seen)}; leave it out")
    sample = data(task)
    return Mean(substitute(residual(LinearAttention(), sample), sparse_weights(A)) ** 2, sample.laws)
