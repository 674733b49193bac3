"""Gradients against exact directional derivatives, by dual numbers on plain matrices and by expansion in t."""

from math import prod

import pytest
from flint import fmpq, fmpq_mat
from hypothesis import assume, given
from hypothesis import strategies as st

from proofs.algebra import (
    derivative,
    evaluate,
    gradient,
    identity,
    inverse,
    matrix,
    orthogonal,
    scalar,
    substitute,
    symmetric,
    trace,
    vector,
)  # fmt: skip
from proofs.algebra.letters import Letter
from proofs.algebra.symbols import as_polynomial, number, zero
from proofs.core.errors import LetterError, ShapeError

A, S, X, H = (
    matrix("A", "d", "d"),
    symmetric("S", "d"),
    matrix("X", "n", "d"),
    as_polynomial(Letter("H", "d", "n", depends_on=frozenset({"X"}))),
)
v, w, c, n, d = vector("v", "d"), vector("w", "d"), scalar("c"), scalar("n"), scalar("d")


def stacked(value, slope):
    """The dual number value + slope e as the matrix [[value, slope], [0, value]]."""
    rows, columns = value.nrows(), value.ncols()
    result = fmpq_mat(2 * rows, 2 * columns)
    for i in range(rows):
        for j in range(columns):
            result[i, j] = result[i + rows, j + columns] = value[i, j]
            result[i, j + columns] = slope[i, j]
    return result


def duals(at, letters, name, direction):
    """The dual numbers of all letters, of their transposes too, when one of them moves in a direction."""
    plain = {other: stacked(value, value * 0) for other, value in at.matrices.items()}
    plain[name] = stacked(at.matrices[name], direction)
    for other, polynomial in letters.items():
        letter = polynomial.letter
        if letter.inverse_of == name:
            plain[other] = plain[name].inv()
        elif other == name and letter.inverse_of:
            plain[letter.inverse_of] = plain[name].inv()
    blocks = {}
    for other, both in plain.items():
        value = at.matrices[other]
        rows, columns = value.nrows(), value.ncols()
        slope = fmpq_mat(rows, columns, [both[i, j + columns] for i in range(rows) for j in range(columns)])
        blocks[other, False], blocks[other, True] = both, stacked(value.transpose(), slope.transpose())
    return blocks


def dual_trace(word, size, blocks):
    """Value and slope of the trace of a word."""
    if not word:
        return fmpq(size), fmpq(0)
    square = prod((blocks[letter] for letter in word[1:]), start=blocks[word[0]])
    half = square.nrows() // 2
    value = sum((square[i, i] for i in range(half)), fmpq(0))
    return value, sum((square[i, i + half] for i in range(half)), fmpq(0))


def directional(one, at, blocks):
    """The directional derivative of a 1 x 1 sum."""
    result = fmpq(0)
    for term in one.terms:
        value, slope = term.coefficient * at.numbers["c"] ** term.power, fmpq(0)
        for size, word in (*term.traces, ("1", term.word)):
            more, change = dual_trace(word, at.size(size), blocks)
            value, slope = value * more, slope * more + value * change
        result += slope
    return result


@given(st.data(), st.sampled_from(["A", "S", "X", "v", "y", "B", "A^-1", "S^-1"]))
def test_gradient_against_dual_numbers(recipes, point, letters, data, name):
    """Inverse letters move with their originals, originals with their inverses."""
    one = data.draw(recipes("1", "1"))
    at, towards = point(1, 2, 3), point(2, 2, 3).matrices[name]
    found = gradient(one.polynomial(), letters[name])
    assert found.shape == letters[name].shape
    square = evaluate(found, at.matrices, at.numbers).transpose() * towards
    change = sum((square[i, i] for i in range(square.nrows())), fmpq(0))
    assert change == directional(one, at, duals(at, letters, name, towards))


