"""Laws on rational points: their moments, and exact losses against the literal forward pass, point by point."""

from itertools import product
from math import prod

import numpy as np
import pytest
from flint import fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from proofs.core.errors import InputError
from proofs.core.task import LinearAttention, ReadOutAttention
from verify.simulate.arrays import array_of, as_array
from verify.simulate.exact import Roots, exact_loss, exact_terms_mean
from verify.simulate.forward import predict
from verify.simulate.support import Support, elliptical, independent
from verify.simulate.weights import LinearWeights, ReadOutWeights
from verify.simulate.words import Term
from verify.sweep.covariance import identity, matrix
from verify.sweep.strategies import generators

kappas = st.integers(1, 60).map(lambda k: fmpq(k, 12))


def powers(d: int, i: int, j: int, k: int, m: int) -> tuple[int, ...]:
    return tuple([i, j, k, m].count(place) for place in range(d))


@given(st.integers(1, 4), kappas, generators())
def test_elliptical_moments(d, kappa, rng):
    root = matrix(rng, d, d)
    support, Sigma = elliptical(root, kappa), root.transpose() * root
    least = fmpq(d, d + 2)
    if support is None:
        assert kappa <= least
        return
    assert kappa >= least
    assert sum(support.weights, fmpq(0)) == 1
    assert all(weight > 0 for weight in support.weights)
    for i, j, k, m in product(range(d), repeat=4):
        pairings = Sigma[i, j] * Sigma[k, m] + Sigma[i, k] * Sigma[j, m] + Sigma[i, m] * Sigma[j, k]
        assert support.moment(powers(d, i, j, k, m)) == kappa * pairings
    for i, j in product(range(d), repeat=2):
        assert support.moment(tuple((i, j).count(place) for place in range(d))) == Sigma[i, j]
    assert not any(support.moment(tuple(int(place == i) for place in range(d))) for i in range(d))


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(0, 40)), min_size=1, max_size=3))
def test_independent_moments(pairs):
    second = [fmpq(m2, 8) for m2, _ in pairs]
    fourth = [m2**2 + fmpq(more, 16) for m2, (_, more) in zip(second, pairs, strict=True)]
    support, d = independent(second, fourth), len(pairs)
    if support is None:
        assert any(more == 0 for _, more in pairs)
        return
    assert sum(support.weights, fmpq(0)) == 1
    assert all(weight > 0 for weight in support.weights)
    for i, j, k, m in product(range(d), repeat=4):
        counts = powers(d, i, j, k, m)
        alone = {0: fmpq(1), 1: fmpq(0), 3: fmpq(0)}
        expected = [alone.get(c, m2 if c == 2 else m4) for c, m2, m4 in zip(counts, second, fourth, strict=True)]
        assert support.moment(counts) == prod(expected, start=fmpq(1))


def test_well_known_laws():
    signs = independent([fmpq(1)], [fmpq(1)])
    assert sorted(signs.points) == [(-1,), (1,)]
    assert signs.weights == (fmpq(1, 2), fmpq(1, 2))
    sparse = independent([fmpq(1, 3)], [fmpq(1, 3)])
    assert dict(zip(sparse.points, sparse.weights, strict=True)) == {
        (fmpq(point),): weight for point, weight in ((1, fmpq(1, 6)), (-1, fmpq(1, 6)), (0, fmpq(2, 3)))
    }


@pytest.mark.parametrize(
    "support",
    [
        elliptical(identity(2), fmpq(1, 3)),
        elliptical(identity(1), fmpq(1, 4)),
        independent([fmpq(2)], [fmpq(4)]),
        independent([fmpq(1), fmpq(2)], [fmpq(3), fmpq(3)]),
    ],
)
def test_moments_that_no_law_on_rational_points_has(support):
    assert support is None


def literal_loss(model, weights, support: Support, n: int, d: int, psi: fmpq_mat, noise: fmpq) -> fmpq:
    """The mean over all (n + 1)-tuples of points and over w and eps, whose white entries are in -2, ..., 2."""
    three = ((fmpq(0), fmpq(1, 2)), (fmpq(1), fmpq(1, 6)), (fmpq(-1), fmpq(1, 6)), (fmpq(2), fmpq(1, 12)))
    normal = (*three, (fmpq(-2), fmpq(1, 12)))
    total = fmpq(0)
    for rows in product(zip(support.points, support.weights, strict=True), repeat=n + 1):
        X = array_of((1, n, d), [entry for point, _ in rows[:n] for entry in point])
        x_q = array_of((1, d), rows[n][0])
        for white in product(normal, repeat=d + n):
            v = fmpq_mat(d, 1, [z for z, _ in white[:d]])
            w = as_array(psi.transpose() * v)[None]
            eps = array_of((1, n), [noise * z for z, _ in white[d:]])
            error = predict(model, weights, X, (X @ w)[..., 0] + eps, x_q)[0] - (x_q @ w[0])[0, 0]
            total += prod((weight for _, weight in (*rows, *white)), start=fmpq(1)) * error * error
    return total


@pytest.mark.parametrize(
    ("model", "n", "support"),
    [
        (LinearAttention(), 2, independent([fmpq(1)], [fmpq(1)])),
        (LinearAttention(), 1, independent([fmpq(1, 3)], [fmpq(1, 3)])),
        (LinearAttention(), 2, elliptical(fmpq_mat(1, 1, [2]), fmpq(4, 3))),
        (ReadOutAttention(), 2, independent([fmpq(1, 3)], [fmpq(1, 3)])),
        (LinearAttention(), 1, independent([fmpq(1), fmpq(1)], [fmpq(1), fmpq(4)])),
    ],
)
def test_exact_losses_point_by_point(rationals, model, n, support):
    """Labels are linear in w and eps and the error is quadratic, so a law with four Gaussian moments will do."""
    d = len(support.points[0])
    rng = np.random.default_rng(n)
    if isinstance(model, ReadOutAttention):
        weights = ReadOutWeights(as_array(rationals(rng, d + 1, 1))[:, 0], as_array(rationals(rng, d + 1, d + 1)))
    else:
        weights = LinearWeights(*((as_array(rationals(rng, d + 1, d + 1)),) for _ in "PQ"))
    root, noise = rationals(rng, d, d), fmpq(1, 2)
    roots = Roots(identity(d), root, noise, support=support)
    assert exact_loss(model, weights, roots, n) == literal_loss(model, weights, support, n, d, root, noise)


def test_means_with_inputs_held_fixed_leave_the_query_random():
    support = independent([fmpq(1)], [fmpq(7)])
    roots, X = Roots(identity(1), identity(1), fmpq(0), support=support), fmpq_mat(2, 1, [3, 4])
    fourth = [Term(fmpq(1), product=("x_q", "x_q'", "X'", "X", "x_q", "x_q'"))]
    assert exact_terms_mean(fourth, roots, 2, fixed={"X": X})[0, 0] == 7 * 25
    assert exact_terms_mean([Term(fmpq(1), traces=(("X'", "X", "X'", "X"),))], roots, 2)[0, 0] == 2 * 7 + 2


def test_a_finite_support_is_not_sampled():
    roots = Roots(identity(1), identity(1), fmpq(0), support=independent([fmpq(1)], [fmpq(1)]))
    with pytest.raises(InputError, match="averaged exactly"):
        roots.population(2)
