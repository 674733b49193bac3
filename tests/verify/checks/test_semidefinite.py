"""Checks of semidefinite bounds: the stored certificates, a bound too high, a certificate of something else."""

from dataclasses import replace

import pytest
from flint import fmpq

from proofs.algebra.abbreviation import polynomial
from proofs.core.verdict import Verdict
from verify.checks import semidefinite

WHERE = "one_layer.blind_bound", "found blindly"


def test_the_stored_certificates_are_accepted(claim, context):
    (road,) = semidefinite.roads(claim(*WHERE), context(WHERE[0]))
    assert (road.name, road.verdict) == ("stored certificate", Verdict.CERTIFIED)
    assert road.detail == "4 Gram matrices accepted in exact arithmetic"
    assert not road.scope.symbolic


def test_at_level_full_they_are_found_anew(claim, context):
    small = replace(claim(*WHERE), sizes=((1, 1), (1, 4)))
    roads = semidefinite.roads(small, context(WHERE[0], "full"))
    assert [road.name for road in roads] == ["stored certificate", "blind search"]
    assert [road.verdict for road in roads] == [Verdict.CERTIFIED] * 2


@pytest.mark.parametrize(
    ("changes", "detail"),
    [
        ({"sizes": ((1, 1), (3, 3))}, "no certificate at {'d': 3, 'n': 3}"),
        ({"value": 2}, "it is not accepted"),
        ({"value": fmpq(1, 2)}, "it is not accepted"),
    ],
    ids=str,
)
def test_other_claims_are_not_certified(changes, detail, claim, context):
    right = claim(*WHERE)
    if "value" in changes:
        changes = {"value": changes["value"] * polynomial(right.value)}
    (road,) = semidefinite.roads(replace(right, **changes), context(WHERE[0]))
    assert road.verdict is Verdict.UNKNOWN
    assert detail in road.detail


def test_another_objective_is_not_certified(claim, context):
    right = claim(*WHERE)
    other = replace(right, objective=right.objective.value() + 1)
    (road,) = semidefinite.roads(other, context(WHERE[0]))
    assert road.verdict is Verdict.UNKNOWN


def test_a_bound_too_high_is_refuted_by_a_rational_point(claim, context):
    right = claim(*WHERE)
    road = semidefinite.refutation(replace(right, value=polynomial(right.value) * 11 / 10), context(WHERE[0]))
    assert road.verdict is Verdict.REFUTED
    assert "claimed bound" in road.witness
    assert semidefinite.refutation(right, context(WHERE[0])).verdict is Verdict.UNKNOWN


def test_the_claimed_bound_at_sizes(claim):
    right = claim(*WHERE)
    assert [semidefinite.claimed(right, sizes) for sizes in semidefinite.named(right)] == [
        fmpq(d * (d + 1), n + d + 1) for d, n in right.sizes
    ]
