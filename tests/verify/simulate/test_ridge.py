"""Ridge operators against what defines them."""

import numpy as np
import pytest
from flint import fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from verify.simulate.arrays import as_floats
from verify.simulate.ridge import exact_ridge_operator, ridge_operator


@given(st.integers(1, 3), st.integers(1, 4), st.sampled_from([0, 1, 3]), st.integers(0, 10**6))
def test_both_roads_agree(rationals, d, n, noise, seed):
    rng = np.random.default_rng(seed)
    X, T = rationals(rng, n, d), rationals(rng, d, d)
    prior = T.transpose() * T
    exact = as_floats(exact_ridge_operator(X, prior, fmpq(noise)))
    np.testing.assert_allclose(ridge_operator(as_floats(X), as_floats(prior), noise), exact, rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("rank", [0, 1, 2])
def test_the_pseudo_inverse_of_a_singular_gram_matrix(rank):
    X = fmpq_mat(3, 2, [1, 2, 2, 4, 0, 0] if rank == 1 else [rank, 1 * rank, 0, rank, rank, 0])
    identity = fmpq_mat(2, 2, [1, 0, 0, 1])
    H = exact_ridge_operator(X, identity, fmpq(0))
    assert H * X * H == H
    assert X * H * X == X
    assert (X * H).transpose() == X * H
    assert (H * X).transpose() == H * X


def test_noise_shrinks_towards_zero():
    X, y = np.array([[1.0], [1.0]]), np.array([1.0, 3.0])
    assert ridge_operator(X, np.eye(1), 0.0) @ y == pytest.approx(2.0)
    assert ridge_operator(X, np.eye(1), 2.0) @ y == pytest.approx(1.0)
