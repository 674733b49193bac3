"""The walks of the bidiagonal model against the zonal polynomials and closed forms."""

from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofs.moments.bidiagonal import trace_moments
from proofs.moments.wishart import trace_moment

SIZES = st.integers(1, 7)


@given(SIZES, SIZES, st.integers(1, 12))
def test_against_zonal_polynomials(n, d, count):
    assert trace_moments(n, d, count) == [trace_moment(order, n, d) for order in range(count)]


@pytest.mark.parametrize(("n", "d"), [(20, 5), (3, 8)])
def test_many_moments(n, d):
    assert trace_moments(n, d, 101)[60:] == [trace_moment(order, n, d) for order in range(60, 101)]


@given(st.integers(1, 30))
def test_one_dimension_is_chi_squared(n):
    assert trace_moments(n, 1, 8) == [prod(range(n, n + 2 * order, 2)) for order in range(8)]
