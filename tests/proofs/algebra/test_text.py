"""Polynomials in plain text, in the order of their canonical form."""

import pytest
from flint import fmpq

from proofs.algebra import identity, matrix, scalar, symmetric, trace, vector
from proofs.algebra.letters import Alphabet, Letter
from proofs.algebra.symbols import number, zero
from proofs.algebra.text import closed_text, plain_text, word_text

A, S, v = matrix("A", "d", "d"), symmetric("S", "d"), vector("v", "d")
n = scalar("n")


@pytest.mark.parametrize(
    ("polynomial", "text"),
    [
        (zero("d", "d"), "0"),
        (number(0), "0"),
        (number(fmpq(-3, 2)), "-3/2"),
        (identity("d") * n, "n I"),
        (-A.T @ S, "-A' S"),
        (trace(A @ A), "tr(A A)"),
        (v.T @ A @ v, "(v' A v)"),
        (2 * n**2 * A, "2 n^2 A"),
        (A / n - fmpq(1, 2) * S, "n^-1 A - 1/2 S"),
        (v @ v.T, "v v'"),
    ],
    ids=str,
)
def test_plain_text(polynomial, text):
    assert plain_text(polynomial.terms, polynomial.alphabet, polynomial.is_scalar) == text
    assert str(polynomial) == text


def test_words():
    alphabet = Alphabet([Letter("A", "d", "d"), Letter("v", "d", "1")])
    a, w = alphabet.code["A"], alphabet.code["v"]
    assert word_text(bytes([a, a + 1, w]), alphabet) == "A A' v"
    assert closed_text(bytes([a, a]), alphabet) == "tr(A A)"
    assert closed_text(bytes([w + 1, a, w]), alphabet) == "(v' A v)"
