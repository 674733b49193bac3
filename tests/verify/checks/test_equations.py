"""Checks of invariants and of critical points by symmetry: right ones by both roads, changed ones refuted."""

from dataclasses import replace

import pytest

from proofs.algebra import matrix, trace
from proofs.algebra.abbreviation import polynomial
from proofs.algebra.symbols import as_polynomial
from proofs.attention.sparse import sparse_weights
from proofs.core.claims import Action, Induction, Invariance
from proofs.core.errors import InputError
from proofs.core.task import Task
from proofs.core.verdict import Verdict
from verify.checks import equations

LAYERS = "many_layers.forward_pass"
POINTS = "many_layers.critical_points"
PLUS_PLUS = "many_layers.plus_plus"


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


@pytest.mark.parametrize("name", ["before", "after", "layer"])
def test_another_symmetry_is_refuted(name, symmetry, context):
    refuted(replace(symmetry, **{name: another(getattr(symmetry, name), symmetry)}), context)


@pytest.mark.parametrize("name", ["fixed", "direction"])
def test_another_fixed_point_is_refuted(name, symmetry, context):
    (parameter,) = symmetry.parameters
    changed = replace(parameter, **{name: another(getattr(parameter, name), symmetry)})
    refuted(replace(symmetry, parameters=(changed,)), context)


@pytest.mark.parametrize("action", [Action.INVERSE_FORM, Action.MAP, Action.INVERSE_MAP])
def test_another_action_is_refuted(action, symmetry, context):
    (parameter,) = symmetry.parameters
    refuted(replace(symmetry, parameters=(replace(parameter, action=action),)), context)


def test_a_state_that_moves_otherwise_is_refuted(context):
    (moved,) = [item for item in context(PLUS_PLUS).theorem.claims if isinstance(item, Invariance)]
    ((state, _),) = moved.states
    road = equations.refutation(replace(moved, states=((state, Action.MAP),)), context(PLUS_PLUS))
    assert road.verdict is Verdict.REFUTED


def test_a_layer_that_sees_more_of_the_data_is_not_proved(symmetry, context):
    X = matrix("X", "n", "d")
    other = replace(symmetry, layer=polynomial(symmetry.layer) + trace(X.T @ X) * polynomial(symmetry.layer))
    assert equations.roads(other, context(POINTS))[0].verdict is Verdict.UNKNOWN


def another(given, symmetry):
    """A matrix that is not fixed where the given one is."""
    law = polynomial(symmetry.root).T @ polynomial(symmetry.root)
    return law @ law if polynomial(given) == law else law


def refuted(claim, context):
    road = equations.refutation(claim, context(POINTS))
    assert road.verdict is Verdict.REFUTED
    assert road.witness


A, TASK = matrix("A", "d", "d"), Task("", "", "sigma2")


def of_layers(step, *weights):
    """The induction of the catalogue as one about the model with these weights."""
    return replace(step, experiment=sparse_weights(TASK, weights))


def test_the_layers_of_a_model_are_compared(step, context):
    here = context(LAYERS)
    assert equations.layers_road(step, here) is None
    (letter,) = {letter for state in step.states for letter in polynomial(state.following).letters} & set(A.letters)
    for depth in (1, 2, 3):
        assert (
            equations.layers_road(of_layers(step, *[as_polynomial(letter)] * depth), here).verdict is Verdict.CERTIFIED
        )
    names = [road.name for road in equations.roads(of_layers(step, A), here)]
    assert names == ["symbolic", "exact values", "forward pass"]


def test_layers_of_another_model_refute(step, context):
    """The model of twice the weights: the proof stands, and says nothing of it."""
    roads = equations.roads(of_layers(step, 2 * A), context(LAYERS))
    assert [road.verdict for road in roads] == [Verdict.SUPPORTED, Verdict.SUPPORTED, Verdict.REFUTED]


def test_weights_that_no_layer_has_are_refused(step, context):
    with pytest.raises(InputError, match="the model has the weight B, which no layer of the claim has"):
        equations.layers_road(of_layers(step, matrix("B", "d", "d")), context(LAYERS))
    with pytest.raises(InputError, match="the label of the query in its last block"):
        equations.layers_road(replace(of_layers(step, A), invariant=step.invariant[:1]), context(LAYERS))
