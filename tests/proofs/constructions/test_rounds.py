"""Rounds: columns in their order, what they hold, and what a round has not touched."""

from proofs.algebra import matrix, scalar, vector
from proofs.algebra.symbols import number, zero
from proofs.constructions.descent import DESCENT, gradient_round
from proofs.constructions.rounds import (
    ROUND,
    anything,
    columns,
    example,
    examples,
    ones,
    query,
    rounds,
    shown,
    untouched,
)
from proofs.constructions.run import run
from proofs.core.programs import Block


def test_each_round_follows_the_one_before():
    assert rounds(3) == [("first", "x1", "y1"), ("y1", "x2", "y2"), ("y2", "x3", "y3")]
    assert columns(2) == ("start", "first", "x1", "y1", "x2", "y2", "query")
    assert rounds(0) == []


def test_examples_stand_in_their_own_columns():
    (x, y), q = example(1), vector("x_q", "d")
    assert examples(1) == (("x1", "x", x), ("y1", "y", y), ("query", "x", q))
    assert query() == ("query", "x", q)
    assert ones(["x1"]) == (("x1", "one", number(1)),)


def test_a_round_is_shown_with_an_example_that_comes_later():
    (x, y), (later, label) = example(1), example(2)
    assert shown()[:4] == (("x", "x", x), ("y", "y", y), ("x later", "x", later), ("y later", "y", label))
    assert {column for column, _, _ in shown()} <= set(ROUND)


def test_the_column_before_holds_anything():
    blocks = (Block("a"), Block("v", "d"), Block("A", "d", "d"))
    known = {"v": vector("w", "d")}
    assert anything(blocks, known) == (
        ("before", "a", scalar("a_old")),
        ("before", "v", known["v"]),
        ("before", "A", matrix("A_old", "d", "d")),
    )


def test_a_round_leaves_the_untouched_columns_as_they_are():
    program = gradient_round(scalar("lambda"))
    expected = {(column, block): value for column, block, value in untouched(program)}
    assert expected["x later", "x"] == example(2)[0]
    assert expected["y later", "v"] == zero("d", "1")
    assert {block for column, block in expected if column == "query"} == {block.name for block in DESCENT}
    assert run(program, expected.keys(), ()) == expected
