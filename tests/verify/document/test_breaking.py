"""Where lines of formulas end."""

import pytest

from verify.document.blocks import Formula, Link, Math, Side
from verify.document.breaking import aligned_lines, glyphs, rows

EQUAL = Math("=", "=")


def chain(*sides: tuple[str, ...]) -> Formula:
    first, *rest = (Side("", pieces) for pieces in sides)
    return Formula(first, tuple(Link(EQUAL, side) for side in rest))


@pytest.mark.parametrize(
    ("latex", "count"),
    [
        ("x", 1), (r"\Sigma", 1), (r"x_{12}", 3), (r"X^{\top} X", 3), (r"\operatorname{tr}\left(A\right)", 5),
        (r"\frac{a}{b c}", 3), ("- a", 4), (r"\bigl( a \bigr)", 3),
    ],
)  # fmt: skip
def test_glyphs(latex: str, count: int) -> None:
    assert glyphs(latex) == count


def test_a_short_formula_is_one_row() -> None:
    assert rows(chain(("a",), ("b", "+ c")), 20) == [("a", "= b", "+ c")]


def test_a_short_left_side_stands_with_the_next() -> None:
    long = tuple("x" * 9 for _ in range(4))
    assert rows(chain(("a",), long, ("b",)), 20) == [("a", "= xxxxxxxxx", *long[1:]), ("= b",)]
    assert rows(chain(long, ("b",)), 20) == [long, ("= b",)]


def test_lines_are_filled() -> None:
    assert aligned_lines(chain(("aaaa", "+ b", "+ c", "+ d"), ("e",)), 10) == [
        "& aaaa + b",
        r"& \quad + c + d",
        "& = e",
    ]
