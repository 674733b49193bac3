"""Letters of operators have the values that X gives them; inverses of what nothing is assumed exist."""

import pytest
from flint import fmpq, fmpq_mat
from hypothesis import given

from proofs.algebra import inverse, matrix, scalar, symmetric, trace, vector
from proofs.algebra.evaluation import evaluate
from proofs.core.derivation import Definition
from proofs.core.errors import InputError
from proofs.core.statement import Hypothesis, Predicate
from proofs.core.task import GramOperator, RidgeOperator
from proofs.moments.inverse_wishart import gram
from proofs.moments.ridge import ridge
from verify.sweep.completion import complete
from verify.sweep.instance import Shape, draw, generator
from verify.sweep.strategies import generators, shapes

X, w, Psi, t, s = matrix("X", "n", "d"), vector("w", "d"), symmetric("Psi", "d"), scalar("t"), scalar("s")
HYPOTHESES = (
    Hypothesis("Psi", Predicate.POSITIVE_DEFINITE, ""),
    Hypothesis("s", Predicate.POSITIVE, ""),
)
RIDGE = RidgeOperator("H", "Psi", "s")
H, EQUATION = ridge(RIDGE)
G, _ = gram(GramOperator())


def completed(expressions, shape, rng, operators, given=()):
    letters = sorted({letter for item in expressions for letter in item.letters})
    drawn = draw(HYPOTHESES, shape, rng, letters)
    return complete(drawn, letters, ("s",), given, rng, operators)


@given(shapes(largest_n=4, largest_d=3), generators())
def test_the_ridge_operator_satisfies_its_equation(shape, rng):
    whole = completed([H, X, Psi], shape, rng, [RIDGE])
    left, right = (evaluate(side, whole.matrices, whole.numbers) for side in (EQUATION.left, EQUATION.right))
    assert left == right


@given(shapes(largest_n=4, largest_d=3), generators())
def test_an_inverse_prior_is_inverted(shape, rng):
    operator = RidgeOperator("H", "Psi^-1", "s")
    letter, equation = ridge(operator)
    whole = completed([letter, X, inverse(Psi)], shape, rng, [operator])
    left, right = (evaluate(side, whole.matrices, whole.numbers) for side in (equation.left, equation.right))
    assert left == right


@given(generators())
def test_the_gram_matrix_and_its_inverse(rng):
    whole = completed([inverse(G), X], Shape(3, 2), rng, [GramOperator()])
    assert whole.matrices["G"] == whole.matrices["X"].transpose() * whole.matrices["X"]
    assert whole.matrices["G^-1"] * whole.matrices["G"] == fmpq_mat(2, 2, [1, 0, 0, 1])


@given(generators())
def test_a_singular_gram_matrix_has_no_inverse(rng):
    completed([G, X], Shape(1, 2), rng, [GramOperator()])
    with pytest.raises(ZeroDivisionError, match="G is singular"):
        completed([inverse(G), X], Shape(1, 2), rng, [GramOperator()])


@given(generators())
def test_an_abbreviation_may_hold_an_operator(rng):
    whole = completed([H, X], Shape(2, 2), rng, [RIDGE], (Definition(t, trace(H @ X)),))
    product = whole.matrices["H"] * whole.matrices["X"]
    assert whole.numbers["t"] == product[0, 0] + product[1, 1]


@given(generators())
def test_no_hypothesis_gives_an_operator_another_value(rng):
    hypotheses = (*HYPOTHESES, Hypothesis("G", Predicate.POSITIVE_DEFINITE, ""))
    drawn = draw(hypotheses, Shape(3, 2), rng, G.letters)
    whole = complete(drawn, [*G.letters, *X.letters], (), (), rng, [GramOperator()])
    assert whole.matrices["G"] == whole.matrices["X"].transpose() * whole.matrices["X"]
    assert "G" not in whole.roots


@pytest.mark.parametrize(
    ("operator", "says"),
    [
        (
            RidgeOperator("H", "Omega", "s"),
            "H is made of Omega, which has no value: add a hypothesis, e.g. that Omega is",
        ),
        (
            RidgeOperator("H", "Psi", "tau"),
            "H is made of tau, which has no value: add a hypothesis, e.g. that tau is >= 0",
        ),
    ],
    ids=str,
)
def test_what_an_operator_is_made_of_needs_a_value(operator, says):
    with pytest.raises(InputError, match=says):
        completed([ridge(operator)[0]], Shape(2, 2), generator("h", 0), [operator])


def test_an_inverse_alone_is_that_of_something():
    A = matrix("A", "d", "d")
    whole = completed([inverse(A)], Shape(2, 3), generator("a", 0), [])
    assert whole.matrices["A"].det() != fmpq(0)
