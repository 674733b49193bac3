"""Terms: the one rational type, sums in which terms cancel, exponents, products of words that close."""

from fractions import Fraction

import pytest
from flint import fmpq

from proofs.algebra.letters import Alphabet, Letter
from proofs.algebra.terms import collect, multiplied, raised, rational

ALPHABET = Alphabet([Letter("A", "d", "d"), Letter("v", "d", "1")], ["c"])
A, V = ALPHABET.code["A"], ALPHABET.code["v"]
NONE = (0,) * len(ALPHABET.scalars)


@pytest.mark.parametrize(
    ("given", "expected"), [(3, fmpq(3)), (Fraction(2, 4), fmpq(1, 2)), (fmpq(-1, 3), fmpq(-1, 3)), (True, fmpq(1))]
)
def test_the_one_rational_type(given, expected):
    found = rational(given)
    assert isinstance(found, fmpq)
    assert found == expected


@pytest.mark.parametrize("given", [0.5, "1/2", None])
def test_what_is_no_rational(given):
    with pytest.raises(TypeError, match="expected an integer, a Fraction or an fmpq, got"):
        rational(given)


def test_what_cancels_is_dropped():
    one, other = (bytes([A]), (), NONE), (b"", (), NONE)
    terms = {one: fmpq(2)}
    collect(terms, {one: fmpq(-2), other: fmpq(3)})
    assert terms == {other: fmpq(3)}


def test_exponents_are_raised_one_by_one():
    assert ALPHABET.scalars == ("c", "d")
    assert raised((1, 0), ["d", "d", "c"], ALPHABET) == (2, 2)


def test_a_product_closes_where_a_row_meets_a_column():
    """(v')(A v) is closed, and A A is not."""
    row, column = {(bytes([V + 1]), (), NONE): fmpq(2)}, {(bytes([A, V]), (), NONE): fmpq(3)}
    ((word, closed, _),) = multiplied(row, column, ALPHABET)
    assert word == b""
    assert len(closed) == 1
    square = {(bytes([A]), (), NONE): fmpq(2)}
    assert multiplied(square, square, ALPHABET) == {(bytes([A, A]), (), NONE): fmpq(4)}


def test_products_that_cancel_leave_nothing():
    one, identity = (bytes([A]), (), NONE), (b"", (), NONE)
    plus, minus = {one: fmpq(1), identity: fmpq(1)}, {one: fmpq(1), identity: fmpq(-1)}
    assert multiplied(plus, minus, ALPHABET) == {(bytes([A, A]), (), NONE): fmpq(1), identity: fmpq(-1)}
