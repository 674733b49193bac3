"""Checks of equalities: every road to a right one, and the refutation of a broken one."""

from dataclasses import replace

import pytest

from proofs.algebra import scalar
from proofs.core.derivation import Reciprocal
from proofs.core.verdict import Verdict
from verify.checks import equality
from verify.checks.context import Context
from verify.checks.definition import entrywise_road, loss_road
from verify.checks.sampled import sampled_loss_road, sampled_mean_road

MOMENT = "wishart.second_moment", "second moment"
G = "one_layer.optimum", "second moment of g"
LOSS = "one_layer.optimum", "loss"
SPLIT = "one_layer.reduction", "loss splits"
MEAN = "one_layer.task_mean", "only the second moment of w enters"
CONSTANT = "one_layer.task_mean", "loss with a constant"
FIXED = "one_layer.shift", "only second moments of w and eps enter"
SLOPE = "one_layer.flow", "the gradient by b_x vanishes"
PRINTED = "one_layer.preconditioned", "the printed minimum"
ROADS = {
    MOMENT: {"symbolic", "entrywise", "sampled mean"},
    G: {"symbolic", "exact values", "entrywise", "sampled mean"},
    LOSS: {"symbolic", "exact values", "forward pass", "sampled loss"},
    SPLIT: {"symbolic", "forward pass", "sampled loss"},
    MEAN: {"symbolic", "exact values", "forward pass", "sampled loss"},
    CONSTANT: {"symbolic", "exact values", "entrywise", "sampled mean"},
    FIXED: {"symbolic", "exact values", "entrywise", "sampled mean"},
    SLOPE: {"symbolic", "exact values", "entrywise", "sampled mean"},
    PRINTED: {"symbolic", "exact values"},
}
n = scalar("n")


@pytest.mark.parametrize(("where", "names"), ROADS.items(), ids=lambda item: item[1] if isinstance(item, tuple) else "")
def test_roads_to_a_right_equality(where, names, claim, context):
    roads = {road.name: road.verdict for road in equality.roads(claim(*where), context(where[0]))}
    assert names <= set(roads)
    assert roads["symbolic"] is Verdict.PROVED
    assert all(verdict >= Verdict.SUPPORTED for verdict in roads.values())
    assert all(
        roads[name] is Verdict.CERTIFIED for name in ("exact values", "entrywise", "forward pass") if name in roads
    )


@pytest.mark.parametrize("where", [where for where in ROADS if where != SLOPE], ids=str)
@pytest.mark.parametrize("change", ["factor", "term", "sign"])
def test_a_broken_equality_is_refuted_with_a_witness(where, change, claim, context):
    right = claim(*where)
    value = right.right.value() if hasattr(right.right, "value") else right.right
    wrong = {"factor": value * (n + 1) / n, "term": value + value / n, "sign": -value}[change]
    road = equality.refutation(replace(right, right=wrong, steps=()), context(where[0]))
    assert road.verdict is Verdict.REFUTED
    assert "claimed" in road.witness
    assert "n = " in road.witness


@pytest.mark.parametrize("where", [MOMENT, G, CONSTANT, FIXED], ids=str)
def test_roads_that_never_see_the_calculus_refute_too(where, claim, context):
    wrong = replace(claim(*where), right=claim(*where).right * (n + 1) / n)
    for road in (entrywise_road(wrong, context(where[0])), sampled_mean_road(wrong, context(where[0]))):
        assert road.verdict is Verdict.REFUTED
        assert road.witness


@pytest.mark.parametrize("where", [LOSS, SPLIT, MEAN], ids=str)
def test_the_forward_pass_refutes_a_wrong_loss(where, claim, context):
    right = claim(*where)
    wrong = (right.right.value() if hasattr(right.right, "value") else right.right) * 2
    road = loss_road(right, wrong, context(where[0]))
    assert road.verdict is Verdict.REFUTED
    assert road.witness
    assert sampled_loss_road(right, wrong, context(where[0])).verdict < Verdict.SUPPORTED


def test_a_mean_that_cannot_be_computed_has_no_values(claim, context):
    lemma = claim("one_layer.ridge_target", "lemma 2")
    bare = replace(lemma, left=replace(lemma.left, relations=()))
    assert equality.values_road(bare, context("one_layer.ridge_target")) is None
    road = equality.refutation(bare, context("one_layer.ridge_target"))
    assert (road.verdict, road.detail) == (Verdict.UNKNOWN, "a side cannot be computed")


def test_at_level_full_a_sweep_comes_last(claim, context, monkeypatch):
    monkeypatch.setattr(equality, "swept_road", lambda claim, comparison, context: comparison)
    quick, full = (equality.roads(claim(*PRINTED), context(PRINTED[0], level)) for level in ("quick", "full"))
    assert len(full) == len(quick) + 1


@pytest.mark.parametrize("count", [0, 1, -2])
def test_the_divisor_of_an_inverse_gram_matrix_is_not_what_a_claim_says(theorem, count):
    """The mean of G^-1 is divided by n - d - 1 on the left, by something else on the right."""
    inverse = theorem("metrics.inverse_moment").claims[0]
    wrong = replace(inverse, abbreviations=(Reciprocal(scalar("r"), scalar("n") - scalar("d") + count),))
    road = equality.values_road(wrong, Context("metrics.inverse_moment", theorem("metrics.inverse_moment")))
    assert road.verdict is Verdict.REFUTED


def test_where_there_is_no_mean_nothing_is_divided_by_zero(theorem):
    """n >= 1 only: at n = d + 1 the mean is infinite."""
    found = theorem("metrics.inverse_moment")
    weak = replace(found, hypotheses=(*found.hypotheses[:1], *found.hypotheses[2:]))
    assert equality.values_road(weak.claims[0], Context("metrics.inverse_moment", weak)) is not None
