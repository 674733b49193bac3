"""Weights with less loss than any step: as listed, the parabola of steps, and other numbers refuted."""

from dataclasses import replace

import pytest
from flint import fmpq

from proofs.core.functions import LessLoss
from proofs.core.verdict import Verdict
from verify.checks.less_loss import least_of_steps, refutation, roads

LINEAR = LessLoss(name="c", context=1, link=(fmpq(0), fmpq(1)), blocks=(), loss=fmpq(0), least=fmpq(0))


@pytest.fixture
def where(theorem):
    return next(
        (name, claim)
        for name in ("one_layer.nonlinear_labels", "one_layer.one_dimension", "one_layer.function_families")
        for claim in theorem(name).claims
        if isinstance(claim, LessLoss)
    )


def test_both_losses_as_listed(where, context):
    name, claim = where
    (road,) = roads(claim, context(name))
    assert road.verdict is Verdict.CERTIFIED


def test_other_numbers_are_refuted(where, context):
    name, claim = where
    for changes, says in (
        ({"loss": 2 * claim.loss}, "loss: "),
        ({"least": 2 * claim.least}, "least loss of a step: "),
        ({"context": claim.context + 1}, "loss: "),
    ):
        road = refutation(replace(claim, **changes), context(name))
        assert road.verdict is Verdict.REFUTED
        assert road.witness.startswith(says)


def test_weights_that_are_a_step_have_no_less(where, context):
    """The best step itself, listed as such."""
    name, claim = where
    none = replace(claim, blocks=(("u_y", fmpq(0)), ("N_xx", fmpq(0))))
    road = refutation(replace(none, loss=claim.loss), context(name))
    assert road.verdict is Verdict.REFUTED


def test_the_least_of_all_steps_for_a_line():
    """f(x) = x, n = 1: E (x_q - eta x^2 x_q)^2 = 1 - 2 eta + 3 eta^2 is least at 1/3."""
    assert least_of_steps(LINEAR) == fmpq(2, 3)
