"""Rates of the operators: proved, and false statements about them."""

from dataclasses import replace

import pytest
import sympy as sp

from proofs.algebra.positivity import Signs
from proofs.constructions.operators import copy_error, move_error, operator, product_error, quotient_error
from proofs.constructions.rates import prove_rate
from proofs.core.errors import InputError
from proofs.core.rates import DIVISOR, FOCUS, LARGE, OPERATORS, OTHERS, OUT, SMALL, SPREAD, P, Q

PRODUCT = SMALL**2 * (P**3 * Q / 3 + P**2 * Q**2 / 2 + P * Q**3 / 3)


@pytest.fixture
def claims(theorem):
    """The rates of the catalogue, by operator."""
    return {claim.operator: claim for claim in theorem("constructions.rates").claims}


@pytest.mark.parametrize("name", OPERATORS)
def test_they_are_proved(name, claims):
    assert prove_rate(claims[name], Signs()).holds


@pytest.mark.parametrize("name", OPERATORS)
@pytest.mark.parametrize("factor", [0, sp.Rational(99, 100), -1], ids=str)
def test_no_smaller_bound(name, factor, claims):
    assert not prove_rate(replace(claims[name], bound=factor * claims[name].bound), Signs()).holds


@pytest.mark.parametrize("name", OPERATORS)
@pytest.mark.parametrize("factor", [0, 2, -1], ids=str)
def test_no_other_leading_term(name, factor, claims):
    assert not prove_rate(replace(claims[name], leading=factor * claims[name].leading), Signs()).holds


@pytest.mark.parametrize(
    "bound",
    [
        SMALL**2 * P**2 * Q**2,
        PRODUCT - SMALL**2 * P * Q**3 / 100,
        PRODUCT + P,
        PRODUCT + SMALL**2 * P**2 * Q,
        2 * PRODUCT - P * Q,
    ],
    ids=str,
)
def test_bounds_of_a_product_that_do_not_follow(bound, claims):
    assert sp.expand(claims["mul"].bound - PRODUCT) == 0
    assert not prove_rate(replace(claims["mul"], bound=bound), Signs()).holds


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


def test_an_unknown_operator():
    with pytest.raises(ValueError, match="an operator is mul, div, aff or mov, got 'sub'"):
        operator("sub")


def test_a_claim_on_an_unknown_operator(claims):
    with pytest.raises(InputError, match="an operator is mul, div, aff, mov, got 'sub'"):
        replace(claims["mul"], operator="sub")
