"""Rates in balls: refuted where they are false, undecided where balls are too wide."""

from dataclasses import replace

import pytest
import sympy as sp
from flint import ctx, fmpq

from proofs.core.catalogue import catalogue
from proofs.core.rates import FOCUS
from proofs.core.verdict import Verdict
from verify.checks.context import Context
from verify.checks.rates import layers_road, literal, refutation

THEOREM = catalogue()["constructions.rates"].load()
CONTEXT = Context("constructions.rates", THEOREM)
CLAIMS = {claim.operator: claim for claim in THEOREM.claims}


@pytest.mark.parametrize("name", CLAIMS)
def test_true_rates(name):
    assert refutation(CLAIMS[name], CONTEXT).verdict is Verdict.CERTIFIED
    assert layers_road(CLAIMS[name]).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize("name", CLAIMS)
def test_a_bound_that_is_too_small(name):
    found = refutation(replace(CLAIMS[name], bound=CLAIMS[name].bound * sp.Rational(99, 100)), CONTEXT)
    assert found.verdict is Verdict.REFUTED
    assert "the bound" in found.witness


@pytest.mark.parametrize("name", CLAIMS)
def test_another_leading_term(name):
    changed = replace(CLAIMS[name], leading=CLAIMS[name].leading * sp.Rational(101, 100))
    assert "its leading term" in refutation(changed, CONTEXT).witness
    assert layers_road(replace(changed, leading=2 * changed.leading)).verdict is Verdict.UNKNOWN


def test_wide_balls_refute_nothing(monkeypatch):
    monkeypatch.setattr("verify.checks.rates.BITS", 60)
    found = refutation(CLAIMS["mov"], CONTEXT)
    assert found.verdict is Verdict.UNKNOWN
    assert found.witness.startswith("not decided in balls")


def test_the_literal_error_of_a_move():
    with ctx.workprec(200):
        error, values = literal("mov", [fmpq(1)] * 6, fmpq(1))
        assert abs(float(error) - float(4 / (sp.exp(1) + 4))) < 1e-12
        assert set(values) == {FOCUS.name, "m"}
