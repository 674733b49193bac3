"""Checks of flows: the right end is supported, never more; another end, or a form that moves, is refuted."""

from dataclasses import replace

import pytest

from proofs.algebra import scalar
from proofs.algebra.symbols import number, zero
from proofs.attention.parity import entering_weights
from proofs.core.flow import Flow
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem
from proofs.core.verdict import Verdict
from verify.checks import flow
from verify.checks.context import Context
from verify.refute import perturbed
from verify.suite import _settled

FLOW = "one_layer.flow_limit", "the flow reaches the minimum"
b_x, b_y, A_x, a_y = entering_weights()
a, b, c = (scalar(name) for name in "abc")


@pytest.fixture(scope="module")
def right(claim):
    return claim(*FLOW)


def test_the_right_end_is_supported_and_no_more(right, context):
    roads = flow.roads(right, context(FLOW[0]))
    assert [(road.name, road.verdict) for road in roads] == [
        ("integrated flow", Verdict.SUPPORTED), ("forward pass", Verdict.SUPPORTED),
    ]  # fmt: skip
    assert roads[0].limit is Verdict.SUPPORTED
    assert roads[0].scope.instances == 5


CHANGES = {
    "value": lambda claim: {"value": claim.value * number(1002) / 1000},
    "limit": lambda claim: {"reached": tuple((form, limit * number(1002) / 1000) for form, limit in claim.reached)},
    "kept": lambda claim: {"kept": (b_y**2,)},
}


@pytest.mark.parametrize("change", CHANGES)
def test_another_end_is_refuted_with_a_witness(change, right, context):
    road = flow.refutation(replace(right, **CHANGES[change](right)), context(FLOW[0]))
    assert road.verdict is Verdict.REFUTED
    assert "Sigma = " in road.witness
    assert "b_y = " not in road.witness


def test_the_forward_pass_refutes_another_objective(right, context):
    other = replace(right, objective=right.objective.value() * 2, value=2 * right.value)
    found, forward = flow.roads(other, context(FLOW[0]))
    assert (found.verdict, forward.verdict) == (Verdict.SUPPORTED, Verdict.REFUTED)


def to_zero(value, *reached):
    """A flow from a = 1, b = 2, c = 1, to a b = 1 and c = 1/2."""
    one, half = number(1), number(1) / 2
    return Flow(
        name="to zero", objective=(a * b - 1) ** 2 + (c - half) ** 2 * (c + 1) ** 2,
        start=((a, one), (b, 2 * one), (c, one)), value=number(value), reached=((a * b, one), *reached),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (to_zero(0), Verdict.SUPPORTED),
        (to_zero(0, (c - number(1) / 2, number(0))), Verdict.SUPPORTED),
        (to_zero(0, (c, number(0))), Verdict.REFUTED),
        (to_zero(1), Verdict.REFUTED),
    ],
)
def test_values_and_limits_may_be_zero(claim, verdict):
    sizes = tuple(Hypothesis(name, Predicate.INTEGER, "size") for name in ("n", "d"))
    road = flow.refutation(claim, Context("a.test", Theorem(Source("a test"), sizes, ())))
    assert road.verdict is verdict, road
    assert len(perturbed(claim)) >= 2


def test_a_flow_that_starts_at_a_saddle_is_unknown(right, context):
    still = replace(right, start=((b_x, zero("d", "1")), (b_y, number(0)), (A_x, 0 * A_x), (a_y, zero("d", "1"))))
    roads = flow.roads(still, context(FLOW[0]))
    assert "not at rest" in roads[0].detail
    verdict, _, _ = _settled(roads, ())
    assert verdict is Verdict.UNKNOWN
    assert roads[0].limit is Verdict.UNKNOWN