@given(st.data(), st.sampled_from(["A", "S", "X", "v"]))
def test_gradient_against_the_coefficient_of_t(recipes, letters, data, name):
    """f(A + t E) = f(A) + t <grad f, E> + ..., symbolically."""
    f, by, t = data.draw(recipes("1", "1")).polynomial(), letters[name], scalar("t")
    assume(all(letter.inverse_of != name for letter in f.letters))
    direction = symmetric("E", "d") if name == "S" else matrix("E", *by.shape)
    moved = substitute(f, {by: by + t * direction})
    slope = substitute(derivative(moved, t), {t: number(0)})
    assert slope == trace(gradient(f, by).T @ direction)


@given(st.data(), st.sampled_from(["A", "S"]))
def test_the_gradient_in_a_symmetric_letter_is_symmetric(recipes, letters, data, name):
    found = gradient(data.draw(recipes("1", "1")).polynomial(), letters[name])
    assert name == "A" or found == found.T


@given(st.data())
def test_gradient_rules(recipes, letters, data):
    f, g = (data.draw(recipes("1", "1")).polynomial() for _ in range(2))
    by = letters["X"]
    assert gradient(f + 3 * g, by) == gradient(f, by) + 3 * gradient(g, by)
    assert gradient(f * g, by) == f * gradient(g, by) + gradient(f, by) * g


@given(st.data(), st.sampled_from([("1", "1"), ("d", "n")]))
def test_derivative_in_a_scalar(recipes, point, data, shape):
    one, at = data.draw(recipes(*shape)), point(3, 2, 3)
    expected = fmpq_mat(at.size(shape[0]), at.size(shape[1]))
    for term in one.terms:
        expected += type(one)(*shape, (term,)).value(at) * fmpq(term.power) / at.numbers["c"]
    assert evaluate(derivative(one.polynomial(), c), at.matrices, at.numbers) == expected


GRADIENTS = [
    (trace(A @ S), A, S),
    (trace(A @ A), A, 2 * A.T),
    (trace(S @ A), S, (A + A.T) / 2),
    (trace(inverse(A)), A, -(inverse(A) @ inverse(A)).T),
    (trace(A), inverse(A), -(A @ A).T),
    (trace(S @ inverse(S) @ A), S, zero("d", "d")),
    (v.T @ A @ w, A, v @ w.T),
    (v.T @ A @ v, v, (A + A.T) @ v),
    (trace(X.T @ X) ** 2, X, 4 * trace(X.T @ X) * X),
    (trace(X.T @ X @ A), X, X @ (A + A.T)),
    (c * n, A, zero("d", "d")),
]


@pytest.mark.parametrize(("f", "by", "expected"), GRADIENTS, ids=str)
def test_known_gradients(f, by, expected):
    assert gradient(f, by) == expected


DERIVATIVES = [
    (c**3 * A, c, 3 * c**2 * A),
    (A / c, c, -A / c**2),
    (A, c, zero("d", "d")),
    (trace(identity("d")) * n, d, n),
]


@pytest.mark.parametrize(("f", "by", "expected"), DERIVATIVES, ids=str)
def test_known_derivatives(f, by, expected):
    assert derivative(f, by) == expected


@pytest.mark.parametrize(
    ("misuse", "error", "message"),
    [
        (lambda: gradient(A, A), ShapeError, "only a 1 x 1 polynomial has a gradient, got d x d"),
        (lambda: gradient(n * trace(A), n), ShapeError, "expected a letter, got the scalar n; take .*derivative"),
        (lambda: gradient(trace(A), 2 * A), ShapeError, "expected a single letter, got 2 A"),
        (lambda: gradient(trace(H @ X), X), LetterError, "H depends on X in a way the gradient does not know"),
        (lambda: gradient(trace(S), matrix("S", "d", "d")), LetterError, "letter S is declared twice"),
        (lambda: gradient(trace(orthogonal("U", "d")), orthogonal("U", "d")), LetterError, "U is orthogonal"),
        (lambda: derivative(c, c**2), LetterError, "expected a single scalar, got c\\^2"),
        (lambda: derivative(c, v.T @ v), LetterError, "expected a single scalar, got \\(v' v\\)"),
    ],
)
def test_misuse_names_the_object(misuse, error, message):
    with pytest.raises(error, match=message):
        misuse()
