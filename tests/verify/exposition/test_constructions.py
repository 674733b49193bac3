"""What the columns of a program are given is part of the statement, in every format and on the text page."""

import pytest

from proofs.algebra.symbols import number, scalar, vector
from proofs.core.catalogue import catalogue
from proofs.core.programs import Block, Combine, Construction, Divide, Move, Multiply, Program
from proofs.core.rates import OPERATORS, SMALL, P, Q, Rate
from verify.document.html import as_html
from verify.document.latex import as_latex
from verify.document.markdown import as_markdown
from verify.document.text import as_text
from verify.exposition.constructions import ERRORS, construction, rate
from verify.exposition.kinds import statement
from verify.exposition.theorem import expose, page

UPDATES = "constructions.ridge_update"
FORMATS = {"text": lambda blocks: as_text(blocks, 80), "markdown": as_markdown, "latex": as_latex, "html": as_html}


def rows(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


@pytest.mark.parametrize("identifier", ["constructions.gradient_step", UPDATES])
def test_every_given_block_is_a_row_of_the_text(theorem, identifier: str) -> None:
    for claim in theorem(identifier).claims:
        if isinstance(claim, Construction):
            found = rows(as_text(statement(claim), 80))
            for column, block, value in claim.program.given:
                assert f"{column} {block} {value}" in found


@pytest.mark.parametrize("name", FORMATS)
def test_the_start_of_the_updates_is_in_every_format(theorem, name: str) -> None:
    (claim, *_) = theorem(UPDATES).claims
    text = FORMATS[name](statement(claim))
    assert "What the columns are given" in text
    given, _, _ = text.partition("What the columns are given")[2].partition("Layer by layer")
    assert "lambda" in given or "&#x003BB;" in given


def test_the_text_page_states_what_the_derivation_does_not() -> None:
    found = rows(as_text(page(expose(catalogue()[UPDATES])), 80))
    assert "first Q lambda^-1 I" in found


BLOCKS = (Block("a"), Block("b"), Block("v", "d"), Block("A", "d", "d"))
OPERATIONS = (
    Move((("v", "v"), ("a", "b")), "one", "two"),
    Multiply("v", "v", "A", across=True),
    Multiply("v", "v", "a", turned=True),
    Combine(((number(1), "a"), (-2 * scalar("c"), "b"), (scalar("c") + 1, "a")), "b"),
    Combine(((number(-1), "a"),), "b"),
    Divide("v", "a", "v"),
)
PROGRAM = Program(BLOCKS, ("start", "one", "two"), (("one", "v", vector("w", "d")),), OPERATIONS)
CLAIM = Construction(
    name="c",
    program=PROGRAM,
    outputs=(("two", "v", vector("w", "d")), ("two", "a", number(0)), ("one", "b", number(3))),
    width=(4, 0, 2),
    hidden=(0, 3, 0),
    depth=6,
)


def said(blocks) -> str:
    return " ".join(as_text(tuple(blocks), 200).split())


def test_layer_by_layer():
    text = said(construction(CLAIM))
    assert "The columns are start, one, two." in text
    for line in (
        "1 mov v, a from one to two v, b",
        "2 mul v v' A",
        "3 mul v' v a",
        "4 aff a - 2 c b + (1 + c) a b",
        "5 aff -a b",
        "6 div v by a v",
    ):
        assert line in text


def test_what_the_columns_hold_and_how_large_the_layers_are():
    text = said(construction(CLAIM))
    assert "At the end the column two holds v = w and nothing in a;" in text
    assert "At the end the column one holds b = 3" in text
    assert text.endswith("with 2 d^2 + 4 rows, 3 d inner units at most and 6 layers.")


@pytest.mark.parametrize("operator", OPERATORS)
def test_rates(operator):
    claim = Rate(name="r", operator=operator, leading=SMALL * P * Q, bound=SMALL * P)
    text = said(rate(claim))
    assert text.startswith(ERRORS[operator])
    assert "error = p*q*s" in text
    assert "|error| <= p*s" in text
    assert ("with |p| and |q| for p and q." in text) is (operator == "mul")
    assert r"|\text{error}| \le p s" in as_markdown(tuple(rate(claim)))
