"""Programs and constructions: records that cannot be built wrongly."""

from dataclasses import replace

import pytest

from proofs.algebra.symbols import number, vector
from proofs.core.errors import InputError
from proofs.core.programs import Block, Combine, Construction, Divide, Move, Multiply, Program, named, size_of

SMALL = (Block("a"), Block("A", "d", "d"))
ONE = Program(SMALL, ("start", "one"), (("one", "a", number(1)),), ())
STEP = Construction(
    name="one",
    program=ONE,
    outputs=(("one", "a", number(1)),),
    width=(3, 0, 1),
    hidden=(0, 0, 0),
    depth=0,
)


@pytest.mark.parametrize(
    ("columns", "given", "operation", "says"),
    [
        (("one",), (), Combine(((number(1), "a"),), "a"), "first column"),
        (("start", "one"), (("start", "a", number(1)),), Combine(((number(1), "a"),), "a"), "holds nothing"),
        (("start", "one"), (), Multiply("a", "z", "a"), "there is no block z"),
        (("start", "one", "two"), (), Move((("a", "a"),), "two", "one"), "two is behind one"),
        (("start", "one"), (), Move((("a", "a"),), "none", "one"), "there is no column none"),
        (("start", "start"), (), Multiply("a", "a", "a"), "different names"),
    ],
)
def test_programs_that_cannot_be_built(columns, given, operation, says):
    with pytest.raises(InputError, match=says):
        Program(SMALL, columns, given, (operation,))


@pytest.mark.parametrize(
    ("blocks", "given", "operation", "says"),
    [
        (SMALL, (), Move((("a", "a"), ("A", "a")), "one", "one"), "two blocks are moved into one"),
        (SMALL, (("one", "a", number(1)), ("one", "a", number(2))), Multiply("a", "a", "a"), "given once"),
        (SMALL, (("one", "a", vector("v", "d")),), Multiply("a", "a", "a"), "a value of shape d x 1"),
        (SMALL, (("one", "b", number(1)),), Multiply("a", "a", "a"), "no block b in a column one"),
        ((Block("a", "k"),), (), Multiply("a", "a", "a"), "sizes are 1 and d"),
        (SMALL, (), Divide("a", "A", "a"), "no block of one row"),
    ],
)
def test_programs_that_hide_something(blocks, given, operation, says):
    with pytest.raises(InputError, match=says):
        Program(blocks, ("start", "one"), given, (operation,))


@pytest.mark.parametrize(
    ("outputs", "says"),
    [
        ((("nowhere", "a", number(1)),), "no block a in a column nowhere"),
        ((("one", "nothing", number(1)),), "no block nothing"),
        ((), "at least one output"),
    ],
)
def test_outputs_that_are_not_there(outputs, says):
    with pytest.raises(InputError, match=says):
        replace(STEP, outputs=outputs)


def test_what_a_program_holds():
    assert ONE.given_to("one") == (("one", "a", number(1)),)
    assert ONE.given_to("start") == ()
    assert size_of(ONE.block("A")) == ("d", "d")


@pytest.mark.parametrize(
    ("operation", "names"),
    [
        (Move((("a", "b"), ("c", "d")), "one", "two"), ("a", "b", "c", "d")),
        (Multiply("a", "b", "c"), ("a", "b", "c")),
        (Combine(((number(2), "a"), (number(1), "b")), "c"), ("a", "b", "c")),
        (Divide("a", "b", "c"), ("a", "b", "c")),
    ],
)
def test_the_blocks_that_an_operation_names(operation, names):
    assert named(operation) == names
