"""Checks of sets of minimizers: a branch forgotten or invented is refuted by a point."""

from dataclasses import replace

import pytest

from proofs.core.verdict import Verdict
from verify.checks import zero_set

WHERE = "one_layer.uniqueness", "all global minimizers"
PLAIN, CROSSED = frozenset({"b_x", "a_y"}), frozenset({"b_y", "A_x"})
OTHERS = [frozenset({"b_x", "b_y"}), frozenset({"a_y", "A_x"})]


def test_roads_to_the_right_set(claim, context):
    roads = {road.name: road.verdict for road in zero_set.roads(claim(*WHERE), context(WHERE[0]))}
    assert roads == {"symbolic": Verdict.PROVED, "points": Verdict.CERTIFIED, "descent": Verdict.SUPPORTED}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"branches_at_one": (PLAIN,)}, "A_x = 0, b_y = 0 at d = 1 is not in the claim"),
        ({"branches_at_one": (CROSSED,)}, "a_y = 0, b_x = 0 at d = 1 is not in the claim"),
        ({"branches": ()}, "a_y = 0, b_x = 0 at d = 2 is not in the claim"),
        ({"branches": (PLAIN, CROSSED)}, "no solution with A_x = 0, b_y = 0 at d = "),
        ({"branches": (PLAIN, OTHERS[0])}, "no solution with b_x = 0, b_y = 0"),
        ({"branches_at_one": (PLAIN, CROSSED, OTHERS[1])}, "no solution with A_x = 0, a_y = 0 at d = 1"),
    ],
    ids=lambda item: str(item) if isinstance(item, str) else "",
)
def test_a_wrong_set_is_refuted_with_a_witness(changes, words, claim, context):
    wrong = replace(claim(*WHERE), **changes)
    road = zero_set.refutation(wrong, context(WHERE[0]))
    assert road.verdict is Verdict.REFUTED
    assert words in road.witness


def test_descent_finds_points_off_a_wrong_set(claim, context):
    wrong = replace(claim(*WHERE), branches=(CROSSED,), branches_at_one=())
    road = zero_set.descent_road(wrong, context(WHERE[0]))
    assert road.verdict is Verdict.REFUTED
    assert "off the claimed branches" in road.witness


def test_without_an_experiment_there_is_no_descent(claim, context):
    assert zero_set.descent_road(replace(claim(*WHERE), experiment=None), context(WHERE[0])) is None
