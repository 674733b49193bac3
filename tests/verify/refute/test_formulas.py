"""Formulas and abbreviations next to a given one: they are others, of the same shape, each told in other words."""

import pytest

from proofs.algebra import identity, matrix, scalar, symmetric, trace
from proofs.algebra.symbols import number
from proofs.core.derivation import Definition, Reciprocal
from verify.refute.formulas import abbreviations, formulas

n, d, t, eta = scalar("n"), scalar("d"), scalar("t"), scalar("eta")
A, Sigma, K = matrix("A", "d", "d"), symmetric("Sigma", "d"), symmetric("K", "d")
FORMULAS = [
    n * Sigma,
    (n + 1) / n * A @ Sigma + trace(Sigma) / n * A,
    trace(Sigma),
    number(0),
    Sigma * 0,
    number(3),
    eta * n * d,
    identity("d"),
]


@pytest.mark.parametrize("formula", FORMULAS, ids=str)
def test_a_changed_formula_is_another_one(formula):
    found = list(formulas(formula))
    assert found
    assert all(changed != formula and changed.shape == formula.shape for _, changed in found)
    assert len({text for text, _ in found}) == len(found)


def test_constants_are_shifted():
    changes = dict(formulas((n + 1) / n * Sigma + d * A))
    assert changes["n -> n+1"] == ((n + 2) * Sigma + (n + 1) * d * A) / n
    assert changes["d -> d+1"] == (n + 1) / n * Sigma + (d + 1) * A
    assert changes["transposed"] == (n + 1) / n * Sigma + d * A.T
    assert "transposed" not in dict(formulas(Sigma))


def test_a_change_that_an_abbreviation_undoes_is_left_out():
    cancels = n * K - n * t * Sigma + d * Sigma
    assert "n -> n+1" in dict(formulas(cancels))
    assert "n -> n+1" not in dict(formulas(cancels, (Definition(K, t * Sigma),)))
    assert "d -> d+1" in dict(formulas(cancels, (Definition(K, t * Sigma),)))


def test_abbreviations_are_shifted_one_at_a_time():
    given = (Definition(t, trace(Sigma) / n), Definition(K, Sigma @ Sigma), Reciprocal(eta, n + d + 1))
    found = dict(abbreviations(given))
    assert "n -> n+1 in K" not in found
    assert found["n -> n+1 in eta"] == (*given[:2], Reciprocal(eta, n + d + 2))
