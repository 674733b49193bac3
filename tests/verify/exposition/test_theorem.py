"""A theorem on a page of its own, in every format."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from proofs.algebra import scalar
from proofs.algebra.symbols import number
from proofs.core.catalogue import Entry, catalogue
from proofs.core.claims import Equality
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem
from verify.document.latex import as_latex
from verify.document.markdown import as_markdown
from verify.document.text import as_text
from verify.exposition.data import as_data
from verify.exposition.expressions import stated
from verify.exposition.theorem import expose, page

PARTS = ("Hypotheses", "Rules used", "Controls (must be refuted)", "Source", "Uses")


@pytest.fixture(scope="module")
def shown():
    return expose(catalogue()["one_layer.optimum"])


def test_all_formats_tell_the_same_parts(shown):
    blocks = page(shown)
    markdown, tex, text = as_markdown(blocks), as_latex(blocks), as_text(blocks, 80)
    for written, mark in ((markdown, "## "), (tex, "\\subsection*{"), (text, "\n\n")):
        places = [written.index(f"{mark}{part}") for part in PARTS]
        assert places == sorted(places)
        assert all(claim.name.replace("A*", "") in written for claim in shown.theorem.claims)


def test_a_statement_is_typeset_and_not_told_again_by_the_derivation(shown):
    text = as_markdown(page(shown))
    moment = next(claim for claim in shown.theorem.claims if claim.name == "second moment of g")
    assert text.count(stated(moment.left).pieces[0]) == 1
    assert "second moment of g \\[the calculus\\]" in text


@dataclass(frozen=True)
class Wrong(Entry):
    """A theorem that is false, in no file."""

    def load(self) -> Theorem:
        """(x_1 + ... + x_12)^2 = 0, and its derivation stops."""
        whole = sum((scalar(f"x{place}") for place in range(12)), number(0))
        claim = Equality(name="zero", left=whole + 1, right=number(1))
        return Theorem(Source("nobody"), (Hypothesis("n", Predicate.INTEGER, ""),), (claim,))

    @property
    def docstring(self) -> str:
        return "A false statement."


def test_what_is_left_of_an_open_equation_and_where_it_fails():
    shown = expose(Wrong("wrong", Path("wrong.py")))
    text = as_text(page(shown), 120)
    assert "1. zero [the calculus] OPEN" in text
    assert "left - right is\n       x9 + x8 + x7 + x6 + x5 + x4 + x3 + x2 + x11 + x10\n       ... and 2 more" in text
    assert "The claim is false: zero: " in text
    (told,) = as_data(shown)["claims"]
    assert told["lines"][0]["left_over"].endswith("+ x10 ... and 2 more")
    assert told["refuted_by"] in text.replace("\n    ", " ")


def test_a_tex_engine_takes_it(shown, typeset):
    typeset(as_latex(page(shown)))
