"""The block forward pass against the literal one on arrays, exactly; what enters it; the loss against brute force."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import matrix, scalar, substitute, vector
from proofs.attention.data import data
from proofs.attention.linear import (
    forward,
    free_layer,
    population_loss,
    prediction,
    residual,
    sparse_loss,
    sparse_weights,
    tokens,
)
from proofs.attention.parity import entering_weights
from proofs.core.task import LinearAttention, ReadOutAttention, Task
from verify.simulate.arrays import as_array
from verify.simulate.exact import Roots, exact_loss
from verify.simulate.forward import predict
from verify.simulate.weights import weights_from_blocks
from verify.sweep.covariance import identity

TASK = Task("Sigma", "Psi", "sigma2")
SAMPLE = data(TASK)
LABELLED = replace(SAMPLE, y=vector("y", "n"))
"""The same with the labels as a letter: predictions of several layers stay short."""
BLOCKS = ("P_xx", "P_xy", "b_x", "b_y", "A_x", "Q_xy", "a_y", "Q_yy")
MODELS = {
    "one layer": (LinearAttention(), BLOCKS),
    "two layers": (LinearAttention(2), (*BLOCKS, *(f"{name}_1" for name in BLOCKS))),
    "read-out": (ReadOutAttention(), ("u_x", "u_y", "N_xx", "N_xy", "N_yx", "N_yy")),
}
SCALARS = ("b_y", "Q_yy", "b_y_1", "Q_yy_1", "u_y", "N_yy")


@cache
def labelled(model):
    """The derived prediction in X, y, x_q and all weights."""
    return prediction(model, LABELLED)


def block(name):
    """A block of the weights as a symbol."""
    if name in SCALARS:
        return scalar(name)
    return matrix(name, "d", "d" if name.removesuffix("_1") in ("P_xx", "A_x", "N_xx") else "1")


def literal(model, names, instance, value):
    """The forward pass of arrays at the values of an instance."""
    X, y, x_q = (value(item, instance) for item in (LABELLED.X, LABELLED.y, LABELLED.x_q))
    weights = weights_from_blocks(model, instance.shape.d, {name: value(block(name), instance) for name in names})
    found = predict(model, weights, as_array(X)[None], as_array(y)[None, :, 0], as_array(x_q)[None, :, 0])
    return found[0]


@pytest.mark.parametrize("name", MODELS)
@given(data=st.data())
def test_prediction_is_that_of_the_literal_forward_pass(name, data, drawn, value):
    model, names = MODELS[name]
    derived = labelled(model)
    instance = data.draw(drawn(derived, *map(block, names)))
    assert value(derived, instance) == literal(model, names, instance, value)


@pytest.mark.parametrize(
    ("derived", "entering"),
    [
        (prediction(LinearAttention(), SAMPLE), {"b_x", "b_y", "A_x", "a_y"}),
        (prediction(ReadOutAttention(), SAMPLE), {"u_x", "u_y", "N_xx", "N_yx"}),
    ],
    ids=["one layer", "read-out"],
)
def test_what_enters(derived, entering):
    data_and_sizes = {"X", "w", "eps", "x_q", "n"}
    assert {letter.name for letter in derived.letters} | set(derived.scalars) <= entering | data_and_sizes
    assert entering <= {letter.name for letter in derived.letters} | set(derived.scalars)


def test_two_layers_use_all_of_the_first_and_a_row_and_columns_of_the_second():
    derived = labelled(LinearAttention(2))
    names = {letter.name for letter in derived.letters} | set(derived.scalars)
    assert not {"P_xx_1", "P_xy_1"} & names
    assert {"P_xx", "P_xy", "b_x", "b_y", "A_x", "a_y", "b_x_1", "b_y_1", "A_x_1", "a_y_1"} <= names


def test_no_layer_predicts_nothing():
    assert not forward((), SAMPLE).terms
    assert tokens(SAMPLE)[1, 1] == forward((), SAMPLE)


def test_layers_are_numbered_from_the_second():
    assert free_layer().P[1, 1] == scalar("b_y")
    assert free_layer(2).P[1, 1] == scalar("b_y_2")


@pytest.mark.parametrize("name", ["one layer", "read-out"])
@pytest.mark.parametrize("task", [TASK, Task("Sigma"), Task("", "Psi", "sigma2"), Task()], ids=str)
@given(data=st.data())
def test_population_loss_is_that_of_brute_force(name, task, data, drawn, value):
    model, names = MODELS[name]
    loss = population_loss(model, task).value()
    instance = data.draw(drawn(loss, *map(block, names), most_entries=2))
    weights = weights_from_blocks(model, instance.shape.d, {name: value(block(name), instance) for name in names})
    one = identity(instance.shape.d)
    roots = Roots(
        instance.roots["Sigma"] if task.input_covariance else one,
        instance.roots["Psi"] if task.task_covariance else one,
        instance.noise_roots["sigma2"] if task.noise else instance.noise_roots["sigma2"] * 0,
    )
    assert value(loss, instance) == exact_loss(model, weights, roots, instance.shape.n)


def test_sparse_weights_predict_one_step_of_the_gram_matrix():
    A, n = matrix("A", "d", "d"), scalar("n")
    placed = substitute(prediction(LinearAttention(), SAMPLE), sparse_weights(A))
    assert placed == SAMPLE.x_q.T @ A @ SAMPLE.X.T @ SAMPLE.y / n
    assert set(sparse_weights(A)) == set(entering_weights())
    at_sparse = substitute(residual(LinearAttention(), SAMPLE), sparse_weights(A)) ** 2
    assert sparse_loss(TASK, A).integrand == at_sparse
    assert {law.name for law in sparse_loss(TASK, A).over} == {"X", "w", "eps", "x_q"}
