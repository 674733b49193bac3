"""The exact road against itself, against known losses and against simple moments."""

from dataclasses import replace
from math import prod

import numpy as np
import pytest
from flint import fmpq, fmpq_mat, fmpq_mpoly_ctx
from hypothesis import given
from hypothesis import strategies as st

from proofs.core.errors import InputError
from proofs.core.task import LinearAttention, ReadOutAttention, RidgeOperator
from verify.simulate.exact import Roots, exact_loss, exact_terms_mean, mean, mean_square
from verify.simulate.weights import LinearWeights, weights_from_blocks
from verify.simulate.words import Term

seeds = st.integers(0, 10**6)
S = ("X'", "X")


def identity(d):
    return fmpq_mat(np.eye(d, dtype=int).tolist())


def trace(matrix):
    return sum((matrix[i, i] for i in range(matrix.nrows())), fmpq(0))


def white(d, noise_root=0):
    return Roots(identity(d), identity(d), fmpq(noise_root))


def random_roots(rationals, rng, d):
    return Roots(rationals(rng, d, d), rationals(rng, d, d), rationals(rng, 1, 1)[0, 0])


def covariances(roots):
    return roots.R.transpose() * roots.R, roots.T.transpose() * roots.T, roots.noise_root**2


@given(st.dictionaries(st.tuples(*[st.integers(0, 4)] * 3), st.integers(-5, 5), max_size=8))
def test_mean_square_is_the_mean_of_the_square(terms):
    ring = fmpq_mpoly_ctx.get([("z", 3)])
    polynomial = ring.from_dict(terms)
    assert mean_square(polynomial) == mean(polynomial * polynomial)


def test_moments_of_one_normal_variable():
    z = fmpq_mpoly_ctx.get(["z"]).gens()[0]
    assert [mean(z**power) for power in range(9)] == [1, 0, 1, 0, 3, 0, 15, 0, 105]


@pytest.mark.parametrize("d", [1, 2, 3])
@pytest.mark.parametrize("n", [1, 2, 3])
def test_second_wishart_moment(d, n):
    terms = [Term(fmpq(1), traces=((*S, *S),))]
    assert exact_terms_mean(terms, white(d), n)[0, 0] == n * d * (n + d + 1)


@given(st.integers(1, 2), st.integers(1, 3), seeds)
def test_second_wishart_moment_with_a_matrix_between(rationals, d, n, seed):
    rng = np.random.default_rng(seed)
    roots, B = random_roots(rationals, rng, d), rationals(rng, d, d)
    sigma, _, _ = covariances(roots)
    expected = n * (n * sigma * B * sigma + sigma * B.transpose() * sigma + trace(B * sigma) * sigma)
    assert exact_terms_mean([Term(fmpq(1), product=(*S, "B", *S))], roots, n, shape=(d, d), fixed={"B": B}) == expected


def one_step_loss(A, n, sigma, psi, noise):
    """Statement 1.3 for the prediction x_q' A X'y / n, A not symmetric."""
    K = fmpq(n + 1, n) * sigma * psi * sigma + ((trace(sigma * psi) + noise) / n) * sigma
    return trace(sigma * psi) - 2 * trace(sigma * A * sigma * psi) + trace(sigma * A * K * A.transpose())


@given(st.integers(1, 2), st.integers(1, 2), seeds)
def test_loss_of_one_preconditioned_step(rationals, d, n, seed):
    rng = np.random.default_rng(seed)
    roots, A = random_roots(rationals, rng, d), rationals(rng, d, d)
    weights = weights_from_blocks(LinearAttention(), d, {"b_y": fmpq(1), "A_x": -A.transpose()})
    assert exact_loss(LinearAttention(), weights, roots, n) == one_step_loss(A, n, *covariances(roots))


@given(st.integers(1, 2), st.integers(1, 2), seeds)
def test_a_mean_of_the_task_adds_to_its_covariance(rationals, d, n, seed):
    rng = np.random.default_rng(seed)
    roots, A, mean = random_roots(rationals, rng, d), rationals(rng, d, d), rationals(rng, d, 1)
    sigma, psi, noise = covariances(roots)
    weights = weights_from_blocks(LinearAttention(), d, {"b_y": fmpq(1), "A_x": -A.transpose()})
    expected = one_step_loss(A, n, sigma, psi + mean * mean.transpose(), noise)
    assert exact_loss(LinearAttention(), weights, replace(roots, mean=mean), n) == expected


@given(st.integers(1, 3), seeds)
def test_at_zero_weights_the_query_law_stands_alone(rationals, d, seed):
    rng = np.random.default_rng(seed)
    roots, query = random_roots(rationals, rng, d), rationals(rng, d, d)
    _, psi, _ = covariances(roots)
    weights = weights_from_blocks(LinearAttention(), d, {"b_y": fmpq(0)})
    found = exact_loss(LinearAttention(), weights, replace(roots, query=query), 2)
    assert found == trace(query.transpose() * query * psi)


