"""Rows and inner units of programs, as polynomials in d."""

import pytest

from proofs.algebra.symbols import number, scalar
from proofs.constructions.descent import gradient_program
from proofs.constructions.sizes import hidden, plus, size, times, units, width
from proofs.core.errors import InputError
from proofs.core.programs import Block, Combine, Divide, Move, Multiply, Program

SMALL = (Block("a"), Block("A", "d", "d"))


@pytest.mark.parametrize("count", [1, 2, 5])
def test_every_step_takes_seven_layers_and_two_columns(count):
    program = gradient_program(count, scalar("lambda"))
    assert len(program.operations) == 7 * count + 2
    assert width(program) == (8 + 2 * count, 4, 0)
    assert hidden(program) == (0, 3, 0)


def test_products_of_two_square_blocks_have_no_size():
    program = Program(SMALL, ("start",), (), (Multiply("A", "A", "A"),))
    with pytest.raises(InputError, match=r"needs d\^3 units"):
        units(program.operations[0], program)


def test_a_scalar_counts_on_either_side():
    blocks = (Block("s"), Block("v", "d"), Block("P", "d", "d"))
    program = Program(
        blocks, ("start",), (), (Multiply("s", "v", "v"), Multiply("s", "P", "P"), Multiply("P", "s", "P"))
    )
    assert [units(item, program) for item in program.operations] == [(0, 3, 0), (0, 0, 3), (0, 0, 3)]


def test_blocks_columns_and_scratch_rows_of_quotients():
    blocks = (Block("a"), Block("v", "d"), Block("A", "d", "d"), Block("R", "1", "d"))
    assert [size(block) for block in blocks] == [(1, 0, 0), (0, 1, 0), (0, 0, 1), (0, 1, 0)]
    plain = Program(blocks, ("start", "one"), (), (Combine(((number(1), "a"),), "a"),))
    assert width(plain) == (2 + 1, 2, 1)
    divided = Program(blocks, ("start", "one"), (), (Divide("v", "a", "v"),))
    assert width(divided) == plus(width(plain), (2, 1, 0))
    assert times(3, (1, 2, 0)) == (3, 6, 0)


def test_the_widest_layer_is_that_of_large_d():
    blocks = (Block("a"), Block("v", "d"), Block("A", "d", "d"))
    moves = Program(blocks, ("start",), (), (Move((("v", "v"),), "start", "start"),))
    assert hidden(moves) == (0, 0, 0)
    both = Program(blocks, ("start",), (), (Multiply("v", "v", "A", across=True), Multiply("a", "a", "a")))
    assert hidden(both) == (0, 0, 3)
    assert [units(item, both) for item in both.operations] == [(0, 0, 3), (3, 0, 0)]
    inner = Multiply("v", "v", "a", turned=True)
    assert units(inner, both) == (0, 3, 0)
