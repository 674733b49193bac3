"""A page with one block of each kind, and text that is markup in some format."""

import pytest

from verify.document.blocks import Blocks, Code, Formula, Heading, Items, Link, Math, Paragraph, Side, Table

HOSTILE = r"""<b> & "x" 'y' `z` a_b*c*[d](e)$1$ 50% #1 {f} ~ ^ \end|g -- é Σ"""


@pytest.fixture
def page() -> Blocks:
    equal = Math("=", "=")
    formula = Formula(Side("f", ("f",)), (Link(equal, Side("x^2 + y", ("x^{2}", "+ y"))),))
    return (
        Heading("A title", 1),
        Paragraph(("Some words on ", Math("Sigma", r"\Sigma"), " and ", Code("a_b"), ".")),
        Paragraph(("the laws.",), lead="Setting"),
        Heading("A part", 2),
        Paragraph(("where",)),
        formula,
        Items(((Paragraph(("first",)),), (Paragraph(("second",)), formula)), numbered=True),
        Items(((Paragraph(("point",)),),)),
        Table("Numbers", (("n",), ("value",)), ((("1",), (Math("1/2", r"\frac{1}{2}"),)), (("20",), ("x | y",)))),
    )


@pytest.fixture
def hostile() -> Blocks:
    text = (HOSTILE,)
    return (
        Heading(HOSTILE, 1),
        Paragraph(text, lead=HOSTILE),
        Paragraph((Code(HOSTILE),)),
        Items(((Paragraph(text),),)),
        Table(HOSTILE, (text,), ((text,),)),
    )
