"""Conjectured least values: supported where descents reach them, refuted exactly where one goes below, never more."""

from dataclasses import replace

import pytest
from flint import fmpq

from proofs.core.verdict import Verdict
from verify.checks.lowest_found import refutation, roads

pytestmark = pytest.mark.slow
GLOBAL = "many_layers.global_optimum"


@pytest.fixture
def conjecture(claim):
    """Three layers at d = 2, n = 2 only, where there are two basins."""
    found = claim(GLOBAL, "no descent ends below the best three steps")
    return replace(found, sizes=found.sizes[1:2], values=found.values[1:2])


def test_it_is_supported_and_never_more(conjecture, context):
    descents, literal = roads(conjecture, context(GLOBAL))
    assert descents.verdict is Verdict.SUPPORTED
    assert "6 starts end at 0.792554 (" in descents.detail
    assert literal.verdict is Verdict.SUPPORTED
    assert descents.limit is literal.limit is Verdict.SUPPORTED
    assert str(descents.scope) == "(d = 2, n = 2)"


@pytest.mark.parametrize("factor", [fmpq(1001, 1000), fmpq(2)])
def test_a_value_above_the_least_is_refuted_exactly(factor, conjecture, context):
    (value,) = conjecture.values
    road = refutation(replace(conjecture, values=(value * factor,)), context(GLOBAL))
    assert road.verdict is Verdict.REFUTED
    assert road.witness.startswith("at d = 2, n = 2: 0.79255")


def test_a_value_that_is_not_reached_is_left_open(conjecture, context):
    (value,) = conjecture.values
    road = refutation(replace(conjecture, values=(value * fmpq(999, 1000),)), context(GLOBAL))
    assert road.verdict is Verdict.UNKNOWN
    assert "none at 0.791762" in road.detail
