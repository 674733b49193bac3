"""The mean density of Wishart eigenvalues: its integrals against exact moments, which it does not know."""

import pytest
from flint import arb, ctx, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from proofs.optimum.orthogonal import spectral_moments
from verify.enclose.density import Density

BITS = 160
NONE = fmpq(0)
SIZES = [(2, 2), (3, 2), (4, 1), (5, 3), (6, 4), (20, 5)]


@pytest.fixture(autouse=True)
def precision():
    with ctx.workprec(BITS):
        yield


@pytest.mark.parametrize(("n", "d"), SIZES)
def test_moments(n: int, d: int) -> None:
    """With q = 1, mu and 1 + mu^2: d, the second moment, and d + 2 m_2 + m_4."""
    m, density = spectral_moments(n, d, 5), Density(n, d)
    for q, exact in (([1], m[0]), ([0, 1], m[2]), ([1, 0, 1], m[0] + 2 * m[2] + m[4])):
        found = density.mean([fmpq(entry) for entry in q], NONE, None)
        assert found.contains(arb(exact))
        assert found.rad() < arb(1e-9)


@given(st.sampled_from(SIZES), st.fractions(0, 6, max_denominator=50))
@settings(max_examples=10)
def test_parts_add_up(size: tuple[int, int], cut: object) -> None:
    density, between = Density(*size), fmpq(cut.numerator, cut.denominator)
    q = [fmpq(1), fmpq(-1, 2)]
    with ctx.workprec(BITS):
        parts = density.mean(q, NONE, between) + density.mean(q, between, None)
        assert parts.overlaps(density.mean(q, NONE, None))


def test_one_dimension_is_chi_squared() -> None:
    """At d = 1 there is one eigenvalue, chi^2_n / n: the median of chi^2_2 is 2 log 2."""
    found = Density(2, 1).mean([fmpq(1)], NONE, fmpq(6931471805599453, 10**16))
    assert abs(found - fmpq(1, 2)) < arb(1e-15)
