"""The symbolic road: proved with its rules, or unknown with the first open line; it refutes nothing."""

from dataclasses import replace

import pytest

from proofs.core.catalogue import catalogue
from proofs.core.claims import Claim
from proofs.core.verdict import Verdict
from verify.checks.symbolic import prove, symbolic_road

CLAIMS = [
    ("one_layer.optimum", "optimum"),
    ("one_layer.reduction", "mixed term"),
    ("one_layer.limits", "long contexts"),
    ("one_layer.uniqueness", "all global minimizers"),
]


@pytest.mark.parametrize(("identifier", "name"), CLAIMS)
def test_proved_with_rules_and_scope(identifier, name, claim, context):
    road = symbolic_road(claim(identifier, name), context(identifier))
    assert road.verdict is Verdict.PROVED
    assert "line" in road.detail
    assert all(rule and reference for rule, reference in road.rules)
    assert not road.scope.instances
    assert {"n", "d"} <= road.scope.symbolic | {"n"}


@pytest.mark.slow
@pytest.mark.parametrize("identifier", catalogue())
def test_a_control_is_never_proved(identifier, context):
    theorem = context(identifier).theorem
    for control in theorem.controls:
        larger = replace(theorem, hypotheses=theorem.hypotheses + control.hypotheses)
        road = symbolic_road(control.claim, replace(context(identifier), theorem=larger))
        assert road is None or road.verdict is Verdict.UNKNOWN
        assert road is None or road.detail.startswith(("open line: ", "the derivation stops: "))


def test_a_dependence_stops_the_derivation(claim, context):
    lemma = claim("one_layer.ridge_target", "lemma 2")
    bare = replace(lemma, left=replace(lemma.left, relations=()))
    road = symbolic_road(bare, context("one_layer.ridge_target"))
    assert road.verdict is Verdict.UNKNOWN
    assert "cannot average over X: H depends on it" in road.detail


def test_a_kind_without_a_proof_has_no_road(claim, context):
    assert prove(Claim(name="some"), context("one_layer.optimum").signs) is None
    assert symbolic_road(claim("one_layer.blind_bound", "found blindly"), context("one_layer.blind_bound")) is None