def test_the_transpose_in_the_one_step_loss_matters(rationals):
    roots = random_roots(rationals, np.random.default_rng(5), 2)
    A = fmpq_mat(2, 2, [1, 2, 0, 1])
    weights = weights_from_blocks(LinearAttention(), 2, {"b_y": fmpq(1), "A_x": -A})
    assert exact_loss(LinearAttention(), weights, roots, 2) != one_step_loss(A, 2, *covariances(roots))


@pytest.mark.parametrize(("d", "n"), [(1, 1), (1, 3), (2, 2), (3, 2)])
def test_loss_of_the_read_out_optimum(d, n):
    variance = fmpq(4, 9)
    eta = 1 / (n + d + 1 + variance)
    weights = weights_from_blocks(ReadOutAttention(), d, {"u_y": fmpq(1), "N_xx": eta * identity(d)})
    assert exact_loss(ReadOutAttention(), weights, white(d, fmpq(2, 3)), n) == d * (1 - n * eta)


def test_two_layers_reach_four_steps():
    """Statement 2.8: d = 1, n = 4, L = 2 with all weights free has the loss 1/15."""
    P = (fmpq_mat(2, 2, [fmpq(-1, 5), 0, 0, fmpq(-4, 9)]), fmpq_mat(2, 2, [0, 0, 1, 0]))
    Q = (fmpq_mat(2, 2, [1, 0, 0, 0]), fmpq_mat(2, 2, [0, fmpq(-5, 18), fmpq(-20, 9), 0]))
    arrays = (tuple(np.array(m.tolist(), dtype=object) for m in matrices) for matrices in (P, Q))
    assert exact_loss(LinearAttention(2), LinearWeights(*arrays), white(1), 4) == fmpq(1, 15)


def test_letters_held_at_a_value(rationals):
    rng = np.random.default_rng(2)
    roots, X, w = random_roots(rationals, rng, 2), rationals(rng, 3, 2), rationals(rng, 2, 1)
    sigma, psi, noise = covariances(roots)
    terms = [Term(fmpq(2), product=("X", "w", "w'", "X'")), Term(fmpq(1), product=("eps", "eps'")), Term(fmpq(3))]
    rest = (noise + 3) * identity(3)
    held = exact_terms_mean(terms, roots, 3, shape=(3, 3), fixed={"X": X})
    assert held == 2 * X * psi * X.transpose() + rest
    both = exact_terms_mean(terms, roots, 3, shape=(3, 3), fixed={"X": X, "w": w})
    assert both == 2 * X * w * w.transpose() * X.transpose() + rest
    query = exact_terms_mean([Term(fmpq(1), product=("x_q", "x_q'"))], roots, 3, shape=(2, 2))
    assert query == sigma


@given(seeds)
def test_even_moments_of_the_task_need_the_whole_polynomial(rationals, seed):
    roots = random_roots(rationals, np.random.default_rng(seed), 2)
    _, psi, _ = covariances(roots)
    fourth = exact_terms_mean([Term(fmpq(1), product=("w'", "w", "w'", "w"))], roots, 1)
    assert fourth[0, 0] == trace(psi) ** 2 + 2 * trace(psi * psi)


@pytest.mark.parametrize("n", [1, 2, 3])
def test_ridge_needs_a_value_of_X(rationals, n):
    rng = np.random.default_rng(n)
    roots, X = random_roots(rationals, rng, 2), rationals(rng, n, 2)
    ridge = RidgeOperator("H", prior="Psi", noise="sigma2")
    _, psi, noise = covariances(roots)
    known = {"X": X, "Psi": psi, "sigma2": noise}
    operator = exact_terms_mean([Term(fmpq(1), product=("H",))], roots, n, shape=(2, n), fixed=known, operators=[ridge])
    gram = X * psi * X.transpose() + noise * identity(n)
    assert operator * gram == psi * X.transpose()
    with pytest.raises(InputError, match="needs a fixed value of X"):
        exact_terms_mean([Term(fmpq(1), product=("H",))], roots, n, shape=(2, n), operators=[ridge])


def test_floats_are_refused():
    weights = weights_from_blocks(LinearAttention(), 1, {"b_y": 1.0})
    with pytest.raises(InputError, match="rational weights"):
        exact_loss(LinearAttention(), weights, white(1), 1)
    with pytest.raises(InputError, match="B has floats"):
        exact_terms_mean([Term(fmpq(1), product=("B",))], white(1), 1, fixed={"B": np.eye(1)})


def test_a_sum_of_no_terms_is_zero():
    assert exact_terms_mean([], white(2), 1, shape=(2, 2)) == fmpq_mat(2, 2)
    assert prod(exact_terms_mean([Term(fmpq(3))], white(2), 1).entries()) == 3
