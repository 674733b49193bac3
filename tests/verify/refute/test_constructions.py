"""False neighbours of programs and rates: each changes one thing."""

import pytest
import sympy as sp

from proofs.algebra.symbols import number
from proofs.core.programs import Block, Construction, Program
from proofs.core.rates import SMALL, Rate
from verify.refute.constructions import construction, rate

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
    one = Rate(name="r", operator="mul", leading=SMALL, bound=SMALL**2)
    found = {control.changed: control.claim for control in rate(one)}
    assert found["nine tenths of the bound"].bound == sp.Rational(9, 10) * SMALL**2
    assert found["twice the leading term"].leading == 2 * SMALL
    assert found["the other sign"].leading == -SMALL
    assert len(found) == 3
