"""Plain text: layout, width."""

from hypothesis import given
from hypothesis import strategies as st

from verify.document.blocks import Blocks, Heading, Items, Paragraph, Table
from verify.document.text import as_text

EXPECTED = """\
A title
=======
Some words on Sigma and a_b.

Setting: the laws.

A part
  where
       f = x^2 + y
  1. first
  2. second
       f
     = x^2 + y
  point
  Numbers:
    n   value
    1   1/2
    20  x | y"""


def test_layout(page: Blocks) -> None:
    assert as_text(page, 80) == EXPECTED


def test_a_table_that_is_too_wide_is_told_row_by_row() -> None:
    columns = tuple((f"column {k}",) for k in range(9))
    lines = as_text((Table("Wide", columns, (tuple((str(k),) for k in range(9)),)),), 40).splitlines()
    assert max(map(len, lines)) <= 40
    assert " ".join(" ".join(lines).split()) == "Wide: " + ", ".join(f"column {k} = {k}" for k in range(9))


words = st.lists(st.text("abc", min_size=1, max_size=9), min_size=1, max_size=40).map(" ".join)


@given(words, st.integers(24, 100))
def test_no_word_is_lost_and_no_line_too_long(text: str, width: int) -> None:
    blocks = Heading("x", 1), Paragraph((text,), lead="Claim"), Heading("y", 2), Items(((Paragraph((text,)),),), True)
    lines = as_text(blocks, width).splitlines()
    assert max(map(len, lines)) <= width
    assert " ".join(lines).split() == ["x", "=", "Claim:", *text.split(), "y", "1.", *text.split()]
