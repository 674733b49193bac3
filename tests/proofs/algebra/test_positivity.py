"""Visible positivity: tables both ways, and never a false yes at random positive matrices."""

import random

import pytest
from flint import fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import identity, inverse, matrix, scalar, symmetric, trace, vector
from proofs.algebra.evaluation import evaluate, value
from proofs.algebra.positivity import Signs, signs
from proofs.algebra.symbols import number, zero
from proofs.core.statement import Hypothesis, Predicate

A, X, v, w = matrix("A", "d", "d"), matrix("X", "n", "d"), vector("v", "d"), vector("w", "d")
P, Q, R, S, T = (symmetric(name, "d") for name in "PQRST")
c, s, t, n, d = (scalar(name) for name in "cstnd")
SIGNS = Signs(frozenset("PQR"), frozenset("S"), frozenset("cd"), frozenset("s"))

DEFINITE = [
    P, inverse(P), P @ Q @ P, c * P, P + S, trace(P), trace(P @ Q), trace(inverse(P) @ Q), P / c, number(2), c / d,
    trace(P @ Q @ P @ R), P @ Q @ R @ Q @ P, n * trace(P), trace(P) * trace(Q) * P, identity("d"), trace(P) + t**2,
]  # fmt: skip
NONNEGATIVE = [
    S, X.T @ X, X.T @ X @ S @ X.T @ X, A @ P @ A.T, v @ v.T, v.T @ v, v.T @ P @ v, s * P, t**2 * P, trace(S @ P),
    trace(X.T @ X @ P), trace(A @ S @ A.T @ v @ v.T), (v.T @ A @ w) ** 2, trace(A) ** 2 * S, trace(A @ P @ A.T @ Q),
    trace(P @ Q @ R) ** 2, s, t.reciprocal() ** 2, zero("d", "d"), zero("1", "1"),
]  # fmt: skip
UNKNOWN = [
    A, T, -P, P - Q, P @ Q + Q @ P, t * P, P / s, trace(A), trace(T @ P), trace(P @ Q @ R), trace(P @ Q @ R) ** 3,
    v.T @ w, v.T @ A @ v, trace(A @ A), inverse(S), n - 1, v @ w.T + w @ v.T, trace(v @ w.T) * P, trace(inverse(T)),
]  # fmt: skip


@pytest.mark.parametrize("polynomial", DEFINITE, ids=str)
def test_definite(polynomial):
    signs = Signs(SIGNS.definite, SIGNS.semidefinite, SIGNS.positive | {"n"}, SIGNS.nonnegative)
    assert signs.is_nonnegative(polynomial)
    assert signs.is_definite(polynomial)


@pytest.mark.parametrize("polynomial", NONNEGATIVE, ids=str)
def test_nonnegative_only(polynomial):
    assert SIGNS.is_nonnegative(polynomial)
    assert not SIGNS.is_definite(polynomial)


@pytest.mark.parametrize("polynomial", UNKNOWN, ids=str)
def test_unknown(polynomial):
    assert not SIGNS.is_nonnegative(polynomial)
    assert not SIGNS.is_definite(polynomial)


FROM_ONE = Signs(SIGNS.definite, SIGNS.semidefinite, SIGNS.positive | {"n"}, SIGNS.nonnegative, integers=frozenset("n"))


@pytest.mark.parametrize(
    ("polynomial", "nonnegative", "definite"),
    [
        ((n - 1) / n * S + P, True, True),
        ((n - 1) / n * P, True, False),
        ((n - 1 + c) / n * P + s * S, True, True),
        ((n - 1) * S - trace(P) * S + P, False, False),
        ((n - 2) / n * P, False, False),
        ((n - 1) * T + P, False, False),
        ((n - 1) * (P - Q) + Q, False, False),
        ((n - 1) * trace(A), False, False),
        ((s - t) * P + t * P, True, False),
        ((n - 1) * trace(A) ** 2 + n, True, True),
        ((n - s) * P, False, False),
    ],
    ids=str,
)
def test_coefficients_over_integers_from_one(polynomial, nonnegative, definite):
    assert FROM_ONE.is_nonnegative(polynomial) is nonnegative
    assert FROM_ONE.is_definite(polynomial) is definite


def positive_point(seed):
    """Positive definite P, Q, R close to rank one, so that products of three have traces of either sign."""
    draw = random.Random(seed)
    matrices = {}
    for name in "PQRS":
        x, y = draw.randint(-3, 3), draw.randint(-3, 3)
        small = fmpq(0) if name == "S" else fmpq(1, 50)
        matrices[name] = fmpq_mat(2, 2, [x * x + small, x * y, x * y, y * y + small])
    matrices["A"] = fmpq_mat(2, 2, [draw.randint(-3, 3) for _ in range(4)])
    matrices["v"] = fmpq_mat(2, 1, [draw.randint(-3, 3) for _ in range(2)])
    return matrices


