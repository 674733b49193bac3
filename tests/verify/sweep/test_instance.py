"""Instances: every hypothesis satisfied, abbreviations evaluated, everything else drawn, from seeds."""

import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import identity, inverse, matrix, orthogonal, scalar, symmetric, trace, vector
from proofs.algebra.evaluation import evaluate, value
from proofs.core.certificate import is_definite, is_semidefinite
from proofs.core.derivation import Definition, DiagonalPart, Reciprocal
from proofs.core.errors import InputError
from proofs.core.statement import Hypothesis, Predicate
from verify.simulate.support import independent
from verify.sweep import covariance
from verify.sweep.completion import complete
from verify.sweep.covariance import Style
from verify.sweep.instance import SHAPES, Shape, draw, fits, generator, satisfies
from verify.sweep.strategies import generators, instances, shapes

n, d, t, s, eta = (scalar(name) for name in ("n", "d", "t", "s", "eta"))
Sigma, Psi, K, T = (symmetric(name, "d") for name in ("Sigma", "Psi", "K", "T"))
A, X, U, w = matrix("A", "d", "d"), matrix("X", "n", "d"), orthogonal("U", "d"), vector("w", "d")
HYPOTHESES = (
    Hypothesis("n", Predicate.INTEGER, ""),
    Hypothesis("d", Predicate.INTEGER, ""),
    Hypothesis("k", Predicate.INTEGER, ""),
    Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, ""),
    Hypothesis("Psi", Predicate.POSITIVE_SEMIDEFINITE, ""),
    Hypothesis("Lambda", Predicate.DIAGONAL, ""),
    Hypothesis("U", Predicate.ORTHOGONAL, ""),
    Hypothesis("sigma2", Predicate.NONNEGATIVE, ""),
    Hypothesis("gamma", Predicate.POSITIVE, ""),
)


@given(shapes(), generators())
def test_hypotheses_hold(shape, rng):
    drawn = draw(HYPOTHESES, shape, rng)
    matrices, numbers, d = drawn.matrices, drawn.numbers, shape.d
    assert is_definite(matrices["Sigma"])
    assert is_semidefinite(matrices["Psi"])
    assert is_definite(matrices["Lambda"])
    assert matrices["Lambda"] == covariance.diagonal([matrices["Lambda"][i, i] for i in range(d)])
    assert matrices["U"] * matrices["U"].transpose() == covariance.identity(d)
    assert (numbers["n"], numbers["d"]) == (shape.n, d)
    assert numbers["k"] >= d
    assert numbers["gamma"] > 0
    assert (numbers["sigma2"] == 0) == shape.noiseless
    assert all(matrices[name] == root.transpose() * root for name, root in drawn.roots.items())
    assert all(numbers[name] == root**2 for name, root in drawn.noise_roots.items())


@given(shapes(), generators())
def test_fourth_moments_are_those_of_a_law(shape, rng):
    hypotheses = (Hypothesis("Sigma", Predicate.DIAGONAL, ""), Hypothesis("Q", Predicate.FOURTH_MOMENTS, ""))
    drawn = draw(hypotheses, shape, rng)
    Sigma, Q = drawn.matrices["Sigma"], drawn.matrices["Q"]
    assert covariance.diagonal_part(Q) == Q
    assert is_semidefinite(Q - Sigma**2)
    assert satisfies(drawn, hypotheses)
    second, fourth = ([matrix[i, i] for i in range(shape.d)] for matrix in (Sigma, Q))
    assert independent(second, fourth) is not None
    drawn.matrices["Q"] = Q - Sigma**2 * fmpq(Q[0, 0] / Sigma[0, 0] ** 2)
    assert satisfies(drawn, hypotheses) == is_semidefinite(drawn.matrices["Q"] - Sigma**2)


def test_fourth_moments_need_second_ones():
    with pytest.raises(InputError, match="diagonal Sigma"):
        draw((Hypothesis("Q", Predicate.FOURTH_MOMENTS, ""),), Shape(2, 2), generator("q", 0))


def test_a_diagonal_part_is_evaluated():
    F = symmetric("F", "d")
    drawn = draw(HYPOTHESES, Shape(2, 2), generator("part", 0))
    whole = complete(drawn, F.letters, (), (DiagonalPart(F, Sigma @ Psi),), generator("part", 1))
    product = drawn.matrices["Sigma"] * drawn.matrices["Psi"]
    assert whole.matrices["F"] == covariance.diagonal([product[0, 0], product[1, 1]])


@given(shapes(), generators())
def test_the_styles_are_those_of_the_first_and_second_covariance(shape, rng):
    drawn = draw(HYPOTHESES, shape, rng)
    assert (drawn.matrices["Psi"].rank() < shape.d) == (shape.second is Style.SINGULAR and shape.d > 1)
    if shape.first is Style.IDENTITY:
        assert drawn.matrices["Sigma"] == covariance.identity(shape.d)


