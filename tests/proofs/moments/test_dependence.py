"""What a claim holds, and what enters it through abbreviations.

That claims are refused where an abbreviation is random is tested in test_preconditions.py.
"""

import pytest
import sympy as sp

from proofs.algebra import inverse, matrix, orthogonal, scalar, symmetric, trace, vector
from proofs.algebra.letters import Letter
from proofs.algebra.symbols import as_polynomial
from proofs.core.claims import Equality, Minimum, Square
from proofs.core.derivation import Definition, DiagonalPart, Reciprocal
from proofs.core.functions import Functions
from proofs.core.task import Task
from proofs.entrywise.sums import Symbol
from proofs.moments.dependence import (
    depends_on,
    is_free_of_data,
    laws,
    names_of,
    polynomials,
    symbols_in,
    symbols_of,
    value_of,
)
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean

A, X, Sigma = matrix("A", "d", "d"), matrix("X", "n", "d"), symmetric("Sigma", "d")
n, t, s, v = scalar("n"), scalar("t"), scalar("s"), vector("v", "d")
LAW = Gaussian(X, column_covariance=Sigma)
MEAN = Equality(name="c", left=Mean(X.T @ X, (LAW,)), right=n * Sigma)


def test_laws_and_polynomials_are_found_inside():
    assert laws(MEAN) == [LAW]
    assert {X.T @ X, n * Sigma, X, Sigma} <= set(polynomials(MEAN))
    nested = Minimum(
        name="m", objective=t, minimizer=((t, s),), value=s, squares=(Square(t - s, weight=n, over=(LAW,)),)
    )
    assert laws(nested) == [LAW]
    assert {t, s, t - s, n} <= set(polynomials(nested))


@pytest.mark.parametrize(
    ("whole", "names"),
    [
        (MEAN, {"X", "Sigma", "n", "d"}),
        (inverse(Sigma), {"Sigma", "Sigma^-1", "d"}),
        (Task("Sigma^-1", "", "sigma2"), {"Sigma", "sigma2", "n", "d"}),
        (Functions("mu", "q", "p"), {"mu", "q", "p", "n", "d"}),
        (Symbol("A", ("n", "k")), {"A", "n", "k"}),
        (sp.Symbol("z") ** 2, {"z"}),
        ((t, (s, frozenset({v}))), {"t", "s", "v", "d"}),
        ("a text", set()),
    ],
)
def test_names_of_all_symbols(whole, names):
    assert symbols_in(whole) == names


def test_a_letter_brings_what_it_depends_on():
    H = as_polynomial(Letter("H", "d", "n", depends_on=frozenset({"X"})))
    assert symbols_of(H) >= {"H", "X", "d", "n"}
    assert symbols_of(t * s, apart_from="t") == {"s"}


def test_a_symbol_has_one_name():
    assert names_of(A) == {"A"}
    assert names_of(t) == {"t"}


@pytest.mark.parametrize(
    ("item", "value"), [(Definition(t, s * n), s * n), (Reciprocal(t, n + 1), n + 1), (DiagonalPart(Sigma, A), A)]
)
def test_what_an_abbreviation_stands_for(item, value):
    assert value_of(item) == value


def test_what_enters_through_abbreviations_of_abbreviations():
    given = (Definition(t, trace(Sigma) * s), Definition(s, n + 1), Definition(scalar("r"), trace(A)))
    assert depends_on({"t"}, given) - {""} == {"t", "s", "n", "Sigma", "d"}
    assert depends_on({"A"}, given) == {"A"}


def test_weights_are_free_of_data():
    given = (Definition(t, trace(X.T @ X)), Definition(s, n + 1))
    claim = Equality(name="c", left=A, right=A, abbreviations=given)
    assert is_free_of_data(s * A, claim)
    for value in (
        X.T @ X,
        t * A,
        vector("w", "d") @ v.T,
        as_polynomial(Letter("H", "d", "d", depends_on=frozenset({"X"}))),
    ):
        assert not is_free_of_data(value, claim)
    averaged = Equality(name="c", left=Mean(v @ v.T, (Gaussian(v),)), right=A)
    assert not is_free_of_data(v @ v.T, averaged)


def test_a_letter_that_cancels_is_a_symbol_of_the_claim():
    U, A = orthogonal("U", "d"), matrix("A", "d", "d")
    claim = Equality(name="c", left=trace(U @ A @ U.T), right=trace(A))
    assert symbols_in(claim) == {"U", "A", "d"}
