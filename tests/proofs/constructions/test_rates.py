"""Rates of the operators: proved, and false statements about them."""

from dataclasses import replace

import pytest
import sympy as sp

from proofs.algebra.positivity import Signs
from proofs.constructions.rates import prove_rate
from proofs.core.rates import OPERATORS, SMALL, P, Q

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