GIVEN = (
    Definition(t, (trace(Sigma @ Psi) + s) / n),
    Definition(K, Sigma @ Psi @ Sigma + t * Sigma),
    Definition(T, K @ A @ A.T @ K),
    Reciprocal(eta, n + d + 1 + t),
)


@given(shapes(), generators())
def test_abbreviations_have_the_values_of_what_they_stand_for(shape, rng):
    involved = [T, X @ w, eta * A]
    letters = {letter for item in involved for letter in item.letters}
    whole = complete(draw(HYPOTHESES, shape, rng), sorted(letters), ["eta", "s"], GIVEN, rng)
    for item in GIVEN[1:3]:
        assert evaluate(item.symbol, whole.matrices, whole.numbers) == evaluate(
            item.value, whole.matrices, whole.numbers
        )
    assert whole.numbers["t"] == value(GIVEN[0].value, whole.matrices, whole.numbers)
    assert whole.numbers["eta"] * value(GIVEN[3].of, whole.matrices, whole.numbers) == 1
    assert "K" not in whole.roots
    assert (whole.matrices["X"].nrows(), whole.matrices["X"].ncols()) == (shape.n, shape.d)


@given(st.data())
def test_everything_that_occurs_has_a_value(data):
    some = X @ A @ U @ inverse(Sigma) @ K @ w * s
    whole = data.draw(instances(HYPOTHESES, some.letters, some.scalars))
    found = evaluate(some, whole.matrices, whole.numbers)
    assert (found.nrows(), found.ncols()) == (whole.shape.n, 1)
    assert whole.matrices["K"] == whole.matrices["K"].transpose()
    assert whole.matrices["U"] * whole.matrices["U"].transpose() == covariance.identity(whole.shape.d)


def test_a_dimension_without_a_hypothesis_is_misuse():
    rng = generator("some", 0)
    drawn = draw((), Shape(2, 2), rng)
    with pytest.raises(InputError, match="the dimension k has no value: add a hypothesis"):
        complete(drawn, matrix("B", "k", "d").letters, (), (), rng)


@pytest.mark.parametrize(
    ("predicate", "symbol", "fitting"),
    [
        (Predicate.AT_LEAST_TWO, "d", [shape for shape in SHAPES if shape.d >= 2]),
        (Predicate.AT_LEAST_TWO, "n", [shape for shape in SHAPES if shape.n >= 2]),
        (Predicate.AT_LEAST_TWO, "k", list(SHAPES)),
        (Predicate.INTEGER, "d", list(SHAPES)),
    ],
    ids=str,
)
def test_shapes_are_as_large_as_the_hypotheses_ask(predicate, symbol, fitting):
    hypothesis = Hypothesis(symbol, predicate, "")
    assert [shape for shape in SHAPES if fits((hypothesis,), shape)] == fitting


def test_the_listed_shapes_hold_every_special_case():
    styles = {style for shape in SHAPES for style in (shape.first, shape.second)}
    assert styles >= set(Style) - {Style.STRETCHED}
    assert any(shape.n < shape.d for shape in SHAPES)
    assert any(shape.d == 1 for shape in SHAPES)
    assert any(shape.n == 1 for shape in SHAPES)
    assert any(shape.noiseless for shape in SHAPES)


@given(shapes(), st.integers(0, 10**6))
def test_the_same_seed_gives_the_same_instance(shape, seed):
    first, same = (draw(HYPOTHESES, shape, generator("a.b/claim", seed)) for _ in range(2))
    assert str(first) == str(same)
    assert generator("a.b", seed).random() != generator("a.c", seed).random() != generator("a.c", seed + 1).random()


@given(shapes(largest_n=5, largest_d=3, most_entries=6))
def test_shapes_are_within_their_bounds(shape):
    assert 1 <= shape.n <= 5
    assert 1 <= shape.d <= 3
    assert shape.n * shape.d <= 6


def test_words():
    whole = complete(
        draw(HYPOTHESES[:2], Shape(1, 1), generator("a", 0)), identity("d").letters, (), (), generator("a", 0)
    )
    assert str(whole) == "n = 1, d = 1"
    assert str(Shape(2, 3, Style.REPEATED, noiseless=True)) == "n = 2, d = 3, repeated eigenvalues / generic, no noise"
    drawn = draw((*HYPOTHESES[:2], HYPOTHESES[-1]), Shape(1, 2), generator("a", 0))
    assert drawn.only(["nothing"]) == "n = 1, d = 2"
    assert drawn.numbers["gamma"] == fmpq(drawn.noise_roots["gamma"] ** 2)
