"""Sparse layers: their states are iterates of preconditioned descent, and the literal model has these weights."""

import pytest

from proofs.algebra import identity, scalar, substitute, vector
from proofs.attention.data import data
from proofs.attention.linear import attend
from proofs.attention.placed import placed_prediction
from proofs.attention.sparse import (
    DEPTHS,
    descent,
    preconditioners,
    prediction,
    residual_map,
    sparse_layer,
    sparse_weights,
    state,
)
from proofs.core.task import LinearAttention, Task

TASK = Task("Sigma", "Psi")
SAMPLE = data(TASK)
n, u = scalar("n"), vector("u", "d")


def test_the_letters_are_numbered():
    assert [A.letter.name for A in preconditioners(3)] == ["A_0", "A_1", "A_2"]
    assert preconditioners(0) == ()


def test_a_layer_makes_a_step_from_any_state():
    (A,) = preconditioners(1)
    following = u - A.T @ SAMPLE.X.T @ (SAMPLE.X @ u - SAMPLE.y) / n
    found, expected = attend(state(SAMPLE, u), sparse_layer(A)), state(SAMPLE, following)
    for row in range(2):
        for column in range(2):
            assert found[row, column] == expected[row, column]


@pytest.mark.parametrize("depth", DEPTHS[:3])
def test_the_prediction_is_that_of_descent(depth):
    letters = preconditioners(depth)
    steps = [A.T for A in letters]
    assert prediction(SAMPLE, letters) == SAMPLE.x_q.T @ descent(SAMPLE, steps)
    assert prediction(SAMPLE, letters) != SAMPLE.x_q.T @ descent(SAMPLE, [2 * step for step in steps])


@pytest.mark.parametrize("depth", DEPTHS[:3])
def test_what_is_left_of_the_task(depth):
    """w - u_L is the product of the factors applied to w."""
    letters = preconditioners(depth)
    left = SAMPLE.w - descent(SAMPLE, [A.T for A in letters])
    assert left == residual_map(SAMPLE, letters) @ SAMPLE.w


def test_no_layer_leaves_everything():
    assert residual_map(SAMPLE, ()) == identity("d")
    assert not descent(SAMPLE, ()).terms


def test_the_literal_model_has_these_weights():
    letters = preconditioners(2)
    found = sparse_weights(TASK, letters)
    assert found.model == LinearAttention(2)
    assert [name for name, _ in found.blocks] == ["b_y", "A_x", "b_y_1", "A_x_1"]
    assert placed_prediction(found, SAMPLE) == prediction(SAMPLE, letters)
    assert substitute(prediction(SAMPLE, letters), {letters[0]: 0 * letters[0]}) != prediction(SAMPLE, letters)
