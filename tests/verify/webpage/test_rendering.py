"""Templates: what is put in is escaped, what is missing is an error."""

import pytest
from jinja2 import UndefinedError

from verify.document.blocks import Heading, Paragraph
from verify.webpage.rendering import as_html_page, breakable, rendered, symbol_mathml


def test_a_page_of_blocks() -> None:
    page = as_html_page((Heading("<b>", 1), Paragraph(("a & b",))), "<title>")
    assert "<title>&lt;title&gt;</title>" in page
    assert "<h1>&lt;b&gt;</h1>\n<p>a &amp; b</p>" in page
    assert page.count("<script") == 0


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="blocks"):
        rendered("document.html", {"title": "x"})


def test_ids_may_break_and_stay_escaped() -> None:
    assert breakable("a.b_c") == "a.<wbr>b_<wbr>c"
    assert breakable("<i>.x") == "&lt;i&gt;.<wbr>x"


def test_symbols() -> None:
    assert "&#x003A3;" in symbol_mathml("Sigma")
    assert "<script" not in symbol_mathml("<script>")
