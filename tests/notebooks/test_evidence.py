"""Cells that compute evidence: they parse, name what they say, and give what they promise when they run."""

import ast
from dataclasses import replace

import pytest

from notebooks import shown, tables
from notebooks.book import Kind
from notebooks.evidence import definition, entrywise, equations, instances, minimizer, placed, roads
from proofs.core.claims import Implements
from proofs.moments.rules import difference
from verify.checks.context import Context

OPTIMUM = "one_layer.optimum"
CELLS = {
    "instances": instances("equality"),
    "entrywise": entrywise(),
    "minimizer": minimizer(),
    "equations": equations("induction"),
    "roads": roads("All roads:"),
}


@pytest.fixture
def claim(theorem):
    """A claim of the optimum of one layer by its name; `all` are all of them."""

    def find(name: str):
        return next(item for item in find.all if item.name == name)

    find.all = theorem(OPTIMUM).claims
    return find


@pytest.mark.parametrize("cells", CELLS.values(), ids=CELLS)
def test_words_then_code(cells) -> None:
    said, code = cells
    assert (said.kind, code.kind) == (Kind.TEXT, Kind.CODE)
    assert said.source.endswith(":")
    ast.parse(code.source)


@pytest.fixture
def run(theorem):
    """Run the cells for a claim of the optimum of one layer; the last thing that they show."""
    whole = theorem(OPTIMUM)

    def last_of(cells, claim) -> str:
        names = {"claim": claim, "context": Context(OPTIMUM, whole), "shown": shown, "tables": tables}
        names["difference"] = difference
        *before, last = ast.parse("\n".join(cell.source for cell in cells if cell.kind is Kind.CODE)).body
        exec(compile(ast.Module(before, []), "cells", "exec"), names)
        return repr(eval(compile(ast.Expression(last.value), "cell", "eval"), names))

    return last_of


def test_the_loss_from_the_definition_is_the_claimed_one(run, claim) -> None:
    loss = claim("loss")
    assert "`LinearAttention" in definition(loss.experiment, "claim.right")[0].source
    assert run(definition(loss.experiment, "claim.right"), loss).endswith("unfolded: $0$")
    assert not run(definition(loss.experiment, "2 * claim.right"), loss).endswith("$0$")


def test_both_sides_in_numbers_and_the_minimizer(run, claim) -> None:
    found = run(instances("minimum"), claim("optimum"))
    assert "| equal |" in found
    assert "NOT" not in found
    assert "the objective less that value" in run([*instances("minimum"), *minimizer()], claim("optimum"))


def test_the_prediction_at_the_weights_is_the_algorithm(run, claim) -> None:
    step = next(item for item in claim.all if isinstance(item, Implements))
    assert "at the weights of the claim" in placed(step.experiment)[0].source
    assert run(placed(step.experiment), step).endswith("unfolded: $0$")
    assert not run(placed(step.experiment), replace(step, algorithm=2 * step.algorithm)).endswith("$0$")
