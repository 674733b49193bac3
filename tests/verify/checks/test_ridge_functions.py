"""Moments of random functions of a ridge: by quadrature against closed forms, sampled steps, other moments refuted."""

from dataclasses import replace

import numpy as np
import pytest
import sympy as sp

from proofs.core.ridge_functions import DIM, SPREAD, UNITS, WEIGHT, RidgeFunctions, T
from proofs.core.verdict import Verdict
from verify.checks.ridge_functions import (
    PLACES,
    at,
    by_quadrature,
    function,
    half_line,
    quadrature_road,
    refutation,
    sampled_road,
)

LINEAR = RidgeFunctions(
    name="linear", below=T, above=T,
    signal=DIM * UNITS * WEIGHT * SPREAD, power=UNITS * WEIGHT * SPREAD * DIM * (DIM + 2),
)  # fmt: skip
WHERE = "one_layer.function_families"


def test_lines(context):
    """f(x) = v'x with v of covariance k alpha2 omega I: E |v|^2, and E (v'x)^2 |x|^2 = E |v|^2 (d + 2)."""
    assert quadrature_road(LINEAR, context(WHERE)).verdict is Verdict.SUPPORTED
    assert sampled_road(LINEAR, context(WHERE)).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize("name", ["signal", "power"])
def test_other_moments_are_refuted(name, context):
    road = refutation(replace(LINEAR, **{name: getattr(LINEAR, name) * sp.Rational(1001, 1000)}), context(WHERE))
    assert road.verdict is Verdict.REFUTED
    assert "claimed" in road.witness


def test_another_step_is_seen_in_a_sample(context):
    assert sampled_road(replace(LINEAR, signal=2 * LINEAR.signal), context(WHERE)).verdict is Verdict.UNKNOWN


def test_a_jump_at_zero():
    """g = sign: E f^2 |x|^2 = d for one unit, E |m|^2 = 2/pi for omega = 1 in one dimension."""
    place = PLACES[0]
    signal, power = by_quadrature(np.sign, place, single=True)
    assert signal == pytest.approx(2 / np.pi, rel=1e-9)
    assert power == pytest.approx(place.d, rel=1e-9)


def test_both_sides_of_a_function():
    g = function(RidgeFunctions(name="c", below=sp.S(-1), above=T**2, signal=sp.S(1), power=sp.S(1)))
    assert g(np.array([-2.0, 3.0])).tolist() == [-1.0, 9.0]
    assert at(DIM * UNITS + SPREAD * WEIGHT, PLACES[1]) == 2 * 3 + 0.5 * 2.0


def test_nodes_integrate_on_the_half_line():
    z, weights = half_line()
    assert weights @ np.exp(-z) == pytest.approx(1, abs=1e-6)
    assert weights @ np.ones_like(z) == pytest.approx(16)
