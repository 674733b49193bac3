"""Rational covariances: Sigma = R'R exactly, and each style is what its name says."""

from random import Random

import numpy as np
import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from proofs.core.certificate import is_definite, is_semidefinite
from verify.simulate.arrays import as_floats
from verify.sweep.covariance import Style, diagonal, identity, matrix, orthogonal, rational, root
from verify.sweep.strategies import PLAINEST_FIRST, covariances, dimensions, generators

DEFINITE = [style for style in Style if style is not Style.SINGULAR]


def spectrum(style, size, rng):
    """The eigenvalues in ascending order, from the singular values of the root."""
    return np.sort(np.linalg.svd(as_floats(root(style, size, rng)), compute_uv=False)) ** 2


@pytest.mark.parametrize("style", Style, ids=lambda style: style.name)
@given(dimensions(5), generators())
def test_every_style_is_a_covariance(style, size, rng):
    R = root(style, size, rng)
    Sigma = R.transpose() * R
    assert (R.nrows(), R.ncols()) == (size, size)
    assert is_semidefinite(Sigma)
    assert is_definite(Sigma) or style is Style.SINGULAR
    assert Sigma.rank() == R.rank() == (1 if style is Style.SINGULAR else size)


@pytest.mark.parametrize(
    ("style", "condition"), [(Style.STRETCHED, 1e4), (Style.ILL_CONDITIONED, 1e12), (Style.NEARLY_SINGULAR, 1e18)]
)
@given(st.integers(2, 4), generators())
def test_condition_numbers(style, condition, size, rng):
    R = root(style, size, rng)
    least, rest = R * R.transpose(), identity(size)
    assert least == diagonal([fmpq(1)] * (size - 1) + [fmpq(1, int(condition))])
    assert rest * least == least


@given(st.integers(2, 4), generators())
def test_repeated_eigenvalues(size, rng):
    values = spectrum(Style.REPEATED, size, rng)
    assert np.allclose(values, [0.25, *[4.0] * (size - 1)])


@given(dimensions(4), generators())
def test_identity_and_generic(size, rng):
    assert root(Style.IDENTITY, size, rng) == identity(size)
    R = root(Style.GENERIC, size, rng)
    assert all(R[i, j] == 0 for i in range(size) for j in range(i))
    assert all(1 <= 2 * R[i, i] <= 5 for i in range(size))


@given(st.integers(2, 4), generators())
def test_two_generic_covariances_do_not_commute(size, rng):
    first, second = (R.transpose() * R for R in (root(Style.GENERIC, size, rng) for _ in range(2)))
    other = root(Style.REPEATED, size, rng)
    other = other.transpose() * other
    assert first * second != second * first or first * other != other * first


@given(dimensions(5), generators())
def test_orthogonal_exactly(size, rng):
    U = orthogonal(rng, size)
    assert U * U.transpose() == U.transpose() * U == identity(size)
    assert abs(U.det()) == 1


@given(generators(), dimensions(4), dimensions(3))
def test_free_matrices_have_small_entries_other_than_zero(rng, rows, columns):
    entries = matrix(rng, rows, columns).entries()
    assert len(entries) == rows * columns
    assert all(entry and abs(entry) <= 4 and entry.q <= 3 for entry in [*entries, rational(rng)])


@given(st.data(), dimensions(3))
def test_the_strategy_gives_a_covariance_and_its_root(data, size):
    Sigma, R = data.draw(covariances(size))
    assert Sigma == R.transpose() * R
    Sigma, R = data.draw(covariances(size, [Style.IDENTITY]))
    assert Sigma == R == identity(size)


def test_every_style_is_swept():
    assert set(PLAINEST_FIRST) == set(Style)
    assert set(DEFINITE) | {Style.SINGULAR} == set(Style)


@pytest.mark.parametrize("style", Style, ids=lambda style: style.name)
def test_the_same_seed_gives_the_same_root(style):
    assert root(style, 3, Random(5)) == root(style, 3, Random(5))
