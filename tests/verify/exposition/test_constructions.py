"""What the columns of a program are given is part of the statement, in every format and on the text page."""

import pytest

from proofs.core.catalogue import catalogue
from proofs.core.programs import Construction
from verify.document.html import as_html
from verify.document.latex import as_latex
from verify.document.markdown import as_markdown
from verify.document.text import as_text
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
