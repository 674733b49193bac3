"""Diagonal minimizers and growth: proved, computed, refuted where rotation, a square or a constant is wrong."""

from dataclasses import replace

import pytest

from proofs.algebra import matrix, trace
from proofs.algebra.abbreviation import polynomial
from proofs.core.claims import Coercive, Diagonalised
from proofs.core.verdict import Verdict
from proofs.moments.mean import expanded
from verify.checks import diagonal

DIAGONAL = "many_layers.diagonal"


@pytest.fixture
def pair(context):
    (found,) = [item for item in context(DIAGONAL).theorem.claims if isinstance(item, Diagonalised)]
    return found


@pytest.fixture
def growth(context):
    (found,) = [item for item in context(DIAGONAL).theorem.claims if isinstance(item, Coercive)]
    return found


def test_roads(pair, growth, context):
    assert [(road.name, road.verdict) for road in diagonal.roads(pair, context(DIAGONAL))] == [
        ("symbolic", Verdict.PROVED),
        ("exact pairs", Verdict.CERTIFIED),
        ("forward pass", Verdict.CERTIFIED),
    ]
    assert [(road.name, road.verdict) for road in diagonal.coercive_roads(growth, context(DIAGONAL))] == [
        ("symbolic", Verdict.PROVED),
        ("exact values", Verdict.CERTIFIED),
    ]


def test_a_fixed_matrix_spoils_the_rotation(pair, context):
    K = matrix("K", "d", "d")
    other = replace(
        pair, objective=expanded(pair.objective) - 9 * trace(polynomial(pair.averaged) @ K), experiment=None
    )
    symbolic, exact = diagonal.roads(other, context(DIAGONAL))
    assert symbolic.verdict is Verdict.UNKNOWN
    assert exact.verdict is Verdict.REFUTED
    assert "when both matrices turn" in exact.witness


def test_a_matrix_that_is_not_symmetric_is_not_turned(pair, context):
    A, B = matrix("A", "d", "d"), polynomial(pair.averaged)
    other = replace(pair, objective=trace(A @ A.T) + trace(B @ B.T), turned=A, squares=(), experiment=None)
    assert diagonal.roads(other, context(DIAGONAL))[0].verdict is Verdict.UNKNOWN


def test_a_variable_without_growth_is_not_proved(growth, context):
    other = replace(growth, growth=growth.growth[1:], squares=(growth.growth[0], *growth.squares))
    assert diagonal.coercive_roads(other, context(DIAGONAL))[0].verdict is Verdict.UNKNOWN


def test_a_negative_square_is_not_proved(growth, context):
    first, *rest = growth.squares
    other = replace(growth, squares=(replace(first, weight=-1 * polynomial(growth.constant)), *rest))
    assert diagonal.coercive_roads(other, context(DIAGONAL))[0].verdict is Verdict.UNKNOWN
