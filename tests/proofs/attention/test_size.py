"""The size of predictions and losses, known before they are multiplied out."""

import pytest

from proofs.algebra.symbols import matrix, number
from proofs.attention.data import data
from proofs.attention.linear import check_size, forward, free_layers, population_loss, prediction, residual
from proofs.attention.placed import placed_loss
from proofs.attention.size import MOST_TERMS, counted, counted_blocks, counted_data, words
from proofs.attention.sparse import preconditioners, sparse_layer, sparse_weights
from proofs.core.claims import Experiment
from proofs.core.errors import InputError
from proofs.core.task import LinearAttention, ReadOutAttention, Task

NOISY = Task("Sigma", "Psi", "sigma2")
SUM = matrix("A", "d", "d") + 2 * matrix("B", "d", "d") - matrix("C", "d", "d")


def size(layers, task, *, attended=False):
    """The least limit under which the prediction is not refused."""
    low, high = 0, 10**9
    while low < high:
        middle = (low + high) // 2
        try:
            check_size(layers, data(task), middle, attended=attended)
        except InputError:
            low = middle + 1
        else:
            high = middle
    return low


def test_a_block_counts_its_terms():
    assert words(counted(SUM)) == 3
    assert words(counted(SUM) @ counted(matrix("X", "d", "n"))) == 3
    assert words(counted(SUM) @ counted(SUM) + counted(SUM)) == 12
    assert words(counted(SUM * 0)) == 0
    assert counted(SUM).shape == SUM.shape


def test_a_layer_and_the_data_keep_their_shapes():
    sample, (layer,) = data(NOISY), free_layers(LinearAttention())
    assert counted_blocks(layer.P)[0, 1].shape == ("d", "1")
    assert counted_data(sample).y.shape == ("n", "1")
    assert words(counted_data(sample).y) == 2


@pytest.mark.parametrize(
    ("layers", "attended", "task"),
    [
        (1, False, NOISY),
        (1, True, NOISY),
        (1, False, Task(task_mean="m", noise="sigma2")),
        (2, False, Task("Sigma", "Psi")),
        (2, True, Task()),
    ],
    ids=str,
)
def test_no_prediction_has_more_terms(layers, attended, task):
    """Words that are equal, or transposes of one another, are counted each; so at most three times as many."""
    model = LinearAttention(layers, attended)
    found = size(free_layers(model), task, attended=attended)
    terms = len(prediction(model, data(task)).terms)
    assert terms <= found <= 3 * terms


@pytest.mark.parametrize("layers", [1, 2, 3, 4])
def test_no_prediction_of_sparse_layers_has_more_terms(layers):
    sparse = tuple(map(sparse_layer, preconditioners(layers)))
    assert size(sparse, NOISY) == len(forward(sparse, data(NOISY)).terms)


def test_no_loss_has_more_terms():
    terms = len(population_loss(LinearAttention(), NOISY).integrand.terms)
    assert terms == len((residual(LinearAttention(), data(NOISY)) ** 2).terms)
    with pytest.raises(InputError, match="expected at most 44 terms"):
        population_loss(LinearAttention(), NOISY, most_terms=terms - 1)


@pytest.mark.parametrize("layers", [2, 3, 100])
@pytest.mark.parametrize("attended", [False, True])
def test_many_free_layers_are_refused_before_any_work(layers, attended):
    with pytest.raises(InputError, match=r"got up to [0-9,]{9,} in 2 layers .* most_terms=None") as refusal:
        population_loss(LinearAttention(layers, attended), Task())
    assert str(refusal.value).count("\n") == 0


def test_a_prediction_is_refused_where_it_is_too_long_itself():
    with pytest.raises(InputError, match="in 3 layers"):
        prediction(LinearAttention(3), data(Task()))
    with pytest.raises(InputError, match="expected at most 3 terms"):
        prediction(LinearAttention(), data(Task()), most_terms=3)


def test_without_a_limit_nothing_is_refused():
    assert population_loss(LinearAttention(), Task(), most_terms=1_000) == population_loss(LinearAttention(), Task())
    with pytest.raises(InputError):
        population_loss(LinearAttention(), Task(), most_terms=1)
    assert population_loss(LinearAttention(), Task(), most_terms=None).integrand.terms
    assert population_loss(ReadOutAttention(), Task(), most_terms=1).integrand.terms


@pytest.mark.parametrize("layers", [1, 2, 3, 4])
def test_zero_blocks_make_many_layers_small(layers):
    experiment = sparse_weights(NOISY, preconditioners(layers))
    assert len(placed_loss(experiment).integrand.terms) < MOST_TERMS


def test_named_blocks_are_counted_too():
    model = LinearAttention(2)
    names = ("P_xx", "A_x", "A_x_1")
    blocks = tuple((name, matrix(name, "d", "d")) for name in names)
    wide = tuple(
        (name, sum((matrix(f"{name}_{k}", "d", "d") for k in range(40)), start=block)) for name, block in blocks
    )
    scalars = (("b_y", number(1)), ("b_y_1", number(1)))
    assert placed_loss(Experiment(model, Task(), (*blocks, *scalars))).integrand.terms
    with pytest.raises(InputError, match="in 2 layers"):
        placed_loss(Experiment(model, Task(), (*wide, *scalars)))
