"""Inequalities in one variable: what the ladder sees, and what it must not see."""

import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra.ladder import is_nonnegative, is_smooth, is_visible

a, m = sp.Symbol("a", nonnegative=True), sp.Symbol("m", positive=True)
e = sp.exp(-a)


@pytest.mark.parametrize(
    "f",
    [
        a**2 + 1,
        1 - e,
        e - 1 + a,
        2 * a - 1 + e * (1 - a),
        a / 2 - 1 + 1 / sp.sqrt(1 + a),
        sp.exp(-(a**2) / 2) / sp.sqrt(2 * sp.pi) - a * sp.erfc(a / sp.sqrt(2)) / 2,
        m * e - m / (sp.exp(a) + m),
    ],
    ids=str,
)
def test_true(f):
    assert is_nonnegative(f, a)


@pytest.mark.parametrize(
    "f",
    [
        a - 1,
        1 - a,
        e - sp.Rational(1, 2),
        a - sp.Rational(11, 10) * (1 - e),
        1 - a / 2 - 1 / sp.sqrt(1 + a),
        (a - 1) ** 2 - sp.Rational(1, 10**6),
        sp.exp(-(a**2)) - a * sp.erfc(a / sp.sqrt(2)) / 2,
        -(e**2),
        sp.Symbol("x", real=True) * a,
    ],
    ids=str,
)
def test_false(f):
    assert not is_nonnegative(f, a)


@pytest.mark.parametrize(
    "f", [1 / a, a ** sp.Rational(1, 2), sp.Abs(a - 1), sp.floor(a), sp.log(a), 1 / (a - 1)], ids=str
)
def test_what_is_not_visibly_smooth(f):
    assert not is_smooth(f, a)
    assert not is_nonnegative(f, a)


def test_nothing_vanishes_below():
    assert is_visible(1 / (1 + a))
    assert not is_visible(m / a)


@given(st.lists(st.fractions(-3, 3, max_denominator=5), min_size=1, max_size=4))
def test_what_is_seen_holds(coefficients):
    """Sums of powers of a and exp(-a): where the ladder says yes, no value on a grid is negative."""
    f = sum(
        (sp.Rational(c.numerator, c.denominator) * a**i * e ** (i % 2) for i, c in enumerate(coefficients)), sp.S(0)
    )
    if is_nonnegative(f, a):
        assert all(f.subs(a, sp.Rational(k, 4)) >= 0 for k in range(40))


@pytest.mark.parametrize("f", [sp.erfc((1 + sp.I) * a) + sp.erfc((1 - sp.I) * a), 0.5 * a], ids=str)
def test_neither_complex_nor_rounded(f):
    assert not is_nonnegative(f, a)
