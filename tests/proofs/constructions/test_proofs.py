"""Programs run for all d: what they compute, and false statements about them."""

from dataclasses import replace

import pytest

from proofs.algebra.positivity import Signs, signs
from proofs.algebra.symbols import number, scalar
from proofs.constructions.descent import gradient_program, ridge_program
from proofs.constructions.proofs import prove_construction
from proofs.constructions.run import run
from proofs.constructions.sizes import hidden, units, width
from proofs.core.catalogue import catalogue
from proofs.core.errors import InputError
from proofs.core.programs import Block, Combine, Move, Multiply, Program

STEP = catalogue()["constructions.gradient_step"].load().claims[0]
RIDGE = catalogue()["constructions.ridge_update"].load()
(UPDATE,) = RIDGE.claims


def test_they_are_proved():
    assert prove_construction(STEP, Signs()).holds
    assert prove_construction(UPDATE, signs(RIDGE.hypotheses)).holds


@pytest.mark.parametrize(
    "changes",
    [
        {"algorithm": 2 * STEP.algorithm},
        {"output": "p"},
        {"depth": 8},
        {"width": (9, 5, 0)},
        {"hidden": (0, 4, 0)},
        {"program": gradient_program(1, -scalar("lambda"))},
        {"program": replace(STEP.program, operations=STEP.program.operations[:-1])},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_false_constructions(changes):
    assert not prove_construction(replace(STEP, **changes), Signs()).holds


def test_a_quotient_needs_a_reciprocal():
    assert not prove_construction(replace(UPDATE, abbreviations=()), signs(RIDGE.hypotheses)).holds
    with pytest.raises(InputError, match="needs its reciprocal"):
        run(ridge_program(1, UPDATE.program.given[-2][2]), ())


@pytest.mark.parametrize("count", [1, 2, 5])
def test_every_step_takes_seven_layers_and_two_columns(count):
    program = gradient_program(count, scalar("lambda"))
    assert len(program.operations) == 7 * count + 2
    assert width(program) == (7 + 2 * count, 4, 0)
    assert hidden(program) == (0, 3, 0)


SMALL = (Block("a"), Block("A", "d", "d"))


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
