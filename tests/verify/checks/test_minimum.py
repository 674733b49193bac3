"""Checks of minima: every road to a right one, and how a wrong minimizer, value or square is caught."""

from dataclasses import replace

import pytest

from proofs.algebra.abbreviation import polynomial
from proofs.core.verdict import Verdict
from verify.checks import minimum
from verify.checks.convex import convex_road
from verify.checks.definition import loss_road
from verify.checks.minimum import minimizer_road, slope_road

OPTIMUM = "one_layer.optimum", "optimum"
FREE = "one_layer.preconditioned", "global minimum over all weights"
READ_OUT = "one_layer.correlated_inputs", "global minimum over all weights"
PARTIAL = "one_layer.reduction", "bound by the odd part"
ROADS = {
    OPTIMUM: {
        "symbolic",
        "exact values",
        "forward pass",
        "minimizer",
        "sampled slope",
        "sampled loss",
        "convex solver",
    },
    FREE: {"symbolic", "exact values", "forward pass", "minimizer", "sampled slope", "sampled loss"},
    READ_OUT: {"symbolic", "exact values", "forward pass", "minimizer", "sampled slope", "sampled loss"},
    PARTIAL: {"symbolic", "exact values", "forward pass", "minimizer", "sampled loss"},
}


@pytest.mark.parametrize(("where", "names"), ROADS.items(), ids=lambda item: item[1] if isinstance(item, tuple) else "")
def test_roads_to_a_right_minimum(where, names, claim, context):
    roads = {road.name: road.verdict for road in minimum.roads(claim(*where), context(where[0]))}
    assert set(roads) == names
    assert roads["symbolic"] is Verdict.PROVED
    assert all(verdict >= Verdict.SUPPORTED for verdict in roads.values())
    assert all(roads[name] is Verdict.CERTIFIED for name in ("exact values", "forward pass", "minimizer"))


def broken(claim, change):
    """A minimum with a wrong value, minimizer or square."""
    if change == "value":
        return replace(claim, value=2 * polynomial(claim.value))
    if change == "square":
        first = replace(claim.squares[0], weight=polynomial(claim.squares[0].weight or 1 + 0 * claim.value) * 3)
        return replace(claim, squares=(first, *claim.squares[1:]))
    doubled = tuple((s, v if s.is_scalar else 2 * polynomial(v)) for s, v in claim.minimizer)
    return replace(claim, minimizer=doubled)


@pytest.mark.parametrize("where", [OPTIMUM, FREE, READ_OUT], ids=str)
@pytest.mark.parametrize("change", ["value", "minimizer", "square"])
def test_a_broken_minimum_is_refuted_with_a_witness(where, change, claim, context):
    road = minimum.refutation(broken(claim(*where), change), context(where[0]))
    assert road.verdict is Verdict.REFUTED
    assert "claimed" in road.witness


@pytest.mark.parametrize("where", [OPTIMUM, FREE], ids=str)
def test_the_forward_pass_sees_a_wrong_minimizer_and_a_wrong_value(where, claim, context):
    right, around = claim(*where), context(where[0])
    for wrong in (broken(right, "minimizer"), broken(right, "value")):
        road = minimizer_road(wrong, around)
        assert road.verdict is Verdict.REFUTED
        assert "forward pass at the minimizer" in road.witness
    assert loss_road(right, 2 * polynomial(right.value), around).verdict is Verdict.REFUTED


@pytest.mark.parametrize("where", [OPTIMUM, FREE, READ_OUT], ids=str)
def test_the_sampled_slope_sees_a_wrong_minimizer(where, claim, context):
    assert slope_road(claim(*where), context(where[0])).verdict is Verdict.SUPPORTED
    assert slope_road(broken(claim(*where), "minimizer"), context(where[0])).verdict is Verdict.UNKNOWN


def test_the_convex_solver_sees_a_wrong_value(claim, context):
    right = claim(*OPTIMUM)
    assert convex_road(right, context(OPTIMUM[0])).verdict is Verdict.SUPPORTED
    wrong = replace(right, value=polynomial(right.value) * 1001 / 1000)
    assert convex_road(wrong, context(OPTIMUM[0])).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("where", [FREE, PARTIAL], ids=str)
def test_the_convex_solver_takes_unique_minima_in_one_matrix_only(where, claim, context):
    assert convex_road(claim(*where), context(where[0])) is None


def test_without_an_experiment_there_is_no_forward_pass(claim, context):
    bare = replace(claim(*OPTIMUM), experiment=None)
    roads = {road.name for road in minimum.roads(bare, context(OPTIMUM[0]))}
    assert roads == {"symbolic", "exact values"}


def test_at_level_full_a_sweep_comes_last(claim, context, monkeypatch):
    monkeypatch.setattr(minimum, "swept_road", lambda claim, comparison, context: comparison)
    bare = replace(claim(*OPTIMUM), experiment=None)
    quick, full = (minimum.roads(bare, context(OPTIMUM[0], level)) for level in ("quick", "full"))
    assert len(full) == len(quick) + 1
