"""Zeros of best polynomials: proved for every L, computed for several, refuted for other measures and matrices."""

from dataclasses import replace

import pytest

from proofs.algebra import inverse, symmetric
from proofs.algebra.abbreviation import polynomial
from proofs.core.claims import OrthogonalZeros
from proofs.core.verdict import Verdict
from proofs.moments.laws import Gaussian
from verify.checks import zeros

ZEROS = "many_layers.zeros"


@pytest.fixture
def claim(context):
    (found,) = [item for item in context(ZEROS).theorem.claims if isinstance(item, OrthogonalZeros)]
    return found


def test_roads(claim, context):
    found = zeros.roads(claim, context(ZEROS))
    assert [(road.name, road.verdict) for road in found] == [
        ("symbolic", Verdict.PROVED),
        ("exact polynomials", Verdict.CERTIFIED),
    ]


@pytest.mark.parametrize("weight", [0, 2])
def test_another_measure_is_refuted_and_not_proved(weight, claim, context):
    symbolic, exact = zeros.roads(replace(claim, weight=weight), context(ZEROS))
    assert symbolic.verdict is Verdict.UNKNOWN
    assert exact.verdict is Verdict.REFUTED
    assert "the integral of q" in exact.witness


def test_another_matrix_is_refuted_and_not_proved(claim, context):
    Sigma = symmetric("Sigma", "d")
    for gram in (2 * polynomial(claim.gram), Sigma @ polynomial(claim.gram)):
        symbolic, exact = zeros.roads(replace(claim, gram=gram), context(ZEROS))
        assert symbolic.verdict is Verdict.UNKNOWN
        assert exact.verdict is Verdict.REFUTED


def test_another_law_is_not_proved(claim, context):
    (law,) = claim.over
    X, Psi = law.variable, symmetric("Psi", "d")
    other = replace(claim, over=(Gaussian(X, column_covariance=Psi),), gram=inverse(Psi) @ X.T @ X)
    assert zeros.roads(other, context(ZEROS))[0].verdict is Verdict.UNKNOWN
