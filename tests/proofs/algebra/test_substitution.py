"""Substitution is a homomorphism that commutes with evaluation; rewriting keeps the value."""

from dataclasses import replace

import pytest
from flint import fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import (
    Relation,
    evaluate,
    identity,
    inverse,
    matrix,
    orthogonal,
    rewrite,
    scalar,
    substitute,
    symmetric,
    trace,
    vector,
)  # fmt: skip
from proofs.algebra.letters import Letter
from proofs.algebra.symbols import as_polynomial, number, zero
from proofs.core.errors import LetterError, ShapeError

A, S, X, B = matrix("A", "d", "d"), symmetric("S", "d"), matrix("X", "n", "d"), matrix("B", "n", "n")
v, w, y, c, s, d = (
    vector("v", "d"), vector("w", "d"), vector("y", "n"), scalar("c"), scalar("s"), scalar("d"),
)  # fmt: skip
U = orthogonal("U", "d")
REPLACEMENTS = {
    X: 2 * X @ A - y @ w.T, v: w, w: v, B: B.T @ B + identity("n"), A: inverse(S).T, inverse(A): S, S: S / 3,
    inverse(S): 3 * inverse(S), c: -c / 2,
}  # fmt: skip


def moved(point):
    """The point at which the replacements are the values of the letters."""
    values = {
        key.letter.name: evaluate(value, point.matrices, point.numbers)
        for key, value in REPLACEMENTS.items()
        if not key.is_scalar
    }
    return replace(point.replaced(**values), numbers={**point.numbers, "c": point.numbers["c"] / -2})


@given(st.data(), st.sampled_from([("1", "1"), ("d", "d"), ("n", "1")]))
def test_substitution_commutes_with_evaluation(recipes, point, data, shape):
    one, at = data.draw(recipes(*shape)), point(1, 2, 3)
    assert evaluate(substitute(one.polynomial(), REPLACEMENTS), at.matrices, at.numbers) == one.value(moved(at))


@given(st.data())
def test_substitution_is_a_homomorphism(recipes, data):
    p = data.draw(recipes("d", "n")).polynomial()
    q, r = (data.draw(recipes("n", "d")).polynomial() for _ in range(2))

    def image(polynomial):
        return substitute(polynomial, REPLACEMENTS)

    assert image(q + r) == image(q) + image(r)
    assert image(p @ q) == image(p) @ image(q)
    assert image(p.T) == image(p).T
    assert image(trace(p @ q)) == trace(image(p) @ image(q))


@given(st.data())
def test_a_letter_by_itself_changes_nothing(recipes, letters, data):
    f = data.draw(recipes("d", "d")).polynomial()
    assert substitute(f, {}) == f == substitute(f, {letter: letter for letter in letters.values()})


CASES = [
    (A @ v + w, {v: zero("d", "1")}, w),
    (v @ w.T, {v: w, w: v}, w @ v.T),
    (c * A, {c: number(0)}, zero("d", "d")),
    (A / c, {c: 2 * s}, A / (2 * s)),
    (c * A, {c: trace(S) + 1}, (trace(S) + 1) * A),
    (trace(identity("d")) * c, {d: number(3)}, 3 * c),
    (trace(U @ A @ U.T @ S), {U: identity("d")}, trace(A @ S)),
    (trace(S @ A), {S: X.T @ X}, trace(X.T @ X @ A)),
    (inverse(A) @ v, {A: S, inverse(A): inverse(S)}, inverse(S) @ v),
    (A @ inverse(A), {A: S}, identity("d")),
]


@pytest.mark.parametrize(("polynomial", "replacements", "expected"), CASES, ids=str)
def test_known_substitutions(polynomial, replacements, expected):
    assert substitute(polynomial, replacements) == expected


MISUSES = [
    (A, {A: X}, ShapeError, "A is d x d, its replacement n x d"),
    (A, {A + S: A}, ShapeError, r"expected a single letter, got A \+ S"),
    (inverse(A), {A: S}, LetterError, r"A is replaced but its inverse A\^-1 is left; replace both"),
    (S, {S: A}, LetterError, "S is symmetric, its replacement A is not"),
    (U, {U: A}, LetterError, "U is orthogonal, its replacement A is not"),
    (S, {matrix("S", "d", "d"): A}, LetterError, "letter S is declared twice"),
    (c, {c**2: number(1)}, LetterError, r"expected a single scalar, got c\^2"),
    (c, {c * trace(A): number(1)}, LetterError, r"expected a single scalar, got c tr\(A\)"),
    (A / c, {c: c + 1}, ShapeError, r"cannot divide by 1 \+ c"),
]


