"""Moments of random functions: the integrals, and false moments."""

from dataclasses import replace

import pytest
import sympy as sp

from proofs.algebra.positivity import Signs
from proofs.core.ridge_functions import DIM, SPREAD, UNITS, WEIGHT, RidgeFunctions, T
from proofs.optimum.ridge_functions import R, derived_moments, over_radius, profile, prove_ridge_functions

ZERO, ONE = sp.Integer(0), sp.Integer(1)
LINEAR = RidgeFunctions(name="c", below=T, above=T, signal=SPREAD * DIM, power=SPREAD * DIM * (DIM + 2), single=True)
GIVEN = Signs(positive=frozenset({"omega", "alpha2"}), integers=frozenset({"d", "k"}))
LEAKY = RidgeFunctions(name="c", below=T / 10, above=T, signal=ZERO, power=ZERO)


def test_linear_functions():
    assert prove_ridge_functions(LINEAR, GIVEN).holds


def test_the_mean_over_the_radius():
    for power, mean in ((0, ONE), (2, SPREAD * DIM), (4, SPREAD**2 * DIM * (DIM + 2))):
        assert sp.simplify(over_radius(R**power) - mean) == 0


def test_a_leaky_unit():
    found = profile(LEAKY)
    assert sp.simplify(found.slope - R * sp.Rational(11, 20)) == 0
    assert sp.simplify(found.square - R**2 * sp.Rational(101, 200)) == 0
    signal, power = derived_moments(LEAKY)
    assert sp.simplify(signal - UNITS * WEIGHT * SPREAD * DIM * sp.Rational(121, 400)) == 0
    assert sp.simplify(power - UNITS * WEIGHT * SPREAD * DIM * (DIM + 2) * sp.Rational(101, 200)) == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"signal": SPREAD * DIM + 1},
        {"power": SPREAD * DIM**2},
        {"single": False},
        {"below": -T},
        {"below": sp.Symbol("u", real=True) * T, "above": sp.Symbol("u", real=True) * T},
        {"below": DIM * T, "above": DIM * T},
        {"signal": sp.oo},
        {"signal": sp.nan},
        {"above": 1 / T},
    ],
    ids=str,
)
def test_false_moments_are_not_proved(changes):
    assert not prove_ridge_functions(replace(LINEAR, **changes), GIVEN).holds


@pytest.mark.parametrize(
    "g", [sp.exp(T / 10), sp.exp(T), sp.I * T, 0.5 * T, 1 / T, sp.sqrt(T), sp.Symbol("c") * T], ids=str
)
def test_only_exact_real_polynomials_have_all_moments(g):
    """exp(t / 10) has none for omega >= 25."""
    assert not prove_ridge_functions(replace(LINEAR, below=g, above=g), GIVEN).holds


def test_the_variances_must_be_positive_by_hypothesis():
    assert not prove_ridge_functions(LINEAR, Signs()).holds
