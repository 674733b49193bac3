"""Checks of algorithms that weights implement: the literal forward pass on rational data sets."""

from dataclasses import replace

import pytest

from proofs.algebra import matrix, substitute
from proofs.algebra.abbreviation import polynomial
from proofs.attention.data import data
from proofs.attention.descent import one_step
from proofs.attention.linear import prediction, sparse_weights
from proofs.attention.parity import free_weights
from proofs.core.task import LinearAttention, Task
from proofs.core.verdict import Verdict
from verify.checks import implements
from verify.checks.implements import forward_road

STEP = "one_layer.optimum", "one preconditioned step"
SPARSE = "one_layer.optimum", "prediction"
FREE = "one_layer.reduction", "prediction"
PRINTED = "one_layer.preconditioned", "one preconditioned step"
READ_OUT = "one_layer.correlated_inputs", "one preconditioned step"
DEEP = "many_layers.forward_pass", "prediction after 2 layers"
ALL = [STEP, FREE, PRINTED, READ_OUT, DEEP]


@pytest.mark.parametrize("where", ALL, ids=str)
def test_roads_to_a_right_claim(where, claim, context):
    roads = {road.name: road.verdict for road in implements.roads(claim(*where), context(where[0]))}
    assert roads == {"symbolic": Verdict.PROVED, "forward pass": Verdict.CERTIFIED}


@pytest.mark.parametrize("where", ALL, ids=str)
@pytest.mark.parametrize("factor", [2, -1, 0])
def test_another_algorithm_is_refuted_by_the_derived_and_by_the_literal_prediction(where, factor, claim, context):
    wrong = replace(claim(*where), algorithm=factor * polynomial(claim(*where).algorithm))
    for road in (implements.refutation(wrong, context(where[0])), forward_road(wrong, context(where[0]))):
        assert road.verdict is Verdict.REFUTED
        assert "claimed" in road.witness


def test_labels_of_a_task_with_a_mean(claim, context):
    step, task = claim(*STEP), Task("Sigma", "Psi", "sigma2", task_mean="beta")
    sample = data(task)
    moved = replace(
        step, prediction=prediction(LinearAttention(), sample), algorithm=one_step(sample, matrix("B", "d", "d")),
        weights=tuple(sparse_weights(matrix("B", "d", "d")).items()), experiment=free_weights(task),
    )  # fmt: skip
    assert forward_road(moved, context(STEP[0])).verdict is Verdict.CERTIFIED
    unmoved = replace(moved, algorithm=one_step(data(Task("Sigma", "Psi", "sigma2")), matrix("B", "d", "d")))
    assert forward_road(unmoved, context(STEP[0])).verdict is Verdict.REFUTED


def test_other_weights_are_refuted(claim, context):
    right = claim(*SPARSE)
    A_x = next(symbol for symbol, _ in right.weights if symbol.columns == "d")
    turned = tuple((symbol, polynomial(value).T if symbol == A_x else value) for symbol, value in right.weights)
    for road in (
        implements.refutation(replace(right, weights=turned), context(SPARSE[0])),
        forward_road(replace(right, weights=turned), context(SPARSE[0])),
    ):
        assert road.verdict is Verdict.REFUTED


def test_a_weight_left_out_is_free(claim, context):
    right = claim(*STEP)
    assert implements.refutation(replace(right, weights=right.weights[1:]), context(STEP[0])).verdict is Verdict.REFUTED
    placed = substitute(polynomial(right.prediction), {polynomial(s): polynomial(v) for s, v in right.weights})
    assert (
        implements.refutation(replace(right, prediction=placed, weights=()), context(STEP[0])).verdict
        is Verdict.CERTIFIED
    )


def test_without_an_experiment_there_is_no_forward_pass(claim, context):
    assert forward_road(replace(claim(*STEP), experiment=None), context(STEP[0])) is None
