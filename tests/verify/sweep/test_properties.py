"""Hypotheses on one symbol are met together, and each of them is tested."""

from itertools import combinations
from random import Random

import pytest
from flint import fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra.letters import Letter
from proofs.core.errors import InputError
from proofs.core.statement import FROM_ABOVE, INTEGERS, Hypothesis, Predicate
from verify.sweep.instance import SHAPES, Shape, draw, fits, generator, satisfies
from verify.sweep.properties import NUMBERS, bounds, by_symbol, matrix_has, number_has, said_by

MATRICES = [predicate for predicate in Predicate if predicate not in NUMBERS]
SIGMA = Hypothesis("Sigma", Predicate.DIAGONAL, "")
INTEGER = Hypothesis("d", Predicate.INTEGER, "")


def on(name, *predicates):
    return tuple(Hypothesis(name, predicate, "") for predicate in predicates)


@pytest.mark.parametrize("pair", list(combinations(sorted(NUMBERS, key=str), 2)), ids=str)
@given(seed=st.integers(0, 10**6))
def test_two_hypotheses_on_a_number_are_met_together(pair, seed):
    hypotheses = on("k", *pair)
    for shape in (Shape(2, 1), Shape(3, 3), Shape(1, 2, noiseless=True)):
        if fits(hypotheses, shape):
            assert satisfies(draw(hypotheses, shape, Random(seed)), hypotheses)


@pytest.mark.parametrize("pair", list(combinations(MATRICES, 2)), ids=str)
@given(seed=st.integers(0, 10**6))
def test_two_hypotheses_on_a_matrix_are_met_together(pair, seed):
    hypotheses = (SIGMA, *on("K", *pair))
    exists = not (Predicate.FOURTH_MOMENTS in pair and Predicate.ORTHOGONAL in pair)
    for shape in (Shape(1, 1), Shape(2, 3)):
        assert satisfies(draw(hypotheses, shape, Random(seed)), hypotheses) or not exists


def test_the_sizes_of_the_data_are_those_of_the_shape():
    hypotheses = (*on("n", Predicate.INTEGER, Predicate.POSITIVE), *on("d", Predicate.POSITIVE))
    for shape in SHAPES:
        drawn = draw(hypotheses, shape, generator("sizes", 0))
        assert (drawn.numbers["n"], drawn.numbers["d"]) == (shape.n, shape.d)


@pytest.mark.parametrize("predicate", FROM_ABOVE)
def test_sizes_bounded_by_d(predicate):
    fitting = [shape for shape in SHAPES if fits(on("n", predicate), shape)]
    assert fitting == [shape for shape in SHAPES if shape.n <= shape.d - (predicate is Predicate.BELOW_D)]
    assert len({(shape.n, shape.d) for shape in fitting}) >= 3
    assert not any(fits(on("n", predicate, Predicate.ABOVE_D), shape) for shape in SHAPES)
    assert fits(on("k", predicate), Shape(2, 1)) is (predicate is Predicate.AT_MOST_D)


@given(st.sampled_from(INTEGERS), st.integers(1, 5), st.integers(0, 9))
def test_bounds_are_those_of_the_property(predicate, d, size):
    least, most = bounds(frozenset({predicate}), d)
    assert number_has(predicate, fmpq(size), d) == (least <= size and (most is None or size <= most))
    assert not number_has(predicate, fmpq(2 * size + 1, 2), d)


@pytest.mark.parametrize(
    ("predicate", "entries", "has"),
    [
        (Predicate.SYMMETRIC, [1, 2, 2, 1], True),
        (Predicate.SYMMETRIC, [1, 2, 3, 1], False),
        (Predicate.ORTHOGONAL, [0, 1, 1, 0], True),
        (Predicate.ORTHOGONAL, [1, 1, 0, 1], False),
        (Predicate.INVERTIBLE, [1, 1, 0, 1], True),
        (Predicate.INVERTIBLE, [1, 1, 1, 1], False),
        (Predicate.POSITIVE_DEFINITE, [2, 1, 1, 2], True),
        (Predicate.POSITIVE_DEFINITE, [1, 1, 1, 1], False),
        (Predicate.POSITIVE_SEMIDEFINITE, [1, 1, 1, 1], True),
        (Predicate.POSITIVE_SEMIDEFINITE, [1, 2, 2, 1], False),
        (Predicate.DIAGONAL, [2, 0, 0, 1], True),
        (Predicate.DIAGONAL, [2, 1, 1, 2], False),
        (Predicate.FOURTH_MOMENTS, [9, 0, 0, 4], True),
        (Predicate.FOURTH_MOMENTS, [9, 0, 0, 3], False),
        (Predicate.POSITIVE, [1, 2, 3, 4], True),
        (Predicate.POSITIVE, [1, 2, 0, 4], False),
        (Predicate.NONNEGATIVE, [1, 2, 0, 4], True),
        (Predicate.NONNEGATIVE, [1, 2, -1, 4], False),
        (Predicate.INTEGER, [1, 2, 3, 4], False),
        (Predicate.ANY, [0, 0, 0, 0], True),
    ],
)
def test_properties_of_matrices(predicate, entries, has):
    assert matrix_has(predicate, fmpq_mat(2, 2, entries), fmpq_mat(2, 2, [3, 0, 0, 2])) is has


@pytest.mark.parametrize("predicate", [predicate for predicate in MATRICES if predicate is not Predicate.ANY])
def test_what_is_not_square_has_no_property_of_square_matrices(predicate):
    assert not matrix_has(predicate, fmpq_mat(1, 2, [1, 1]), fmpq_mat(1, 1, [1]))
    assert matrix_has(Predicate.ANY, fmpq_mat(1, 2, [1, 1]), None)


def test_a_letter_says_what_it_is_declared():
    assert said_by(Letter("K", "d", "d", symmetric=True)) == {Predicate.SYMMETRIC}
    assert said_by(Letter("U", "d", "d", orthogonal=True)) == {Predicate.ORTHOGONAL}
    assert not said_by(Letter("A", "d", "n"))


def test_a_letter_and_a_hypothesis_are_met_together():
    letter = Letter("K", "n", "n", symmetric=True)
    drawn = draw(on("K", Predicate.INVERTIBLE), Shape(4, 2), generator("k", 0), [letter])
    found = drawn.matrices["K"]
    assert (found.nrows(), found == found.transpose(), found.det() != 0) == (4, True, True)
    with pytest.raises(InputError, match="put the hypothesis that k is an integer before that on K"):
        draw(on("K", Predicate.INVERTIBLE), Shape(4, 2), generator("k", 0), [Letter("K", "k", "k")])


def test_a_symbol_is_a_number_or_a_matrix():
    assert by_symbol(on("t", Predicate.POSITIVE, Predicate.ANY))["t"] == {Predicate.POSITIVE, Predicate.ANY}
    with pytest.raises(InputError, match="hypotheses on t: expected those of a number or those of a matrix"):
        by_symbol(on("t", Predicate.POSITIVE, Predicate.SYMMETRIC))
