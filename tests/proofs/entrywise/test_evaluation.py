"""Values of sums at given entries, of any kind of number."""

import pytest
import sympy as sp
from flint import fmpq

from proofs.core.errors import InputError
from proofs.entrywise.evaluation import value
from proofs.entrywise.sums import Symbol, as_sum, delta, pairs

A, u, c = Symbol("A", ("n", "d")), Symbol("u", ("n",)), Symbol("c")
ARRAYS = {
    "A": [[fmpq(1), fmpq(2)], [fmpq(3), fmpq(4)], [fmpq(5), fmpq(7)]],
    "u": [[fmpq(1), fmpq(-1), fmpq(2)]],
    "c": [[fmpq(3)]],
}
SIZES = {"n": 3, "d": 2}


@pytest.mark.parametrize(
    ("whole", "where", "expected"),
    [
        (as_sum(fmpq(3, 2)), {}, fmpq(3, 2)),
        (as_sum(0), {}, 0),
        (u("i"), {"i": 2}, 2),
        (A("i", "k"), {"i": 1, "k": 0}, 3),
        ((A("i", "k") * u("i")).over("i"), {"k": 1}, 2 - 4 + 14),
        (pairs(u("i") * u("j"), "i", "j"), {}, 2 * (-1 + 2 - 2)),
        (delta("n", "i", "j"), {"i": 1, "j": 1}, 1),
        (delta("n", "i", "j"), {"i": 1, "j": 2}, 0),
        (c() * u("i"), {"i": 0}, 3),
        (Symbol("n")() * u("i").over("i"), {}, 6),
    ],
)
def test_values(whole, where, expected):
    assert value(whole, ARRAYS, SIZES, where, fmpq) == expected


def test_any_numbers_that_add_and_multiply():
    a, b = sp.symbols("a b")
    found = value((u("i") * u("i")).over("i"), {"u": [[a, b]]}, {"n": 2}, {}, lambda number: sp.Rational(str(number)))
    assert sp.expand(found - a**2 - b**2) == 0


@pytest.mark.parametrize(
    ("whole", "says"),
    [(u("i"), "the free index i has no value"), (Symbol("w", ("n",))("i").over("i"), "w has no value")],
)
def test_what_has_no_value(whole, says):
    with pytest.raises(InputError, match=says):
        value(whole, ARRAYS, SIZES, {}, fmpq)
