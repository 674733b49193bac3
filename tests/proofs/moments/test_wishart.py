"""Wishart trace moments of any order against the pairings, closed forms and their symmetries."""

from math import prod

import pytest
from flint import Ordering, fmpq, fmpq_mpoly_ctx
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import evaluate, identity, matrix, scalar, trace
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean
from proofs.moments.wishart import trace_moment

X, n, d = matrix("X", "n", "d"), scalar("n"), scalar("d")
SIZES = st.integers(1, 60)


@pytest.mark.parametrize("order", range(1, 7))
def test_against_the_pairings_for_all_sizes(order):
    assert trace_moment(order, n, d) == Mean(trace((X.T @ X) ** order), (Gaussian(X),)).value()


def test_order_zero_is_the_trace_of_the_identity():
    assert trace_moment(0, n, d) == trace(identity("d"))


@given(st.integers(1, 6), SIZES, SIZES)
def test_numbers_are_values_of_the_formula(order, size, dimension):
    formula = Mean(trace((X.T @ X) ** order), (Gaussian(X),)).value()
    at = evaluate(formula, {}, {"n": fmpq(size), "d": fmpq(dimension)})[0, 0]
    assert trace_moment(order, size, dimension) == at
    assert trace_moment(order, fmpq(size), fmpq(dimension)) == at


@given(st.integers(1, 30), SIZES, SIZES)
def test_transposing_changes_nothing(order, size, dimension):
    """tr (X'X)^k = tr (XX')^k for k >= 1."""
    assert trace_moment(order, size, dimension) == trace_moment(order, dimension, size)


@pytest.mark.parametrize("order", [7, 12])
def test_symmetric_as_polynomials(order):
    rows, columns = fmpq_mpoly_ctx.get(["n", "d"], Ordering.lex).gens()
    assert trace_moment(order, rows, columns) == trace_moment(order, columns, rows)


@given(st.integers(0, 40), SIZES)
def test_one_dimension_is_chi_squared(order, size):
    assert trace_moment(order, size, 1) == prod(range(size, size + 2 * order, 2))


@given(st.integers(1, 25), SIZES, SIZES)
def test_moments_are_positive_integers_and_log_convex(order, size, dimension):
    before, here, after = (fmpq(trace_moment(order + step, size, dimension)) for step in (-1, 0, 1))
    assert here.q == 1
    assert here > 0
    assert here**2 <= before * after
