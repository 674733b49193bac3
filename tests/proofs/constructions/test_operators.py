"""The errors of the operators are those of the definitions of GeLU, LayerNorm and softmax."""

import pytest
import sympy as sp

from proofs.constructions.operators import copy_error, move_error, operator, product_error, quotient_error
from proofs.core.rates import DIVISOR, FOCUS, LARGE, OPERATORS, OTHERS, OUT, SMALL, SPREAD, P, Q


def test_the_errors_are_those_of_the_definitions():
    """At values, from the standard normal law and from the standard deviation of a column."""
    p, q, s = 0.7, -1.3, 0.4

    def gelu(z):
        return z * float(sp.erfc(-z / sp.sqrt(2))) / 2

    units = (sp.pi / 2) ** 0.5 * (gelu(s * (p + q)) - gelu(s * p) - gelu(s * q)) / s**2
    assert float(product_error().subs({P: p, Q: q, SMALL: s}) - (units - p * q)) == pytest.approx(0, abs=1e-12)
    assert float(copy_error().subs(OUT, 1.5)) == pytest.approx(1.5 - gelu(1.5))
    assert float(move_error().subs({FOCUS: 2, OTHERS: 3})) == pytest.approx(float(3 / (sp.exp(2) + 3)))
    column, N, b = [sp.Rational(3), sp.Rational(-3), sp.Rational(1), sp.Rational(4)], 10, 2
    whole = [*column, N * b, -N * b]
    mean = sum(whole) / len(whole)
    deviation = sp.sqrt(sum((h - mean) ** 2 for h in whole) / len(whole))
    spread = sum(h * h for h in column) - sp.Rational(sum(column) ** 2) / len(whole)
    found = 1 - N * sp.sqrt(sp.Rational(2, len(whole))) * b / deviation
    assert sp.simplify(quotient_error().subs({LARGE: N, DIVISOR: b, SPREAD: spread}) - found) == 0


@pytest.mark.parametrize("name", OPERATORS)
def test_errors_vanish_with_their_scale(name):
    found = operator(name)
    values = {P: 1.5, Q: -0.5, DIVISOR: 0.7, SPREAD: 2.0, OTHERS: 4.0, OUT: 1.0, FOCUS: 1.0, SMALL: 0.3, LARGE: 3.0}
    far = values | {found.scale: 12.0 if found.at is sp.oo else 0.01}
    near, there = (abs(float(found.error.subs(at))) for at in (values, far))
    assert there < near / 10


def test_an_unknown_operator():
    with pytest.raises(ValueError, match="an operator is mul, div, aff or mov, got 'sub'"):
        operator("sub")
