"""Markdown: layout, and text that stays text."""

import pytest

from verify.document.blocks import Blocks, Code, Formula, Paragraph, Side
from verify.document.markdown import as_markdown, words

EXPECTED = r"""# A title

Some words on $\Sigma$ and `a_b`.

**Setting.** the laws.

## A part

where

$$
f = x^{2} + y
$$

1. first
2. second

   $$
   f = x^{2} + y
   $$

- point

Numbers:

| n | value |
| --- | --- |
| 1 | $\frac{1}{2}$ |
| 20 | x \| y |
"""


def test_layout(page: Blocks) -> None:
    assert as_markdown(page) == EXPECTED


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("a_l * b_l", r"a\_l \* b\_l"), ("<b> [x](y)", r"\<b> \[x\](y)"), ("- a", r"\- a"), ("1. a", r"1\. a"),
        ("$x$", r"\$x\$"), ("> a", r"\> a"), ("+ a", r"\+ a"), ("# a", r"\# a"), ("1.5", "1.5"),
    ],
)  # fmt: skip
def test_text_stays_text(given: str, expected: str) -> None:
    assert words((given,)) == expected


def test_code_with_ticks() -> None:
    assert as_markdown((Paragraph((Code("`a` b"),)),)) == "`` `a` b ``\n"


def test_a_long_formula_is_broken_between_its_pieces() -> None:
    pieces = tuple(f"+ x_{{{k}}}" for k in range(60))
    lines = as_markdown((Formula(Side("", pieces)),)).splitlines()
    assert lines[:2] == ["$$", r"\begin{aligned}"]
    assert len(lines) > 6
    assert max(map(len, lines)) < 320
    assert [piece for line in lines for piece in line.split("& ")[1:]] != []
    assert all(f"x_{{{k}}}" in "".join(lines) for k in range(60))
