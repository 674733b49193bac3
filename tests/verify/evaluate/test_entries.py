"""A trace polynomial written out in the entries of its letters: the same value at every point."""

from math import prod

import pytest
from flint import fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import identity, matrix, scalar, symmetric, trace, vector
from proofs.algebra.evaluation import value
from proofs.attention.linear import population_loss
from proofs.core.errors import ShapeError
from proofs.core.task import LinearAttention, Task
from verify.evaluate.entries import in_entries
from verify.sweep.covariance import matrix as rationals
from verify.sweep.strategies import dimensions, generators

A, X, P, v = matrix("A", "d", "d"), matrix("X", "n", "d"), symmetric("P", "d"), vector("v", "d")
n, d, s, c = (scalar(name) for name in ("n", "d", "s", "c"))
LOSS = population_loss(LinearAttention(), Task()).value()
TABLE = [
    (trace(A @ P), ()),
    (trace(A @ A.T @ P) ** 2 - c * trace(A), ("c",)),
    (v.T @ X.T @ X @ v, ()),
    (s**2 * trace(P) * (v.T @ A @ v) / n + d, ("s",)),
    (trace(identity("d")) - d + c, ("c",)),
    (LOSS, ("b_y",)),
    (trace(A) * 0, ()),
]


def at(entries, point):
    """The value of an entry polynomial."""
    return sum((coefficient * prod((x**k for x, k in zip(point, powers, strict=True) if k), start=fmpq(1))
                for powers, coefficient in entries.terms.items()), fmpq(0))  # fmt: skip


@pytest.mark.parametrize(("polynomial", "scalars"), TABLE, ids=lambda item: str(item)[:40])
@given(sizes=st.tuples(dimensions(3), dimensions(2)), rng=generators())
def test_the_value_is_that_of_the_matrices(polynomial, scalars, sizes, rng):
    n, d = sizes
    numbers = {"n": fmpq(n), "d": fmpq(d), "s": fmpq(1, 2), "c": fmpq(-3), "b_y": fmpq(2)}
    lengths = {"n": n, "d": d, "1": 1}
    values = {}
    for letter in polynomial.letters:
        drawn = rationals(rng, lengths[letter.rows], lengths[letter.columns])
        values[letter.name] = drawn + drawn.transpose() if letter.symmetric else drawn
    entries = in_entries(polynomial, {"n": n, "d": d}, scalars)
    point = [numbers[name] if name in numbers else entry_of(name, values) for name in entries.variables]
    assert at(entries, point) == value(polynomial, values, numbers)
    held = in_entries(polynomial, {"n": n, "d": d}, (), values, {name: numbers[name] for name in scalars})
    assert held.variables == ()
    assert at(held, ()) == value(polynomial, values, numbers)


def entry_of(name, values):
    """The entry that a variable such as "A[0,1]" stands for."""
    letter, _, place = name.removesuffix("]").partition("[")
    row, column = place.split(",")
    return values[letter][int(row), int(column)]


def test_names_of_the_variables():
    found = in_entries(trace(A @ P) + c * (v.T @ v), {"d": 2}, ("c",))
    assert found.variables == (
        "A[0,0]", "A[0,1]", "A[1,0]", "A[1,1]", "P[0,0]", "P[0,1]", "P[1,1]", "v[0,0]", "v[1,0]", "c",
    )  # fmt: skip
    assert all(len(powers) == 10 and coefficient for powers, coefficient in found.terms.items())


def test_a_symmetric_letter_has_one_variable_for_two_entries():
    found = in_entries(trace(P @ P), {"d": 2}, ())
    assert dict(found.terms) == {(2, 0, 0): 1, (0, 2, 0): 2, (0, 0, 2): 1}


def test_fixed_letters_and_numbers_are_constants():
    fixed = {"P": fmpq_mat(2, 2, [1, 2, 2, 5])}
    found = in_entries(s * (v.T @ P @ v), {"d": 2}, (), fixed, {"s": fmpq(1, 3)})
    assert found.variables == ("v[0,0]", "v[1,0]")
    assert dict(found.terms) == {(2, 0): fmpq(1, 3), (1, 1): fmpq(4, 3), (0, 2): fmpq(5, 3)}


@pytest.mark.parametrize(
    ("polynomial", "message"), [(A, "expected a 1 x 1 polynomial, got d x d"), (s * trace(A), "scalar s has no value")]
)
def test_misuse(polynomial, message):
    with pytest.raises(ShapeError, match=message):
        in_entries(polynomial, {"d": 2}, ())
