"""Every kind of claim has words and formulas, and every claim of the catalogue is written out whole."""

import re

import pytest

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.symbols import number, scalar
from proofs.algebra.typesetting import symbol
from proofs.core.catalogue import catalogue
from proofs.core.claims import Claim, Equality, Implements, LowerBound, Square
from proofs.core.errors import InputError
from proofs.core.listed import LocalMinimum, OptimalSteps
from proofs.moments.dependence import laws, names_of
from verify.checks.table import CHECKS
from verify.document.blocks import Heading, Table
from verify.document.html import as_html
from verify.document.latex import as_latex
from verify.document.markdown import as_markdown
from verify.document.text import as_text
from verify.exposition.kinds import KINDS, statement, words_for

IDS = list(catalogue())


def test_every_kind_that_is_checked_has_words():
    assert set(KINDS) == set(CHECKS)


@pytest.mark.slow
@pytest.mark.parametrize("identifier", IDS)
def test_a_statement_names_what_is_in_the_claim(theorem, identifier):
    for claim in theorem(identifier).claims:
        text = as_markdown(statement(claim))
        assert "cannot be written out" not in text
        for item in claim.abbreviations:
            assert f"{symbol(*names_of(item.symbol))} = " in text
        for law in laws(claim):
            assert f"${symbol(law.name)}$ with " in text
        if isinstance(claim, LowerBound | Implements):
            pairs = claim.minimizer if isinstance(claim, LowerBound) else claim.weights
            for place, _ in pairs:
                assert f"{symbol(*names_of(place))} =" in text


@pytest.mark.slow
@pytest.mark.parametrize("identifier", IDS)
def test_every_format_takes_every_statement(theorem, identifier):
    for claim in theorem(identifier).claims:
        blocks = statement(claim)
        assert max(map(len, as_text(blocks, 80).splitlines())) <= 80
        assert as_html(blocks).count("<math") >= 1


def test_a_tex_engine_takes_all_of_them_and_none_runs_off_the_page(theorem, typeset):
    blocks = []
    for identifier in IDS:
        blocks.append(Heading(identifier, 1))
        blocks += [block for claim in theorem(identifier).claims for block in statement(claim)]
    log = typeset(as_latex(tuple(blocks)))
    assert [width for width in re.findall(r"Overfull \\hbox \(([\d.]+)pt", log) if float(width) > 5] == []


def table_of(claim: Claim) -> Table:
    (found,) = (block for block in statement(claim) if isinstance(block, Table))
    return found


def test_every_listed_number_is_in_the_table(theorem):
    for identifier in IDS:
        for claim in theorem(identifier).claims:
            if isinstance(claim, LocalMinimum):
                cells = as_text((table_of(claim),), 400).split()
                for point in claim.points:
                    assert {digits for _, digits in point.entries} | {point.value, str(point.exceeds)} <= set(cells)
            if isinstance(claim, OptimalSteps):
                cells = as_text((table_of(claim),), 80).replace(",", " ").split()
                assert {step for point in claim.points for step in (point.loss, *point.steps)} <= set(cells)


def test_both_sides_of_an_equality(theorem):
    n = scalar("n")
    assert as_markdown(statement(Equality(name="x", left=n, right=2 * n))) == "$$\nn = 2 n\n$$\n"
    assert as_markdown(statement(Equality(name="x", left=n, right=n))) == "Both sides are\n\n$$\nn\n$$\n"


def test_an_unknown_kind_is_told():
    with pytest.raises(InputError, match=r"no words for claims of kind Claim; add some to verify/exposition/kinds\.py"):
        words_for(Claim(name="some"))
    assert "no words for claims of kind Claim" in as_text(statement(Claim(name="some")), 200)


def test_a_claim_put_together_wrongly_is_told():
    wrong = LowerBound(name="x", objective=number(1), minimizer=(), value=number(0), squares=(Square(number(0)),))
    assert "cannot be written out: ValueError" in as_text(statement(wrong), 200)
    assert polynomial(wrong.value) == 0
