"""What a formula mentions as it was typed, beside what is left of it."""

import pytest

from proofs.algebra import identity, inverse, matrix, orthogonal, scalar, symmetric, trace
from proofs.algebra.mention import divisors, mentioned

A, S, U = matrix("A", "d", "d"), symmetric("S", "d"), orthogonal("U", "d")
s, t, n = scalar("s"), scalar("t"), scalar("n")


@pytest.mark.parametrize(
    ("whole", "names"),
    [
        (A @ S, {"A", "S"}),
        (inverse(S) @ S, {"S", "S^-1"}),
        (trace(U @ A @ U.T), {"A", "U"}),
        (U @ U.T, {"U"}),
        (identity("d") * s, set()),
    ],
)
def test_letters_that_cancel_are_mentioned(whole, names):
    assert {letter.name for letter in mentioned(whole)} == names


def test_of_a_long_formula_all_that_went_in_is_mentioned():
    long = sum((U @ A @ U.T @ A for _ in range(30)), A)
    assert long.written is None
    assert {letter.name for letter in mentioned(long)} == {"A", "U"}


@pytest.mark.parametrize(
    ("whole", "names"),
    [(s / t, {"t"}), (s / s, {"s"}), (s * t, set()), (A / n, {"n"}), (s * (t / s), {"s"})],
)
def test_what_is_divided_by(whole, names):
    assert divisors(whole) == names
