"""Sampled means of words against exact ones."""

import numpy as np
import pytest
from flint import fmpq, fmpq_mat

from proofs.core.errors import InputError, ShapeError
from proofs.core.task import RidgeOperator
from verify.simulate.arrays import as_floats
from verify.simulate.estimate import bonferroni
from verify.simulate.exact import Roots, exact_terms_mean
from verify.simulate.sampling import Population, generator
from verify.simulate.words import Term, sampled_mean

WHITE = Population(2, np.eye(2), np.eye(2), 1.0)
S = ("X'", "X")
TERMS = {
    "gram": ((2, 2), [Term(fmpq(1, 3), product=(*S, "B", *S)), Term(fmpq(-2), product=("B'",))]),
    "traces": ((1, 1), [Term(fmpq(1, 2), traces=((*S, "B"), S)), Term(fmpq(7))]),
    "labels": ((2, 1), [Term(fmpq(1), (("eps", "eps'"),), (*S, "w", "w'", "v")), Term(fmpq(1), product=("X'", "eps"))]),
    "query": ((2, 2), [Term(fmpq(1), product=("x_q", "x_q'", "B", "x_q", "x_q'"))]),
    "identity": ((2, 2), [Term(fmpq(1), traces=(("w", "w'"),))]),
}


@pytest.mark.parametrize("held", [(), ("X",), ("w", "eps"), ("X", "w", "eps", "x_q")])
@pytest.mark.parametrize("name", TERMS)
def test_the_sample_agrees_with_the_exact_mean(rationals, name, held):
    rng = np.random.default_rng(4)
    roots = Roots(rationals(rng, 2, 2), rationals(rng, 2, 2), fmpq(1, 2))
    fixed = {"B": rationals(rng, 2, 2), "v": rationals(rng, 2, 1)}
    random = {"X": rationals(rng, 3, 2), "w": rationals(rng, 2, 1), "eps": rationals(rng, 3, 1), "x_q": fixed["v"]}
    fixed |= {letter: random[letter] for letter in held}
    shape, terms = TERMS[name]
    sampled = sampled_mean(terms, roots.population(3), 20_000, generator(name, 0), shape=shape, fixed=fixed)
    expected = as_floats(exact_terms_mean(terms, roots, 3, shape=shape, fixed=fixed))
    assert sampled.mean.shape == shape
    assert np.abs(sampled.z(expected)).max() < bonferroni(20 * expected.size)
    assert np.abs(sampled.z(expected + 1.0 + np.abs(expected))).max() > 10


@pytest.mark.parametrize("n", [1, 2, 4])
@pytest.mark.parametrize("noise", [fmpq(0), fmpq(1, 4)])
def test_ridge_operators_of_a_held_X(rationals, n, noise):
    rng = np.random.default_rng(n)
    roots = Roots(rationals(rng, 2, 2), rationals(rng, 2, 2), fmpq(1, 2))
    fixed = {"X": rationals(rng, n, 2), "Psi": roots.T.transpose() * roots.T, "sigma2": noise}
    ridge = RidgeOperator("H", prior="Psi", noise="sigma2")
    terms = [Term(fmpq(1), product=("X", "H"))]
    expected = as_floats(exact_terms_mean(terms, roots, n, shape=(n, n), fixed=fixed, operators=[ridge]))
    sampled = sampled_mean(
        terms, roots.population(n), 4, generator("ridge", 0), shape=(n, n), fixed=fixed, operators=[ridge]
    )
    np.testing.assert_allclose(sampled.mean, expected, rtol=1e-9, atol=1e-12)


def test_least_squares_projects_on_the_rows_of_X():
    """n = 2 < d = 3 without noise: tr(H X) is 2 in every sample."""
    population = Population(2, np.diag([4.0, 1.0, 0.25]), np.eye(3))
    sampled = sampled_mean(
        [Term(fmpq(1), traces=(("H", "X"),))], population, 100, generator("rows", 0), operators=[RidgeOperator("H")]
    )
    assert abs(sampled.z(2.0)[0, 0]) < 1


def test_what_cancels_sample_by_sample_is_zero():
    terms = [Term(fmpq(10**6), traces=((*S, *S),)), Term(fmpq(-(10**6)), traces=(("X", "X'", "X", "X'"),))]
    assert abs(sampled_mean(terms, WHITE, 1000, generator("zero", 0)).z(0.0)[0, 0]) < 1


def test_a_sum_of_no_terms_is_zero():
    assert sampled_mean([], WHITE, 10, generator("none", 0)).z(0.0) == 0


def test_vectors_may_be_flat():
    sampled = sampled_mean(
        [Term(fmpq(1), product=("v'", "v"))], WHITE, 2, generator("", 0), fixed={"v": np.array([3.0, 4.0])}
    )
    assert sampled.mean[0, 0] == 25.0


@pytest.mark.parametrize(
    ("term", "error", "message"),
    [
        (Term(fmpq(1), product=("C",)), InputError, "no value is given for the letter C"),
        (Term(fmpq(1), product=("X'", "w")), ShapeError, "does not fit"),
        (Term(fmpq(1), product=("X",)), ShapeError, "must have shape"),
        (Term(fmpq(1), traces=(("X'", "eps"),)), ShapeError, "square"),
    ],
)
def test_misuse_is_named(term, error, message):
    population = Population(3, np.eye(2), np.eye(2))
    with pytest.raises(error, match=message):
        sampled_mean([term], population, 10, generator("misuse", 0))


def test_more_misuse_is_named():
    with pytest.raises(ShapeError, match="empty product is square"):
        sampled_mean([Term(fmpq(1))], WHITE, 10, generator("misuse", 0), shape=(2, 1))
    with pytest.raises(InputError, match="H needs the value of Psi"):
        sampled_mean([], WHITE, 10, generator("misuse", 0), operators=[RidgeOperator("H", prior="Psi")])


def test_exact_values_serve_both_roads():
    assert as_floats(fmpq_mat(1, 2, [fmpq(1, 2), 3])).tolist() == [[0.5, 3.0]]
