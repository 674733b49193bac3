"""The sympy forms at n = d = 2 have the exact values of the polynomial."""

import pytest
import sympy as sp
from flint import fmpq, fmpq_mat
from hypothesis import given, settings
from hypothesis import strategies as st

from proofs.algebra import evaluate, identity, inverse, matrix, scalar, symmetric, trace, vector
from proofs.algebra.letters import Letter
from proofs.algebra.symbols import zero
from proofs.algebra.sympy_form import entrywise, explicit, to_sympy
from proofs.core.errors import InputError

A, S, X, v, c, n = (
    matrix("A", "d", "d"), symmetric("S", "d"), matrix("X", "n", "d"), vector("v", "d"), scalar("c"), scalar("n"),
)  # fmt: skip
CASES = [
    A @ S - 2 * A.T,
    c * trace(A @ S @ A.T) * X @ A.T / 2 - X / n,
    trace(X.T @ X @ S) * trace(A) + v.T @ A @ v,
    v @ v.T @ A,
    trace(inverse(A) @ S) * inverse(S) @ A,
    3 * identity("d") + inverse(A).T,
    (v.T @ S @ v) * v.T,
    zero("n", "d"),
    zero("1", "1"),
    c / 3 + n,
]
SIZES = {"n": 2, "d": 2}


def rational(value):
    """A flint rational as a sympy one."""
    return sp.Rational(int(value.p), int(value.q))


def as_sympy(value):
    """A flint matrix as a sympy one."""
    return sp.ImmutableMatrix(value.nrows(), value.ncols(), [rational(entry) for entry in value.entries()])


def entries(polynomial, at):
    """The values of the entries and scalars, by symbol."""
    known = {sp.Symbol(name): rational(value) for name, value in at.numbers.items()}
    for letter in polynomial.letters:
        name = letter.inverse_of or letter.name
        value, square = as_sympy(at.matrices[name]), Letter(name, letter.rows, letter.columns, letter.symmetric)
        known.update(zip(explicit(square, SIZES), value, strict=True))
    return known


def at_values(expression, at):
    """A symbolic matrix expression with matrices in the place of its symbols."""
    sizes = {sp.Symbol(name, integer=True, positive=True): size for name, size in SIZES.items()}
    numbers = {sp.Symbol(name): rational(value) for name, value in at.numbers.items()}
    put_in = expression.subs({**sizes, **numbers}).replace(
        lambda part: isinstance(part, sp.MatrixSymbol), lambda part: as_sympy(at.matrices[part.name])
    )
    return sp.ImmutableMatrix(put_in.doit()) if put_in.is_Matrix else sp.ImmutableMatrix([[put_in.doit()]])


@pytest.mark.parametrize("polynomial", CASES, ids=str)
def test_forms_have_the_exact_value(point, polynomial):
    at = point(1, 2, 2)
    expected = as_sympy(evaluate(polynomial, at.matrices, at.numbers))
    assert entrywise(polynomial, SIZES).subs(entries(polynomial, at)) == expected
    assert at_values(to_sympy(polynomial), at) == expected


@settings(max_examples=8)
@given(st.data(), st.sampled_from([("1", "1"), ("n", "1")]))
def test_entries_of_random_polynomials(recipes, point, data, shape):
    polynomial = data.draw(
        recipes(*shape)
        .map(lambda one: one.polynomial())
        .filter(lambda f: not any(letter.inverse_of for letter in f.letters))
    )
    at = point(2, 2, 2)
    found = entrywise(polynomial, SIZES).subs(entries(polynomial, at))
    assert found == as_sympy(evaluate(polynomial, at.matrices, at.numbers))


def test_entries_of_letters():
    a = sp.symbols("S_11 S_12 S_22")
    assert explicit(S.letter, SIZES) == sp.Matrix([[a[0], a[1]], [a[1], a[2]]])
    assert explicit(vector("v", "n").letter, SIZES) == sp.Matrix(sp.symbols("v_11 v_21"))
    assert (explicit(inverse(A).letter, SIZES) * explicit(A.letter, SIZES)).applyfunc(sp.cancel) == sp.eye(2)


def test_the_symbolic_form_keeps_the_sizes():
    assert [str(size) for size in to_sympy(X).shape] == ["n", "d"]
    assert to_sympy(zero("n", "1")).shape[1] == 1


@pytest.mark.parametrize(
    ("polynomial", "sizes", "name"),
    [(X, {"n": 2}, "d"), (identity("d"), {}, "d"), (trace(X.T @ X), {"d": 2}, "n"), (zero("n", "1"), {}, "n")],
    ids=str,
)
def test_a_missing_dimension_is_named(polynomial, sizes, name):
    with pytest.raises(InputError, match=f"no value is given for the dimension {name}"):
        entrywise(polynomial, sizes)


def test_a_known_expansion():
    a = sp.symbols("A_11 A_12 A_21 A_22")
    expected = a[0] ** 2 + 2 * a[1] * a[2] + a[3] ** 2
    assert entrywise(trace(A @ A), SIZES)[0, 0] == expected
    assert evaluate(trace(A @ A), {"A": fmpq_mat(2, 2, [1, 2, 3, 4])}, {"d": fmpq(2)})[0, 0] == 29
