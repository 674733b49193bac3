"""Inequalities in one variable: true ones are proved with their rule, false and wide ones are not."""

import pytest
import sympy as sp

from proofs.algebra.ladder import LADDER
from proofs.algebra.positivity import Signs
from proofs.entrywise.claims import Inequality
from proofs.entrywise.inequality import prove_inequality

t = sp.Symbol("t", nonnegative=True)


@pytest.mark.parametrize(
    ("smaller", "larger", "holds"),
    [
        (1 + t, sp.exp(t), True),
        (sp.exp(-t), sp.S.One, True),
        (t**2, t**2, True),
        (sp.exp(t), 1 + t, False),
        (t**2, t**4, False),
        (sp.S.One, sp.exp(-t), False),
        (1 - t, sp.exp(-t) - sp.Rational(1, 100), False),
    ],
    ids=str,
)
def test_what_is_proved(smaller, larger, holds):
    proof = prove_inequality(Inequality(name="c", smaller=smaller, larger=larger, variable=t), Signs())
    assert proof.holds is holds
    (line,) = proof.lines
    assert line.rule == LADDER
    assert line.says == f"{smaller} <= {larger}"
