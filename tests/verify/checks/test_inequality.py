"""Inequalities in balls: true ones hold, false ones are refuted with a value, close ones are left open."""

import pytest
import sympy as sp

from proofs.core.verdict import Verdict
from proofs.entrywise.claims import Inequality
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
