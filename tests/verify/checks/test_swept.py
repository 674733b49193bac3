"""The sweep: what holds is certified at every instance, what fails is found and shrunk to the plainest witness."""

from dataclasses import replace

import pytest

from proofs.core.verdict import Verdict
from verify.checks import equality, implements, minimum
from verify.checks.compare import Comparison
from verify.checks.definition import entrywise_comparison, loss_comparison
from verify.checks.swept import swept_road
from verify.sweep.profiles import EXAMPLES, profile

SHORT = profile("dev")
LOSS = "one_layer.optimum", "loss"
OPTIMUM = "one_layer.optimum", "optimum"
STEP = "one_layer.optimum", "one preconditioned step"
MOMENT = "wishart.second_moment", "second moment"


def comparisons(found):
    """Every comparison that belongs to a claim of the tests."""
    if hasattr(found, "squares"):
        return [minimum.values_comparison(found)]
    if hasattr(found, "weights"):
        return [implements.values_comparison(found), implements.forward_comparison(found)]
    possible = [equality.values_comparison(found), loss_comparison(found, found.right), entrywise_comparison(found)]
    return [item for item in possible if item is not None]


@pytest.mark.parametrize("where", [LOSS, OPTIMUM, STEP, MOMENT], ids=str)
def test_what_holds_is_certified(where, claim, context):
    for comparison in comparisons(claim(*where)):
        road = swept_road(claim(*where), comparison, context(where[0]), SHORT)
        assert road.verdict is Verdict.CERTIFIED
        assert road.scope.instances >= EXAMPLES["dev"] // 2
        assert road.detail == f"{road.scope.instances} instances agree exactly"


def test_a_small_comparison_is_swept_at_small_sizes(claim, context):
    road = swept_road(claim(*LOSS), loss_comparison(claim(*LOSS), claim(*LOSS).right), context(LOSS[0]), SHORT)
    assert all(high <= 4 for _, _, high in road.scope.ranges)


def test_what_fails_is_shrunk_and_found_again(context):
    theorem = context(LOSS[0]).theorem
    (wrong,) = [item.claim for item in theorem.controls if item.claim.name == "loss"]
    roads = [swept_road(wrong, equality.values_comparison(wrong), context(LOSS[0]), SHORT) for _ in range(2)]
    assert {road.verdict for road in roads} == {Verdict.REFUTED}
    assert roads[0].witness == roads[1].witness
    assert "n = 1, d = 2" in roads[0].witness
    assert "Sigma = [[1, 0], [0, 1]]" in roads[0].witness


def test_the_seed_of_the_user_counts(claim, context):
    found = claim(*MOMENT)
    seen = {}
    for seed in (0, 1):
        drawn = []
        comparison = equality.values_comparison(found)

        def sides(instance, drawn=drawn, comparison=comparison):
            drawn.append(str(instance))
            return comparison.sides(instance)

        swept_road(found, replace(comparison, sides=sides), context(MOMENT[0], seed=seed), SHORT)
        seen[seed] = drawn
    assert seen[0] != seen[1]


def test_silence_is_unknown(claim, context):
    found = claim(*MOMENT)
    silent = Comparison(equality.values_comparison(found).involved, lambda instance: None)
    road = swept_road(found, silent, context(MOMENT[0]), SHORT)
    assert (road.verdict, road.detail) == (Verdict.UNKNOWN, "no instance applies")
