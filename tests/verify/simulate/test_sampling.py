"""Data sets: laws, seeds, covariances at the edge."""

import numpy as np
import pytest

from proofs.core.errors import InputError, ShapeError
from verify.simulate.estimate import Running
from verify.simulate.sampling import Population, draw, generator, root


def moments(values):
    """z-scores of the second moments E v v' of vectors (count, k) against a given covariance."""
    running = Running()
    running.add(values[:, :, None] * values[:, None, :])
    return running.estimate()


def test_the_laws_are_those_of_the_task():
    sigma, psi = np.array([[2.0, 0.5], [0.5, 1.0]]), np.array([[1.0, -0.7], [-0.7, 3.0]])
    sample = draw(Population(3, sigma, psi, 0.25), 40_000, generator("laws", 0))
    assert np.abs(moments(sample.X[:, 1]).z(sigma)).max() < 5
    assert np.abs(moments(sample.x_q).z(sigma)).max() < 5
    assert np.abs(moments(sample.w).z(psi)).max() < 5
    assert np.abs(moments(sample.eps).z(0.25 * np.eye(3))).max() < 5
    apart = np.concatenate([sample.X[:, 0], sample.X[:, 2], sample.x_q, sample.w, sample.eps], axis=1)
    expected = np.zeros((11, 11))
    for start, block in ((0, sigma), (2, sigma), (4, sigma), (6, psi), (8, 0.25 * np.eye(3))):
        expected[start : start + len(block), start : start + len(block)] = block
    assert np.abs(moments(apart).z(expected)).max() < 5
    np.testing.assert_allclose(sample.y, np.einsum("kij,kj->ki", sample.X, sample.w) + sample.eps)
    np.testing.assert_allclose(sample.target, [w @ x for w, x in zip(sample.w, sample.x_q, strict=True)])


def test_a_mean_of_the_task_and_another_law_of_the_query():
    one, query, mean = np.eye(2), np.diag([4.0, 0.25]), np.array([2.0, -1.0])
    sample = draw(Population(1, one, one, 0.0, query, mean), 40_000, generator("laws", 0))
    assert np.abs(moments(sample.x_q).z(query)).max() < 5
    assert np.abs(moments(sample.X[:, 0]).z(one)).max() < 5
    assert np.abs(moments(sample.w).z(one + np.outer(mean, mean))).max() < 5
    assert np.abs(sample.w.mean(axis=0) - mean).max() < 0.03
    np.testing.assert_allclose(sample.y, np.einsum("kij,kj->ki", sample.X, sample.w))


def test_seeds_are_reproducible_and_belong_to_a_claim():
    first, again = generator("one_layer.optimum", 7), generator("one_layer.optimum", 7)
    np.testing.assert_array_equal(first.standard_normal(5), again.standard_normal(5))
    other_claim, other_seed = generator("one_layer.value", 7), generator("one_layer.optimum", 8)
    draws = [rng.standard_normal() for rng in (generator("one_layer.optimum", 7), other_claim, other_seed)]
    assert len(set(draws)) == 3


@pytest.mark.parametrize("eigenvalues", [(1.0, 1.0), (1e12, 1e-3), (2.0, 0.0), (0.0, 0.0)])
def test_roots_of_covariances_at_the_edge(eigenvalues):
    turn = np.array([[0.6, -0.8], [0.8, 0.6]])
    covariance = turn @ np.diag(eigenvalues) @ turn.T
    np.testing.assert_allclose(root(covariance).T @ root(covariance), covariance, rtol=1e-12, atol=1e-15)


def test_misuse_is_named():
    with pytest.raises(InputError, match="symmetric"):
        root(np.array([[1.0, 2.0], [0.0, 1.0]]))
    with pytest.raises(InputError, match="semidefinite"):
        root(np.array([[1.0, 2.0], [2.0, 1.0]]))
    with pytest.raises(ShapeError, match=r"task_covariance must have shape \(2, 2\)"):
        Population(1, np.eye(2), np.eye(3))
    with pytest.raises(ShapeError, match=r"task_mean must have shape \(2,\)"):
        Population(1, np.eye(2), np.eye(2), task_mean=np.eye(2))
    with pytest.raises(InputError, match="noise >= 0"):
        Population(1, np.eye(2), np.eye(2), -1.0)
