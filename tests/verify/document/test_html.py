"""HTML: layout, MathML, and text that stays text."""

from html.parser import HTMLParser

import pytest

from verify.document.blocks import Blocks, Heading
from verify.document.html import as_html, mathml


class Outline(HTMLParser):
    """The tags in order; every end tag must close the last open one."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if not (self.get_starttag_text() or "").endswith("/>"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)


def outline(text: str) -> Outline:
    found = Outline()
    found.feed(str(text))
    assert found.open == []
    return found


def test_layout(page: Blocks) -> None:
    text = as_html(page, deeper=1)
    assert text.startswith("<h2>A title</h2>\n<p>Some words on <math")
    assert "<p><strong>Setting.</strong> the laws.</p>\n<h3>A part</h3>" in text
    assert '<caption>Numbers</caption>\n<thead><tr><th scope="col">n</th><th scope="col">value</th></tr>' in text
    assert {"ol", "ul", "math", "mfrac"} <= set(outline(text).seen)


def test_text_stays_text(hostile: Blocks) -> None:
    found = outline(as_html(hostile))
    assert "b" not in found.seen
    assert set(found.seen) <= {
        "h1", "p", "strong", "code", "ul", "li", "div", "table", "caption", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip
    assert found.text.count('<b> & "x"') == 8


def test_headings_have_anchors_and_at_most_six_levels() -> None:
    assert as_html((Heading("x", 2, '"a"'),), deeper=1) == '<h3 id="&#34;a&#34;">x</h3>'
    assert as_html((Heading("x", 5),), deeper=4) == "<h6>x</h6>"


@pytest.mark.parametrize("name", ["<script>", "a & b", "&lt;", "<img src=x>"])
def test_a_name_in_a_formula_is_no_tag(name: str) -> None:
    seen = set(outline(mathml(name)).seen)
    assert seen <= {"math", "mrow", "mi", "mo", "mn", "mspace", "msub"}


def test_a_sign_between_terms_has_space_on_both_sides() -> None:
    assert '<mrow><mo form="infix" lspace="0.22em" rspace="0.22em">&#x02212;</mo><mn>2</mn>' in mathml("- 2 a")
    assert "infix" not in mathml("-a b")
