"""Rates in balls: refuted where they are false, undecided where balls are too wide."""

from dataclasses import replace

import pytest
import sympy as sp
from flint import ctx, fmpq

from proofs.core.rates import FOCUS, OPERATORS
from proofs.core.verdict import Verdict
from verify.checks.rates import layers_road, literal, refutation


@pytest.fixture
def rates(context):
    return context("constructions.rates")


@pytest.fixture
def claims(rates):
    """The rates of the catalogue, by operator."""
    return {claim.operator: claim for claim in rates.theorem.claims}


@pytest.mark.parametrize("name", OPERATORS)
def test_true_rates(name, claims, rates):
    assert refutation(claims[name], rates).verdict is Verdict.CERTIFIED
    assert layers_road(claims[name]).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize("name", OPERATORS)
def test_a_bound_that_is_too_small(name, claims, rates):
    found = refutation(replace(claims[name], bound=claims[name].bound * sp.Rational(99, 100)), rates)
    assert found.verdict is Verdict.REFUTED
    assert "the bound" in found.witness


@pytest.mark.parametrize("name", OPERATORS)
def test_another_leading_term(name, claims, rates):
    changed = replace(claims[name], leading=claims[name].leading * sp.Rational(101, 100))
    assert "its leading term" in refutation(changed, rates).witness
    assert layers_road(replace(changed, leading=2 * changed.leading)).verdict is Verdict.UNKNOWN


def test_wide_balls_refute_nothing(monkeypatch, claims, rates):
    monkeypatch.setattr("verify.checks.rates.BITS", 60)
    found = refutation(claims["mov"], rates)
    assert found.verdict is Verdict.UNKNOWN
    assert found.witness.startswith("not decided in balls")


def test_the_literal_error_of_a_move():
    with ctx.workprec(200):
        error, values = literal("mov", [fmpq(1)] * 6, fmpq(1))
        assert abs(float(error) - float(4 / (sp.exp(1) + 4))) < 1e-12
        assert set(values) == {FOCUS.name, "m"}
