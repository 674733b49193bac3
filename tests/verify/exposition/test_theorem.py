"""A theorem on a page of its own, in every format."""

import json

import pytest

from proofs.core.catalogue import catalogue
from proofs.moments.mean import Mean
from verify.document.latex import as_latex
from verify.document.markdown import as_markdown
from verify.document.text import as_text
from verify.exposition.data import as_data
from verify.exposition.expressions import stated
from verify.exposition.prose import paragraphs
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


def test_without_statements_abbreviations_are_told_in_a_line(shown):
    text = as_text(page(shown, statements=False), 80)
    assert "  where t = (tr(Sigma Psi) + sigma2) / n" in text
    assert "The mean is over" not in text


def test_a_tex_engine_takes_it(shown, typeset):
    typeset(as_latex(page(shown)))


def test_as_data_nothing_is_cut(shown):
    data = json.loads(json.dumps(as_data(shown), allow_nan=False))
    assert data["id"] == "one_layer.optimum"
    assert [claim["name"] for claim in data["claims"]] == [claim.name for claim in shown.theorem.claims]
    assert all(claim["proved"] for claim in data["claims"])
    loss = next(claim for claim in shown.theorem.claims if claim.name == "loss")
    assert isinstance(loss.left, Mean)
    (line,) = (line for line in data["claims"][2]["lines"] if line["says"] == "loss")
    assert line["left"] == f"E[{loss.left.integrand}]"
    assert line["right"] == str(loss.right)
    assert line["right_latex"].startswith(r"\operatorname{tr}")
    assert data["source"]["provenance"] == "in none of the papers"


def test_a_kind_without_derivation_says_so():
    data = as_data(expose(catalogue()["many_layers.step_sizes_listed"]))
    assert data["claims"][0]["reason"] == "no symbolic derivation: other roads settle this kind"


def test_paragraphs_of_a_docstring():
    found = paragraphs("Title, which\ngoes on.\n\nSetting: x is y,\nand z.\nClaim: x = z.\nA plain line.\n\nMore.")
    assert [(block.lead, block.words) for block in found] == [
        ("", ("Title, which goes on.",)),
        ("Setting", ("x is y, and z.",)),
        ("Claim", ("x = z. A plain line.",)),
        ("", ("More.",)),
    ]
