"""Programs run for all d: what they compute, and false statements about them."""

from dataclasses import replace

import pytest

from proofs.algebra.positivity import Signs, signs
from proofs.algebra.symbols import number, scalar, vector, zero
from proofs.constructions.descent import gradient_program
from proofs.constructions.proofs import data_in_weights, prove_construction
from proofs.constructions.run import run
from proofs.constructions.sizes import hidden, units, width
from proofs.core.errors import InputError
from proofs.core.programs import Block, Combine, Construction, Divide, Move, Multiply, Program

SMALL = (Block("a"), Block("A", "d", "d"))


@pytest.fixture
def step(theorem):
    """One step of gradient descent, and its prediction."""
    return theorem("constructions.gradient_step").claims[0]


@pytest.fixture
def one_round(theorem):
    return theorem("constructions.gradient_step").claims[-2]


def test_they_are_proved(step, theorem):
    assert prove_construction(step, Signs()).holds
    ridge = theorem("constructions.ridge_update")
    programs = [claim for claim in ridge.claims if isinstance(claim, Construction)]
    assert len(programs) == 3
    assert all(prove_construction(claim, signs(ridge.hypotheses)).holds for claim in programs)


def test_false_constructions(step):
    ((column, block, algorithm),) = step.outputs
    for changes in (
        {"outputs": ((column, block, 2 * algorithm),)},
        {"outputs": ((column, "p", algorithm),)},
        {"outputs": (("y1", block, algorithm),)},
        {"depth": 8},
        {"width": (10, 5, 0)},
        {"hidden": (0, 4, 0)},
        {"program": gradient_program(1, -scalar("lambda"))},
        {"program": replace(step.program, operations=step.program.operations[:-1])},
    ):
        assert not prove_construction(replace(step, **changes), Signs()).holds, changes


@pytest.mark.parametrize(
    "operation",
    [
        Combine(((number(1), "y"),), "r"),
        Move((("v", "v"),), "y", "query"),
        Move((("x", "w"),), "x later", "y later"),
        Combine(((number(1), "x"),), "g"),
    ],
    ids=str,
)
def test_a_round_must_leave_alone_what_comes_later(operation, one_round):
    program = replace(one_round.program, operations=(*one_round.program.operations, operation))
    assert not prove_construction(replace(one_round, program=program, depth=one_round.depth + 1), Signs()).holds


def test_a_round_must_not_use_what_went_before(one_round):
    program = replace(one_round.program, operations=(*one_round.program.operations, Move((("g", "v"),), "before", "y")))
    assert not prove_construction(replace(one_round, program=program, depth=one_round.depth + 1), Signs()).holds


def test_only_what_is_wanted_is_computed():
    """The quotient in a column that nothing reads needs no reciprocal."""
    program = Program(SMALL, ("start", "one", "two"), (("one", "a", scalar("c")),), (Divide("A", "a", "A"),))
    assert run(program, [("two", "A")], ()) == {("two", "A"): zero("d", "d")}


def test_a_quotient_needs_a_reciprocal(theorem):
    ridge = theorem("constructions.ridge_update")
    update = ridge.claims[0]
    assert not prove_construction(replace(update, abbreviations=()), signs(ridge.hypotheses)).holds
    with pytest.raises(InputError, match="needs its reciprocal"):
        run(update.program, [("query", "o")], ())


@pytest.mark.parametrize("count", [1, 2, 5])
def test_every_step_takes_seven_layers_and_two_columns(count):
    program = gradient_program(count, scalar("lambda"))
    assert len(program.operations) == 7 * count + 2
    assert width(program) == (8 + 2 * count, 4, 0)
    assert hidden(program) == (0, 3, 0)


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


def test_products_of_two_square_blocks_have_no_size():
    program = Program(SMALL, ("start",), (), (Multiply("A", "A", "A"),))
    with pytest.raises(InputError, match=r"needs d\^3 units"):
        units(program.operations[0], program)


@pytest.mark.parametrize(
    ("outputs", "says"),
    [
        ((("nowhere", "o", number(1)),), "no block o in a column nowhere"),
        ((("query", "nothing", number(1)),), "no block nothing"),
        ((), "at least one output"),
    ],
)
def test_outputs_that_are_not_there(outputs, says, step):
    with pytest.raises(InputError, match=says):
        replace(step, outputs=outputs)


def test_the_data_cannot_be_weights(step):
    """One affine layer whose coefficient is the answer."""
    x, w = vector("x", "d"), vector("w", "d")
    answer = Combine(((x.T @ w, "a"),), "a")
    program = Program((Block("a"),), ("start", "query"), (("query", "a", number(1)),), (answer,))
    one = replace(
        step, program=program, outputs=(("query", "a", 1 + x.T @ w),), width=(3, 0, 0), hidden=(1, 0, 0), depth=1
    )
    assert data_in_weights(one) == {"x", "w"}
    assert not prove_construction(one, Signs()).holds
    held = replace(program, given=(("query", "a", scalar("y")),), operations=(Combine(((scalar("y"), "a"),), "a"),))
    squared = replace(one, program=held, outputs=(("query", "a", scalar("y") + scalar("y") ** 2),))
    assert not prove_construction(squared, Signs()).holds


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


def test_a_scalar_counts_on_either_side():
    blocks = (Block("s"), Block("v", "d"), Block("P", "d", "d"))
    program = Program(
        blocks, ("start",), (), (Multiply("s", "v", "v"), Multiply("s", "P", "P"), Multiply("P", "s", "P"))
    )
    assert [units(item, program) for item in program.operations] == [(0, 3, 0), (0, 0, 3), (0, 0, 3)]
