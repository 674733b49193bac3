"""LaTeX: a complete document that a TeX engine takes, whatever stands in the text."""

import re
from collections.abc import Callable

import pytest

from verify.document.blocks import Blocks, Formula, Side
from verify.document.latex import as_latex, escaped

Typeset = Callable[[str], str]


def test_layout(page: Blocks) -> None:
    body = as_latex(page).partition("\\begin{document}\n")[2]
    assert body.startswith("\\section*{A title}\n\nSome words on $\\Sigma$ and \\texttt{a\\_b}.")
    assert "\\textbf{Setting.} the laws." in body
    assert "\\side{f \\allowbreak\n= x^{2} \\allowbreak\n+ y}" in body
    assert "\\begin{enumerate}" in body
    assert "20 & x \\textbar{} y" in body
    assert body.endswith("\\end{document}\n")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("a_l^2 & 5%", r"a\_l\textasciicircum{}2 \& 5\%"), ("\\x{y}", r"\textbackslash{}x\{y\}"),
        ("X'X", r"X\textquotesingle{}X"), ("a - b", "a - b"), ("a--b", "a-{}-b"), ("Σ", "[U+03A3]"), ("é", "é"),
    ],
)  # fmt: skip
def test_text_stays_text(given: str, expected: str) -> None:
    assert escaped(given) == expected


def test_a_tex_engine_takes_it(page: Blocks, hostile: Blocks, typeset: Typeset) -> None:
    assert typeset(as_latex((*page, *hostile)))


def test_long_formulas_stay_on_the_page(typeset: Typeset) -> None:
    factors = r"\left(w^{\top} X^{\top} X x\right) " * 12
    pieces = tuple(rf"+ \frac{{{k}}}{{n}} x_{{{k}}}" for k in range(200))
    log = typeset(as_latex((Formula(Side("", ("0", *pieces, f"+ {factors} x"))),)))
    assert not re.findall(r"Overfull", log)
