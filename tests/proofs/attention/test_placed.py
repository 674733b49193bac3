"""A model at the weights of an experiment: what a claim says of its loss is what the definition gives."""

from dataclasses import replace

import pytest

from proofs.algebra import matrix, vector
from proofs.algebra.substitution import substitute
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.attention.linear import population_loss, prediction, sparse_loss
from proofs.attention.parity import free_weights
from proofs.attention.placed import placed_loss, placed_prediction
from proofs.attention.read_out import free_blocks
from proofs.attention.sparse import preconditioners, sparse_weights
from proofs.attention.sparse import prediction as sparse_prediction
from proofs.core.claims import Experiment
from proofs.core.errors import InputError
from proofs.core.task import LinearAttention, ReadOutAttention, Task

TASK = Task("Sigma", "Psi", "sigma2")
A = matrix("A", "d", "d")


@pytest.mark.parametrize("experiment", [free_weights(TASK), free_blocks(TASK)], ids=["linear", "read-out"])
def test_all_weights_free_is_the_population_loss(experiment: Experiment) -> None:
    assert placed_loss(experiment).value() == population_loss(experiment.model, TASK).value()


def test_named_blocks_and_zeros() -> None:
    placed = Experiment(LinearAttention(), TASK, (("b_y", number(1)), ("A_x", -A.T)))
    assert placed_loss(placed).value() == sparse_loss(TASK, A).value()
    larger = replace(placed, blocks=(*placed.blocks, ("a_y", vector("a_y", "d"))))
    assert placed_loss(larger).value() != sparse_loss(TASK, A).value()


def test_blocks_of_later_layers() -> None:
    sample, letters = data(TASK), preconditioners(3)
    assert placed_prediction(sparse_weights(TASK, letters), sample) == sparse_prediction(sample, letters)
    swapped = sparse_weights(TASK, (letters[1], letters[0], letters[2]))
    assert placed_prediction(swapped, sample) != sparse_prediction(sample, letters)


def test_blocks_of_the_read_out() -> None:
    sample, u_y = data(TASK), number(1)
    placed = Experiment(ReadOutAttention(), TASK, (("u_y", u_y), ("N_xx", A)))
    blocks = {name: vector(name, "d") for name in ("u_x", "N_yx")}
    free = prediction(ReadOutAttention(), sample)
    expected = substitute(free, {matrix("N_xx", "d", "d"): A, **{v: v * 0 for v in blocks.values()}})
    assert substitute(expected, {_scalar("u_y"): u_y}) == placed_prediction(placed, sample)


def _scalar(name: str):
    return next(block for key, block in free_blocks(TASK).blocks if key == name)


@pytest.mark.parametrize("model", [LinearAttention(), ReadOutAttention()], ids=["linear", "read-out"])
def test_an_unknown_block_is_misuse(model) -> None:
    with pytest.raises(InputError, match="no block named A_x_1"):
        placed_loss(Experiment(model, TASK, (("A_x_1", A),)))
