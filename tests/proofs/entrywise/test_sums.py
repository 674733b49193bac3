"""Sums of entries: equal where they are, at all sizes, and their derivatives."""

import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from proofs.core.errors import LetterError, ShapeError
from proofs.entrywise.evaluation import value
from proofs.entrywise.softmax import half
from proofs.entrywise.sums import Symbol, as_sum, delta, pairs, substituted

A, B, u, v, f = (
    Symbol("A", ("n", "d")),
    Symbol("B", ("n", "d")),
    Symbol("u", ("n",)),
    Symbol("v", ("n",)),
    Symbol("f", ("n",)),
)
x, s, r = Symbol("x", ("d",)), Symbol("s"), Symbol("r")
SCORES = (A("i", "k") * x("k")).over("k")

EQUAL = [
    ((u("i") * v("i")).over("i"), (v("j") * u("j")).over("j")),
    ((A("i", "k") * B("j", "k") * u("i") * v("j")).over("i", "j", "k"),
     (u("p") * A("p", "q") * B("r", "q") * v("r")).over("p", "q", "r")),
    ((delta("n", "i", "j") * u("i") * v("j")).over("i", "j"), (u("i") * v("i")).over("i")),
    (delta("n", "i", "j") * u("i"), delta("n", "j", "i") * u("j")),
    ((delta("n", "i", "j") * delta("n", "j", "k")).over("j"), delta("n", "i", "k")),
    (u("i") - u("i"), as_sum(0)),
    (half() * 2, as_sum(1)),
    (pairs(u("i") * v("j"), "i", "j"), u("i").over("i") * v("i").over("i") - (u("i") * v("i")).over("i")),
    (substituted(SCORES, x, (A("l", "k") * u("l")).over("l"), ("k",)),
     (A("i", "q") * A("p", "q") * u("p")).over("p", "q")),
]  # fmt: skip
UNEQUAL = [
    ((u("i") * v("i")).over("i"), u("i").over("i") * v("j").over("j")),
    (u("i"), u("j")),
    (u("i") * u("i"), u("i")),
    ((A("i", "k") * A("j", "k")).over("k"), (A("i", "k") * A("i", "k")).over("k")),
    (pairs(u("i") * u("j"), "i", "j"), (u("i") * u("j")).over("i", "j")),
]


@pytest.mark.parametrize(("left", "right"), EQUAL)
def test_equal_sums(left, right):
    assert left == right
    assert not (left - right).terms


@pytest.mark.parametrize(("left", "right"), UNEQUAL)
def test_other_sums(left, right):
    assert left != right


@given(st.lists(st.integers(-3, 3), min_size=12, max_size=12))
def test_values_add_and_multiply(entries):
    numbers = [fmpq(entry) for entry in entries]
    arrays = {
        "u": [numbers[:3]],
        "v": [numbers[3:6]],
        "A": [numbers[6:8], numbers[8:10], numbers[10:12]],
        "x": [numbers[:2]],
    }
    sizes = {"n": 3, "d": 2}

    def at(whole):
        return value(whole, arrays, sizes, {}, fmpq)

    one, other = (SCORES * u("i")).over("i"), pairs(u("i") * v("j"), "i", "j")
    assert at(one) == sum(arrays["A"][i][k] * numbers[k] * numbers[i] for i in range(3) for k in range(2))
    assert at(other) == sum(numbers[i] * numbers[3 + j] for i in range(3) for j in range(3) if i != j)
    assert at(one * other) == at(one) * at(other)
    assert at(one - 2 * other) == at(one) - 2 * at(other)


def test_signs_in_plain_text():
    assert str(u("i") - x("j")) in ("u_i - x_j", "-x_j + u_i")
    assert str(-2 * u("i")) == "-2 u_i"
    assert str(as_sum(-1)) == "-1"
    assert str(u("i") - u("i")) == "0"


@pytest.mark.parametrize(
    ("wrong", "error", "says"),
    [
        (lambda: u("i", "j"), ShapeError, "u has 1 indices, got 2"),
        (lambda: u("i") * x("i"), ShapeError, "index i of x runs over d, elsewhere over n"),
        (lambda: u("i").over("j"), LetterError, "cannot sum over j"),
    ],
)
def test_what_cannot_be_written(wrong, error, says):
    with pytest.raises(error, match=says):
        wrong()


def test_delta_is_a_reserved_name():
    with pytest.raises(ShapeError, match="Kronecker"):
        Symbol("delta", ("n", "d"))
