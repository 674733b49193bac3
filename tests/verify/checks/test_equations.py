"""Checks of invariants and of critical points by symmetry: right ones by both roads, changed ones refuted."""

from dataclasses import replace

import pytest

from proofs.algebra.abbreviation import polynomial
from proofs.core.claims import Induction, Invariance
from proofs.core.verdict import Verdict
from verify.checks import equations

LAYERS = "many_layers.forward_pass"
POINTS = "many_layers.critical_points"


@pytest.fixture
def step(context):
    (found,) = [item for item in context(LAYERS).theorem.claims if isinstance(item, Induction)]
    return found


@pytest.fixture
def symmetry(context):
    (found,) = [item for item in context(POINTS).theorem.claims if isinstance(item, Invariance)]
    return found


def test_roads(step, symmetry, context):
    for roads in (equations.roads(step, context(LAYERS)), equations.roads(symmetry, context(POINTS))):
        assert [(road.name, road.verdict) for road in roads] == [
            ("symbolic", Verdict.PROVED),
            ("exact values", Verdict.CERTIFIED),
        ]


def test_a_printed_transpose_is_refuted(context):
    (control,) = [item for item in context(LAYERS).theorem.controls if isinstance(item.claim, Induction)]
    road = equations.refutation(control.claim, context(LAYERS))
    assert road.verdict is Verdict.REFUTED
    assert "claimed" in road.witness


@pytest.mark.parametrize("name", ["before", "after", "fixed", "direction", "layer"])
def test_another_symmetry_is_refuted(name, symmetry, context):
    other = polynomial(symmetry.root).T @ polynomial(symmetry.root)
    if polynomial(getattr(symmetry, name)) == other:
        other = other @ other
    road = equations.refutation(replace(symmetry, **{name: other}), context(POINTS))
    assert road.verdict is Verdict.REFUTED
    assert road.witness
