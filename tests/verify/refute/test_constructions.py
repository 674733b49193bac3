"""False neighbours of programs and rates: each changes one thing."""

from dataclasses import replace

import pytest
import sympy as sp

from proofs.algebra.symbols import number
from proofs.core.programs import Block, Construction, Program
from proofs.core.rates import SMALL, Rate
from proofs.core.verdict import Verdict
from verify.checks.context import Context
from verify.checks.table import check_of
from verify.refute.constructions import construction, rate

OPERATORS = ("mul", "div", "aff", "mov")
PROGRAM = Program((Block("a"),), ("start", "one"), (("one", "a", number(1)),), ())


def claim(hidden):
    outputs = (("one", "a", number(1)), ("start", "a", number(0)))
    return Construction(name="c", program=PROGRAM, outputs=outputs, width=(3, 1, 0), hidden=hidden, depth=4)


@pytest.mark.parametrize(("hidden", "other"), [((2, 3, 0), (4, 3, 0)), ((0, 3, 0), (1, 3, 0))])
def test_other_outputs_and_sizes(hidden, other):
    found = {control.changed: control.claim for control in construction(claim(hidden))}
    assert found["twice the first output"].outputs == (("one", "a", number(2)), ("start", "a", number(0)))
    assert found["a row less"].width == (2, 1, 0)
    assert found["a layer less"].depth == 3
    assert found["twice the inner units"].hidden == other
    assert len(found) == 4
    assert claim(hidden) not in found.values()


def test_other_rates():
    one = Rate(name="r", operator="mul", leading=-SMALL, bound=SMALL)
    found = {control.changed: control.claim for control in rate(one)}
    assert found["nine tenths of the bound"].bound == sp.Rational(9, 10) * SMALL
    assert found["twice the leading term"].leading == -2 * SMALL
    assert found["the other sign"].leading == SMALL
    assert len(found) == 3


@pytest.mark.parametrize("operator", OPERATORS)
def test_a_looser_bound_that_is_true_has_controls_that_are_false(operator, theorem):
    rates = theorem("constructions.rates")
    (one,) = [claim for claim in rates.claims if claim.operator == operator]
    found = list(rate(replace(one, bound=sp.Rational(3, 2) * one.bound)))
    assert [control.changed for control in found] == ["twice the leading term", "the other sign"]
    roads = [check_of(control.claim).refutation(control.claim, Context("a.test", rates)) for control in found]
    assert [road.verdict for road in roads] == [Verdict.REFUTED] * 2


def test_the_output_that_is_doubled_is_not_zero():
    turned = replace(claim((2, 3, 0)), outputs=claim((2, 3, 0)).outputs[::-1])
    first = next(iter(construction(turned)))
    assert first.changed == "twice the first output"
    assert first.claim.outputs == (("start", "a", number(0)), ("one", "a", number(2)))