WORDS = st.lists(st.sampled_from([P, Q, R, S, A, A.T, v @ v.T, inverse(P)]), min_size=1, max_size=6)


@given(st.lists(WORDS, min_size=1, max_size=3), st.booleans())
def test_no_false_yes(chosen, mirrored):
    """Products at random, half of them mirrored so that many are positive."""
    f = number(1)
    for word in chosen:
        product = identity("d")
        for factor in word:
            product = product @ factor
        f = f * trace(product @ product.T if mirrored else product)
    for seed in range(10):
        found = value(f, positive_point(seed), {"d": fmpq(2)})
        assert found >= 0 or not SIGNS.is_nonnegative(f)
        assert found > 0 or not SIGNS.is_definite(f)


@given(WORDS)
def test_no_false_yes_for_matrices(word):
    """A semidefinite 2 x 2 matrix is symmetric with nonnegative trace and determinant."""
    f = identity("d")
    for factor in word:
        f = f @ factor
    for seed in range(10):
        found = evaluate(f, positive_point(seed), {"d": fmpq(2)})
        semidefinite = found == found.transpose() and found[0, 0] + found[1, 1] >= 0 and found.det() >= 0
        assert semidefinite or not SIGNS.is_nonnegative(f)
        assert (semidefinite and found.det() > 0) or not SIGNS.is_definite(f)


def test_the_trace_of_three_definite_matrices_takes_both_signs():
    found = [value(trace(P @ Q @ R), positive_point(seed), {"d": fmpq(2)}) for seed in range(40)]
    assert min(found) < 0 < max(found)


INTEGERS = Signs(positive=frozenset("nd"), nonnegative=frozenset("s"), integers=frozenset("nd"))


@pytest.mark.parametrize(
    ("polynomial", "nonnegative", "definite"),
    [
        (n - 1, True, False),
        (n**2 - n + d * 0, True, False),
        (n * d - 1 + s, True, False),
        (n * d**2 + n - 1, True, True),
        (2 * n - 1, True, True),
        (1 / n + 1 - 1 / n**2, True, True),
        (n - 2, False, False),
        (n - d, False, False),
        (2 * n - 1 - s, False, False),
        (s - n + n, True, False),
    ],
    ids=str,
)
def test_integers_are_at_least_one(polynomial, nonnegative, definite):
    assert INTEGERS.is_nonnegative(polynomial) == nonnegative
    assert INTEGERS.is_definite(polynomial) == definite


def test_other_positive_scalars_may_be_small():
    assert not Signs(positive=frozenset("n")).is_nonnegative(n - 1)


def said(*pairs):
    return signs(Hypothesis(name, predicate, "") for name, predicate in pairs)


def test_an_integer_that_is_at_least_two():
    known = said(("n", Predicate.AT_LEAST_TWO), ("d", Predicate.INTEGER))
    assert known.is_definite(n - 1)
    assert known.is_nonnegative(n * d - 2)
    assert not known.is_definite(n * d - 2)
    assert not known.is_nonnegative(n - 3)
    assert not known.is_nonnegative(d - 2)


def test_hypotheses_on_one_symbol_count_together():
    K = symmetric("K", "d")
    semidefinite, invertible = ("K", Predicate.POSITIVE_SEMIDEFINITE), ("K", Predicate.INVERTIBLE)
    assert said(semidefinite, invertible).is_definite(K)
    assert not said(semidefinite).is_definite(K)
    assert not said(invertible, ("K", Predicate.SYMMETRIC)).is_nonnegative(K)
    n = scalar("n")
    assert said(("n", Predicate.INTEGER), ("n", Predicate.POSITIVE)).is_nonnegative(n - 1)
    assert said(("n", Predicate.ABOVE_D), ("n", Predicate.INTEGER)).is_definite(n - scalar("d") - 1)
    assert not said(("n", Predicate.AT_MOST_D)).is_nonnegative(n - scalar("d"))


def test_what_a_letter_says_of_itself_is_no_restriction():
    B, A, t = symmetric("B", "d"), matrix("A", "d", "d"), scalar("t")
    known = said(
        ("B", Predicate.SYMMETRIC), ("A", Predicate.SYMMETRIC), ("t", Predicate.POSITIVE), ("C", Predicate.ANY)
    )
    assert known.restricted([B, matrix("C", "d", "d")]) == set()
    assert known.restricted([A]) == {"A"}
    assert known.restricted([B, t]) == {"t"}
    assert said(("B", Predicate.SYMMETRIC), ("B", Predicate.INVERTIBLE)).restricted([B]) == {"B"}