@pytest.mark.parametrize(("polynomial", "replacements", "error", "message"), MISUSES)
def test_misuse_names_the_object(polynomial, replacements, error, message):
    with pytest.raises(error, match=message):
        substitute(polynomial, replacements)


# --- rewriting --------------------------------------------------------------------------------------------------------

H = as_polynomial(Letter("H", "d", "n", depends_on=frozenset({"X"})))
RIDGE = Relation(H @ X @ X.T, X.T - s * H)
PIECES = [A, S, H @ X, H @ H.T, X.T @ X, X.T @ H.T, H @ X @ X.T @ H.T, H @ B @ X, v @ w.T, H @ X @ X.T @ X]


def ridge_point(point, seed):
    """A point where H is the ridge operator (X'X + s I)^-1 X'."""
    at = point(seed, 2, 3)
    rows, shift = at.matrices["X"], fmpq(2, 5)
    gram = rows.transpose() * rows
    shifted = gram + shift * fmpq_mat(3, 3, [int(i == j) for i in range(3) for j in range(3)])
    return {**at.matrices, "H": shifted.inv() * rows.transpose()}, {**at.numbers, "s": shift}


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4), st.booleans(), st.integers(0, 5))
def test_rewriting_by_the_ridge_relation_keeps_the_value(point, pieces, closed, seed):
    f = identity("d")
    for piece in pieces:
        f = f @ piece
    f = trace(f) * f if closed else f + f.T
    found = rewrite(f, RIDGE)
    matrices, numbers = ridge_point(point, seed)
    assert evaluate(found, matrices, numbers) == evaluate(f, matrices, numbers)
    assert rewrite(found, RIDGE) == found


REWRITTEN = [
    (H @ X @ X.T, X.T - s * H),
    (X @ X.T @ H.T, X - s * H.T),
    (A @ H @ X @ X.T @ y @ v.T, A @ (X.T - s * H) @ y @ v.T),
    (trace(X @ X.T @ B @ H.T @ A @ H), trace(B @ H.T @ A @ (X.T - s * H))),
    (trace(H @ X @ X.T @ B @ X), trace((X.T - s * H) @ B @ X)),
    (trace(H @ X @ X.T @ B @ X) * A, trace((X.T - s * H) @ B @ X) * A),
    (y.T @ H.T @ S @ H @ X @ X.T @ y, y.T @ H.T @ S @ (X.T - s * H) @ y),
]


@pytest.mark.parametrize(("polynomial", "expected"), REWRITTEN, ids=str)
def test_known_rewritings(polynomial, expected):
    assert rewrite(polynomial, RIDGE) == expected


def test_an_outer_product_is_found_around_a_scalar():
    assert rewrite(v.T @ A @ v, Relation(v @ v.T, S)) == trace(S @ A)


def test_relation_names_its_letters():
    assert [letter.name for letter in RIDGE.letters] == ["H", "X"]


@pytest.mark.parametrize(
    ("misuse", "error", "message"),
    [
        (lambda: Relation(H @ X, X), ShapeError, r"differ in shape: \('d', 'd'\) and \('n', 'd'\)"),
        (lambda: Relation(A, S), LetterError, "one word of two or more letters, got A"),
        (lambda: Relation(2 * A @ S, S), LetterError, "one word of two or more letters, got 2 A S"),
        (lambda: Relation(A @ S + A, S), LetterError, r"one word of two or more letters, got A \+ A S"),
        (lambda: Relation(c * A @ S, S), LetterError, "one word of two or more letters, got c A S"),
        (lambda: Relation(v.T @ A @ v, c), LetterError, r"one word of two or more letters, got \(v' A v\)"),
        (
            lambda: rewrite(A @ S, Relation(A @ S, 2 * A @ S)),
            LetterError,
            "rewriting A S does not come to an end after 50 rounds",
        ),
    ],
)
def test_misuse_of_relations(misuse, error, message):
    with pytest.raises(error, match=message):
        misuse()
