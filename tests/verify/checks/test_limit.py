"""Checks of limits: exact values far out support a right one and refute a wrong one."""

from dataclasses import replace

import pytest

from proofs.algebra.abbreviation import polynomial
from proofs.core.verdict import Verdict
from verify.checks import limit

LIMITS = ["long contexts", "step size in proportion", "loss in proportion"]
WHERE = "one_layer.limits"


@pytest.mark.parametrize("name", LIMITS)
def test_roads_to_a_right_limit(name, claim, context):
    roads = {road.name: road.verdict for road in limit.roads(claim(WHERE, name), context(WHERE))}
    assert roads == {"symbolic": Verdict.PROVED, "exact values far out": Verdict.SUPPORTED}


@pytest.mark.parametrize("name", LIMITS)
@pytest.mark.parametrize("factor", [2, -1, 0])
def test_another_limit_is_refuted(name, factor, claim, context):
    right = claim(WHERE, name)
    wrong = replace(right, limit=factor * polynomial(right.limit), inverted=right.inverted and factor != 0)
    road = limit.refutation(wrong, context(WHERE))
    assert road.verdict is Verdict.REFUTED
    assert "claimed" in road.witness
    assert not any(road.verdict is Verdict.PROVED for road in limit.roads(wrong, context(WHERE)))


def test_what_does_not_converge_is_refuted(claim, context):
    right = claim(WHERE, "step size in proportion")
    grows = replace(right, numerator=polynomial(right.grows))
    assert limit.refutation(grows, context(WHERE)).verdict is Verdict.REFUTED
