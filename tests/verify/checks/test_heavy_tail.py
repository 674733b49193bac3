"""Losses in rare eigenvalues: three exact roads, a sample that does not count, other numbers refuted."""

from dataclasses import replace

import pytest
from flint import fmpq

from proofs.core.verdict import Verdict
from verify.checks.heavy_tail import refutation, roads

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("many_layers.plus_plus_tails")]
TAILS = "many_layers.plus_plus_tails"


@pytest.fixture
def tails(claim):
    return claim(TAILS, "the loss and where it comes from")


def test_roads(tails, context):
    found = roads(tails, context(TAILS))
    assert [(road.name, road.verdict) for road in found] == [
        ("the calculus", Verdict.CERTIFIED),
        ("exact values", Verdict.CERTIFIED),
        ("moments by walks", Verdict.CERTIFIED),
        ("density of eigenvalues", Verdict.CERTIFIED),
        ("forward pass", Verdict.CERTIFIED),
        ("sampled loss", Verdict.UNKNOWN),
    ]
    assert "the sample does not count" in found[-1].detail


@pytest.mark.parametrize("change", [{"loss": "0.000694"}, {"loss": "0.051326637179101"}, {"context": 21}, {"dim": 4}])
def test_other_losses_are_refuted_by_every_exact_road(change, tails, context):
    point, *rest = tails.points
    found = roads(replace(tails, points=(replace(point, **change), *rest)), context(TAILS))
    assert [road.verdict for road in found[1:4]] == [Verdict.REFUTED] * 3
    assert all("the loss is" in road.witness for road in found[1:4])


def test_another_model_is_refuted_by_the_forward_pass(tails, context):
    doubled = tuple((name, 2 * block) for name, block in tails.experiment.blocks)
    other = replace(tails, experiment=replace(tails.experiment, blocks=doubled))
    refuting = [road.name for road in roads(other, context(TAILS)) if road.verdict is Verdict.REFUTED]
    assert refuting == ["forward pass"]


@pytest.mark.parametrize("change", [{"low": 1}, {"high": 5}, {"loss": "0.00069028"}, {"count": "5.0000000"}])
def test_other_parts_are_refuted(change, tails, context):
    point, *rest = tails.points
    part, *parts = point.parts
    other = replace(point, parts=(replace(part, **change), *parts))
    road = refutation(replace(tails, points=(other, *rest)), context(TAILS))
    assert road.verdict is Verdict.REFUTED


def test_other_weights_are_refuted(tails, context):
    (symbol, number), *rest = tails.weights
    other = replace(tails, weights=((symbol, number + fmpq(1, 1000)), *rest))
    assert refutation(other, context(TAILS)).verdict is Verdict.REFUTED
