"""The convex road: a minimum found by a solver from exact losses; another value is left open, a saddle refuted."""

from dataclasses import replace

import pytest

from proofs.algebra.abbreviation import polynomial
from proofs.core.claims import Minimum
from proofs.core.verdict import Verdict
from verify.checks.convex import convex_road

OPTIMUM = "one_layer.optimum"


@pytest.fixture
def minimum(claim):
    return claim(OPTIMUM, "optimum")


def test_the_minimum_is_supported(minimum, context):
    road = convex_road(minimum, context(OPTIMUM))
    assert road.verdict is Verdict.SUPPORTED
    assert "Hessian positive definite (exact)" in road.detail


def test_another_value_is_not(minimum, context):
    other = replace(minimum, value=polynomial(minimum.value) * 1001 / 1000)
    assert convex_road(other, context(OPTIMUM)).verdict is Verdict.UNKNOWN


def test_a_loss_that_is_not_convex_is_refuted(minimum, context):
    """With b_y held at zero the loss does not depend on A at all."""
    blocks = tuple(
        (name, 0 * polynomial(block) if name == "b_y" else block) for name, block in minimum.experiment.blocks
    )
    flat = replace(minimum, experiment=replace(minimum.experiment, blocks=blocks))
    road = convex_road(flat, context(OPTIMUM))
    assert road.verdict is Verdict.REFUTED
    assert road.witness.startswith("the Hessian of the loss is not positive definite")


def test_where_it_says_nothing(minimum, context):
    assert isinstance(minimum, Minimum)
    for other in (
        replace(minimum, unique=False),
        replace(minimum, experiment=None),
        replace(minimum, minimizer=(*minimum.minimizer, *minimum.minimizer)),
    ):
        assert convex_road(other, context(OPTIMUM)) is None
