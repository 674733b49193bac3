"""Programs run on trace polynomials: what operations make, what is read for them, what is not computed."""

import pytest

from proofs.algebra.symbols import matrix, number, scalar, vector, zero
from proofs.constructions.run import empty, run, sources, start
from proofs.core.derivation import Reciprocal
from proofs.core.errors import InputError
from proofs.core.programs import Block, Combine, Divide, Move, Multiply, Program

SMALL = (Block("a"), Block("A", "d", "d"))
BLOCKS = (*SMALL, Block("v", "d"), Block("w", "d"), Block("b"))
A, v, w, c, r = matrix("A", "d", "d"), vector("v", "d"), vector("w", "d"), scalar("c"), scalar("r")
GIVEN = (("one", "A", A), ("one", "v", v), ("one", "w", w), ("one", "a", c))


@pytest.mark.parametrize(
    ("operation", "place", "expected"),
    [
        (Multiply("A", "v", "w"), ("one", "w"), w + A @ v),
        (Multiply("v", "w", "a", turned=True), ("one", "a"), c + v.T @ w),
        (Multiply("v", "w", "A", across=True), ("one", "A"), A + v @ w.T),
        (Multiply("a", "v", "w"), ("one", "w"), w + c * v),
        (Combine(((2 * c, "v"), (number(-1), "w")), "v"), ("one", "v"), v + 2 * c * v - w),
        (Divide("v", "a", "w"), ("one", "w"), w + r * v),
        (Move((("v", "w"),), "one", "two"), ("two", "w"), v),
        (Move((("v", "w"),), "one", "two"), ("two", "v"), zero("d", "1")),
        (Move((("v", "v"),), "one", "one"), ("one", "v"), 2 * v),
    ],
    ids=str,
)
def test_what_an_operation_adds(operation, place, expected):
    program = Program(BLOCKS, ("start", "one", "two"), GIVEN, (operation,))
    assert run(program, [place], (Reciprocal(r, c),)) == {place: expected}


def test_operations_follow_each_other():
    program = Program(BLOCKS, ("start", "one"), GIVEN, (Multiply("A", "v", "v"), Multiply("A", "v", "v")))
    assert run(program, [("one", "v")], ()) == {("one", "v"): v + 2 * A @ v + A @ A @ v}


def test_only_what_is_wanted_is_computed():
    """The quotient in a column that nothing reads needs no reciprocal."""
    program = Program(SMALL, ("start", "one", "two"), (("one", "a", scalar("c")),), (Divide("A", "a", "A"),))
    assert run(program, [("two", "A")], ()) == {("two", "A"): zero("d", "d")}


def test_a_quotient_needs_the_reciprocal_of_its_divisor():
    program = Program(BLOCKS, ("start", "one"), GIVEN, (Divide("v", "a", "w"),))
    for given in ((), (Reciprocal(r, c + 1),)):
        with pytest.raises(InputError, match="the quotient by c needs its reciprocal"):
            run(program, [("one", "w")], given)


def test_the_start_is_what_is_given_and_zero_elsewhere():
    state = start(Program(SMALL, ("start", "one"), (("one", "a", c),), ()))
    assert state == {
        ("start", "a"): number(0), ("start", "A"): zero("d", "d"), ("one", "a"): c, ("one", "A"): zero("d", "d"),
    }  # fmt: skip
    assert empty(Block("v", "d")) == zero("d", "1")


def test_what_an_operation_reads():
    assert sources(Move((("v", "w"), ("a", "b")), "one", "two"), {("two", "w"), ("one", "b")}) == {("one", "v")}
    assert sources(Divide("v", "a", "w"), {("two", "w")}) == {("two", "v"), ("two", "a"), ("two", "w")}
    assert sources(Divide("v", "a", "w"), {("two", "v")}) == set()
