"""A model with weights given block by block, as an experiment names them: its prediction and loss as words."""

from collections.abc import Mapping
from dataclasses import replace

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.blocks import BlockMatrix
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.substitution import substitute
from proofs.algebra.symbols import number, zero
from proofs.attention.data import Data, data
from proofs.attention.linear import TOKEN, Layer, check_size, forward
from proofs.attention.read_out import entering_blocks, read_out
from proofs.attention.relu import free_relu_weights, relu_loss
from proofs.attention.size import MOST_TERMS
from proofs.core.claims import Experiment
from proofs.core.errors import InputError
from proofs.core.task import LinearAttention, ReadOutAttention, ReluAttention
from proofs.moments.mean import Mean

Blocks = Mapping[str, TracePolynomial]
LAYER = ("P_xx", "P_xy", "b_x", "b_y", "A_x", "Q_xy", "a_y", "Q_yy")


def placed_prediction(experiment: Experiment, sample: Data) -> TracePolynomial:
    """The prediction of the model at the weights of an experiment, of shape (1, 1). Blocks not named are zero.

    Raises InputError for a block that the model does not have, and for ReLU attention.
    """
    blocks = _blocks(experiment)
    if isinstance(experiment.model, ReadOutAttention):
        return _read_out(blocks, sample)
    if isinstance(experiment.model, ReluAttention):
        raise InputError("the prediction of ReLU attention is no polynomial; take its loss, proofs.attention.relu")
    return forward(_layers(blocks, experiment.model), sample, attended=experiment.model.attended)


def placed_loss(experiment: Experiment, most_terms: int | None = MOST_TERMS) -> Mean:
    """E (prediction - w' x_q)^2 over the whole data set, at the weights of an experiment.

    Raises InputError as `placed_prediction` does, and where the square has more terms than `most_terms`; None sets no
    limit.
    """
    sample, model = data(experiment.task), experiment.model
    if isinstance(model, ReluAttention):
        return _relu_loss(experiment)
    if most_terms is not None and isinstance(model, LinearAttention):
        layers = _layers(_blocks(experiment), model)
        check_size(layers, sample, most_terms, attended=model.attended, squared=True)
    return Mean((placed_prediction(experiment, sample) - sample.w.T @ sample.x_q) ** 2, sample.laws)


def _relu_loss(experiment: Experiment) -> Mean:
    whole, blocks = relu_loss(experiment.task), _blocks(experiment)
    free = {name: polynomial(symbol) for name, symbol in free_relu_weights(experiment.task).blocks}
    _refuse_unknown(blocks, set(free))
    nothing = {name: number(0) if symbol.is_scalar else zero(*symbol.shape) for name, symbol in free.items()}
    placed = {symbol: blocks.get(name, nothing[name]) for name, symbol in free.items()}
    return replace(whole, integrand=substitute(whole.integrand, placed))


def _blocks(experiment: Experiment) -> Blocks:
    return {name: polynomial(block) for name, block in experiment.blocks}


def _layers(blocks: Blocks, model: LinearAttention) -> tuple[Layer, ...]:
    ends = [f"_{index}" if index else "" for index in range(model.layers)]
    _refuse_unknown(blocks, {name + end for name in LAYER for end in ends})
    return tuple(_layer(blocks, end) for end in ends)


def _layer(blocks: Blocks, end: str) -> Layer:
    def block(name: str, *shape: str) -> TracePolynomial:
        return blocks.get(name + end, zero(*shape))

    corner, scalar = ("d", "d"), ("1", "1")
    P = [[block("P_xx", *corner), block("P_xy", "d", "1")], [block("b_x", "d", "1").T, block("b_y", *scalar)]]
    Q = [[block("A_x", *corner), block("Q_xy", "d", "1")], [block("a_y", "d", "1").T, block("Q_yy", *scalar)]]
    return Layer(BlockMatrix.of(P, (TOKEN, TOKEN)), BlockMatrix.of(Q, (TOKEN, TOKEN)))


def _read_out(blocks: Blocks, sample: Data) -> TracePolynomial:
    symbols = dict(zip(("u_x", "u_y", "N_xx", "N_yx"), entering_blocks(), strict=True))
    _refuse_unknown(blocks, set(symbols))
    nothing = {name: number(0) if symbol.is_scalar else zero(*symbol.shape) for name, symbol in symbols.items()}
    return substitute(read_out(sample), {symbol: blocks.get(name, nothing[name]) for name, symbol in symbols.items()})


def _refuse_unknown(blocks: Blocks, known: set[str]) -> None:
    unknown = blocks.keys() - known
    if unknown:
        raise InputError(f"the model has no block named {min(unknown)}; it has {', '.join(sorted(known))}")
