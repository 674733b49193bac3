"""One minimizer only: a second one refutes, whatever else agrees."""

from dataclasses import replace

import pytest
from flint import fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from proofs.core.claims import Minimum
from proofs.core.verdict import Verdict
from verify.checks import minimum, uniqueness
from verify.checks.uniqueness import NAME, another, kernel_vector

PIECE = "one_layer.skew_part", "the minimum of a convex piece"
UNIQUE = ("one_layer.optimum", "optimum"), ("many_layers.step_sizes", "L = 1: the minimum")
matrices = st.integers(1, 4).flatmap(
    lambda size: st.lists(st.integers(-2, 2), min_size=size**2, max_size=size**2).map(
        lambda entries: fmpq_mat(size, size, entries)
    )
)


@pytest.mark.parametrize("where", UNIQUE, ids=str)
def test_of_a_unique_minimizer_no_second_is_found(where, claim, context):
    assert claim(*where).unique
    assert another(claim(*where), context(where[0])) is None
    assert NAME not in [road.name for road in uniqueness.roads(claim(*where), context(where[0]))]


def test_a_false_claim_of_uniqueness_is_refuted_though_all_values_agree(claim, context):
    false = replace(claim(*PIECE), unique=True)
    assert minimum.refutation(false, context(PIECE[0])).verdict is Verdict.CERTIFIED
    road = uniqueness.refutation(false, context(PIECE[0]))
    assert (road.name, road.verdict) == (NAME, Verdict.REFUTED)
    assert road.witness.startswith("another minimizer, of value ")
    assert Verdict.REFUTED in [road.verdict for road in uniqueness.roads(false, context(PIECE[0]))]


def test_a_minimum_that_is_not_called_unique_is_not_attacked_for_it(claim, context):
    assert not claim(*PIECE).unique
    assert uniqueness.refutation(claim(*PIECE), context(PIECE[0])).verdict is Verdict.CERTIFIED


def test_a_wrong_value_is_refuted_first(claim, context):
    wrong: Minimum = replace(claim(*UNIQUE[0]), minimizer=((claim(*UNIQUE[0]).minimizer[0][0],) * 2,))
    assert uniqueness.refutation(wrong, context(UNIQUE[0][0])).name == "exact values"


@given(matrices)
def test_a_kernel_vector(matrix):
    found = kernel_vector(matrix)
    if found is None:
        assert matrix.det() != 0
    else:
        assert any(found)
        assert matrix * fmpq_mat(matrix.ncols(), 1, found) == fmpq_mat(matrix.nrows(), 1, [fmpq(0)] * matrix.nrows())
