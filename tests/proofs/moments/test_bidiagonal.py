"""The walks of the bidiagonal model against the zonal polynomials and closed forms."""

from math import prod

from hypothesis import given
from hypothesis import strategies as st

from proofs.moments.bidiagonal import trace_moments
from proofs.moments.wishart import trace_moment

SIZES = st.integers(1, 7)


@given(SIZES, SIZES, st.integers(1, 12))
def test_against_zonal_polynomials(n, d, count):
    assert trace_moments(n, d, count) == [trace_moment(order, n, d) for order in range(count)]


def test_many_moments():
    assert trace_moments(20, 5, 41)[40] == trace_moment(40, 20, 5)


@given(st.integers(1, 30))
def test_one_dimension_is_chi_squared(n):
    assert trace_moments(n, 1, 8) == [prod(range(n, n + 2 * order, 2)) for order in range(8)]
