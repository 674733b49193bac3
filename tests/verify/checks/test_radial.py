"""The exact road at d = 1 for means with the inverse of a Gram matrix."""

from dataclasses import replace

import pytest

from proofs.core.task import RidgeOperator
from proofs.core.verdict import Verdict
from verify.checks.radial import radial_road

INVERSE = "metrics.inverse_moment"


@pytest.fixture
def moment(theorem):
    return theorem(INVERSE).claims[0]


def test_it_agrees(moment, context):
    road = radial_road(moment, context(INVERSE))
    assert road.verdict is Verdict.CERTIFIED
    assert road.name == "length and direction"


def test_twice_the_mean_is_refuted(moment, context):
    assert radial_road(replace(moment, right=2 * moment.right), context(INVERSE)).verdict is Verdict.REFUTED


def test_where_it_says_nothing(moment, claim, context):
    for other in (
        replace(moment, operators=()),
        replace(moment, operators=(RidgeOperator("H"),)),
        replace(moment, operators=(*moment.operators, *moment.operators)),
        replace(moment, left=moment.right, right=moment.right),
    ):
        assert radial_road(other, context(INVERSE)) is None
