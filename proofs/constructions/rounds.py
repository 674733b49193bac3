"""Rounds of layers: one for each example, which makes a step in the column of its label.

The columns are start, first, x1, y1, x2, y2, ..., query. A round takes up the input and the state that the column
before it holds, the column "first" before the first round. What is proved of one round, whatever went before, and of
the columns that it does not touch, holds for any number of rounds by induction.
"""

from collections.abc import Iterable

from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import matrix, number, scalar, vector
from proofs.constructions.run import empty
from proofs.core.derivation import Expression
from proofs.core.programs import Block, Program

Given = tuple[str, str, Expression]
"""A column, a block and what it holds."""

ROUND = ("start", "before", "x", "y", "x later", "y later", "query")
"""The columns that a round is shown in: the state, an example, another one that is not reached yet, the query."""


def example(index: int) -> tuple[TracePolynomial, TracePolynomial]:
    """x_index (d, 1) and y_index."""
    return vector(f"x_{index}", "d"), scalar(f"y_{index}")


def query() -> Given:
    """The query in its column."""
    return "query", "x", vector("x_q", "d")


def rounds(count: int) -> list[tuple[str, str, str]]:
    """The column before, the input and the label of each round."""
    return [(f"y{index - 1}" if index > 1 else "first", f"x{index}", f"y{index}") for index in range(1, count + 1)]


def columns(count: int) -> tuple[str, ...]:
    """start, first, x1, y1, ..., query."""
    return ("start", "first", *(name for _, x, y in rounds(count) for name in (x, y)), "query")


def examples(count: int) -> tuple[Given, ...]:
    """The examples and the query, each in its own column."""
    found: list[Given] = []
    for index in range(1, count + 1):
        x, y = example(index)
        found += [(f"x{index}", "x", x), (f"y{index}", "y", y)]
    return (*found, query())


def ones(inputs: Iterable[str]) -> tuple[Given, ...]:
    """A one in the columns of inputs, for 1 + x'P x."""
    return tuple((column, "one", number(1)) for column in inputs)


def shown() -> tuple[Given, ...]:
    """An example, one that is not reached yet, and the query."""
    (x, y), (later, label) = example(1), example(2)
    return ("x", "x", x), ("y", "y", y), ("x later", "x", later), ("y later", "y", label), query()


def anything(blocks: Iterable[Block], known: dict[str, TracePolynomial]) -> tuple[Given, ...]:
    """What the column before a round holds: what is known, and symbols for the rest."""
    return tuple(("before", block.name, known.get(block.name, _free(block))) for block in blocks)


def untouched(program: Program) -> tuple[Given, ...]:
    """The columns that a round has not reached hold what they held; of inputs, what moves read of them."""
    given = {(column, block): value for column, block, value in program.given}
    inputs = [place for place in given if place[0] == "x later"]
    labels = [(column, block.name) for column in ("y later", "query") for block in program.blocks]
    return tuple((*place, given.get(place, empty(program.block(place[1])))) for place in (*inputs, *labels))


def _free(block: Block) -> TracePolynomial:
    name = f"{block.name}_old"
    return scalar(name) if block.rows == "1" else matrix(name, block.rows, block.columns)
