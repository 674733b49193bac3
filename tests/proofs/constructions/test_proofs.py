"""Programs run for all d: what they compute, and false statements about them."""

from dataclasses import replace

import pytest

from proofs.algebra.positivity import Signs, signs
from proofs.algebra.symbols import number, scalar, vector
from proofs.constructions.descent import gradient_program
from proofs.constructions.proofs import data_in_weights, prove_construction
from proofs.constructions.run import run
from proofs.core.errors import InputError
from proofs.core.programs import Block, Combine, Construction, Move, Program


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


def test_a_quotient_needs_a_reciprocal(theorem):
    ridge = theorem("constructions.ridge_update")
    update = ridge.claims[0]
    assert not prove_construction(replace(update, abbreviations=()), signs(ridge.hypotheses)).holds
    with pytest.raises(InputError, match="needs its reciprocal"):
        run(update.program, [("query", "o")], ())


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
