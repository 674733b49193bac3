"""Random functions whose law no rotation changes: roads to the minimum, others refuted, means from the definition."""

from dataclasses import replace

import pytest

from proofs.algebra import scalar
from proofs.algebra.abbreviation import polynomial
from proofs.core.functions import InvariantMean, RotationInvariant
from proofs.core.verdict import Verdict
from proofs.moments.invariant import labelled
from verify.checks.rotation import LINKS, SHAPES, cases, forward_road, mean_refutation, mean_roads, mixed_road, roads

WHERE = "one_layer.random_functions"


@pytest.fixture
def claim(theorem):
    (found,) = theorem(WHERE).claims
    assert isinstance(found, RotationInvariant)
    return found


def test_all_roads(claim, context):
    assert [(road.name, road.verdict) for road in roads(claim, context(WHERE))] == [
        ("symbolic", Verdict.PROVED),
        ("mixed moments", Verdict.CERTIFIED),
        ("forward pass", Verdict.CERTIFIED),
    ]


def test_another_value_and_another_estimate_are_refuted_by_the_forward_pass(claim, context):
    value = forward_road(replace(claim, value=2 * polynomial(claim.value)), context(WHERE))
    assert value.verdict is Verdict.REFUTED
    assert value.witness.startswith("loss of the forward pass at the minimizer")
    estimate = forward_road(replace(claim, estimate=2 * polynomial(claim.estimate)), context(WHERE))
    assert estimate.witness.startswith("prediction at the minimizer")


def test_another_step_is_refuted_by_the_mixed_moments(claim, context):
    *given, eta = claim.abbreviations
    other = replace(claim, abbreviations=(*given, replace(eta, value=2 * polynomial(eta.value))))
    assert mixed_road(other, context(WHERE)).verdict is Verdict.REFUTED


def test_every_function_at_every_shape(claim, context):
    found = list(cases(claim, context(WHERE)))
    assert {case.text for case in found} == {text for text, _ in LINKS}
    assert len(found) == len(LINKS) * len(SHAPES)


def test_means_from_the_definition(claim, context):
    sample = labelled()
    mean = sample.y.T @ sample.X @ sample.m
    expected = scalar("n") * scalar(claim.functions.signal)
    right = InvariantMean(name="c", functions=claim.functions, left=mean, right=expected)
    assert [road.verdict for road in mean_roads(right, context(WHERE))][1:] == [Verdict.CERTIFIED]
    wrong = replace(right, right=2 * polynomial(right.right))
    assert mean_refutation(wrong, context(WHERE)).verdict is Verdict.REFUTED
