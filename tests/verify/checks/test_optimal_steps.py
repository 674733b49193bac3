"""Listed least losses: both roads, the scope, and claims that must fall."""

from dataclasses import replace

from proofs.core.listed import BestSteps, OptimalSteps
from proofs.core.scope import Scope
from proofs.core.statement import Source
from proofs.core.theorem import Theorem
from proofs.core.verdict import Verdict
from verify.checks import optimal_steps
from verify.checks.context import Context
from verify.refute import perturbed

CLAIM = OptimalSteps(
    name="least loss",
    points=(BestSteps(5, 20, 1, "15/13"), BestSteps(1, 4, 2, "1/6", ("0.3333", "1.000"))),
)
CONTEXT = Context("test", Theorem(Source("test", "test"), (), (CLAIM,)))


def test_two_roads_certify() -> None:
    roads = optimal_steps.roads(CLAIM, CONTEXT)
    assert [road.verdict for road in roads] == [Verdict.CERTIFIED] * 2
    assert roads[0].scope == Scope(ranges=(("L", 1, 2), ("d", 1, 5), ("n", 4, 20)), instances=2)


def test_a_wrong_point_is_refuted_by_both() -> None:
    roads = optimal_steps.roads(replace(CLAIM, points=(BestSteps(5, 20, 1, "15/14"),)), CONTEXT)
    assert [road.verdict for road in roads] == [Verdict.REFUTED] * 2
    assert "the least loss is 15/13, claimed 15/14 at d = 5, n = 20, L = 1" in roads[0].witness


def test_nothing_listed_certifies_nothing() -> None:
    assert all(road.verdict is Verdict.UNKNOWN for road in optimal_steps.roads(replace(CLAIM, points=()), CONTEXT))


def test_the_roads_to_the_moments_agree() -> None:
    for point in (BestSteps(4, 3, 5, "0"), BestSteps(3, 4, 5, "0"), BestSteps(1, 1, 3, "0")):
        assert list(optimal_steps.by_zonal(point)) == list(optimal_steps.by_walks(point))


def test_every_neighbour_falls() -> None:
    neighbours = perturbed(CLAIM)
    assert len(neighbours) == 4
    for control in neighbours:
        assert optimal_steps.refutation(control.claim, CONTEXT).verdict is Verdict.REFUTED
    assert "1.001" in optimal_steps.refutation(neighbours[-1].claim, CONTEXT).witness
