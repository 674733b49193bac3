"""Inequalities in balls: true ones hold, false ones are refuted with a value, close ones are left open."""

import pytest
import sympy as sp

from proofs.algebra.positivity import Signs
from proofs.core.errors import InputError
from proofs.core.verdict import Verdict
from proofs.entrywise.claims import Inequality
from proofs.entrywise.inequality import prove_inequality
from verify.checks.inequality import refutation

t = sp.Symbol("t", nonnegative=True)


@pytest.mark.parametrize(
    ("smaller", "larger", "verdict"),
    [
        (1 + t, sp.exp(t), Verdict.CERTIFIED),
        (sp.exp(t), 1 + t, Verdict.REFUTED),
        (t, sp.S(1) / 2 + t**2 / 2, Verdict.CERTIFIED),
        (t**2, t**4, Verdict.REFUTED),
        (sp.exp(-t), sp.exp(-t) + sp.exp(-1000 * t**2), Verdict.UNKNOWN),
    ],
    ids=str,
)
def test_both_sides_in_balls(smaller, larger, verdict, context):
    """Where both sides are equal within balls nothing is decided."""
    claim = Inequality(name="some", smaller=smaller, larger=larger, variable=t)
    assert refutation(claim, context("softmax.lemmas")).verdict is verdict
    if verdict is Verdict.REFUTED:
        assert not prove_inequality(claim, Signs()).holds


@pytest.mark.parametrize(
    ("larger", "variable", "says"),
    [
        (t * sp.Symbol("R"), t, "it holds R"),
        (sp.Symbol("x", real=True) ** 2, sp.Symbol("x", real=True), "other assumptions"),
    ],
)
def test_what_is_no_inequality_in_one_variable(larger, variable, says):
    with pytest.raises(InputError, match=says):
        Inequality(name="some", smaller=sp.S(0), larger=larger, variable=variable)


def test_a_variable_with_further_assumptions():
    nothing = sp.Symbol("t", zero=True)
    with pytest.raises(InputError, match="other assumptions"):
        Inequality(name="some", smaller=nothing, larger=sp.S(0), variable=nothing)
