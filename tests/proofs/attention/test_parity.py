"""The odd and even parts of the one-layer prediction: their sum, their parity, their moments."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import scalar, substitute
from proofs.algebra.symbols import zero
from proofs.attention.data import data
from proofs.attention.linear import prediction
from proofs.attention.parity import bilinear_form, entering_weights, even_part, free_weights, odd_part
from proofs.core.task import LinearAttention, Task
from proofs.moments.mean import Mean

TASKS = [Task(), Task("Sigma"), Task("Sigma", "Psi", "sigma2"), Task("Sigma", "Sigma^-1", "sigma2")]


def turned(polynomial, sample):
    """The polynomial at (-w, -eps)."""
    return substitute(polynomial, {sample.w: -sample.w, sample.eps: -sample.eps})


@pytest.mark.parametrize("task", TASKS, ids=str)
def test_the_prediction_is_minus_their_sum(task):
    sample = data(task)
    odd, even = odd_part(sample), even_part(sample)
    assert prediction(LinearAttention(), sample) == -(odd + even)
    assert turned(odd, sample) == -odd
    assert turned(even, sample) == even
    assert not Mean((odd + sample.w.T @ sample.x_q) * even, sample.laws).value().terms


@given(data_=st.data())
def test_scaling_the_weights_changes_nothing(data_, drawn, value):
    b_x, b_y, A_x, a_y = entering_weights()
    c, sample = scalar("c"), data(Task("Sigma", "Psi", "sigma2"))
    scaled = {b_x: c * b_x, b_y: c * b_y, A_x: A_x / c, a_y: a_y / c}
    for part in (odd_part(sample), even_part(sample), bilinear_form()):
        assert substitute(part, scaled) == part
        instance = data_.draw(drawn(part, c))
        assert value(substitute(part, scaled), instance) == value(part, instance)


def test_the_form_is_linear_in_either_half():
    b_x, b_y, A_x, a_y = entering_weights()
    M = bilinear_form()
    assert substitute(M, {b_x: 2 * b_x, b_y: 2 * b_y}) == substitute(M, {A_x: 2 * A_x, a_y: 2 * a_y}) == 2 * M
    assert substitute(M, {b_x: zero("d", "1")}) == b_y * A_x


def test_the_experiment_names_every_weight_that_enters():
    experiment = free_weights(Task("Sigma"))
    assert experiment.task == Task("Sigma")
    assert dict(experiment.blocks) == dict(zip(("b_x", "b_y", "A_x", "a_y"), entering_weights(), strict=True))
