"""The parts of a page, in no format yet: headings, paragraphs, formulas, lists and tables.

Mathematics stands in them twice, in plain text and in LaTeX, both made from the same object; each format takes the one
that it can show.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Math:
    """Mathematics within a line."""

    plain: str
    latex: str


@dataclass(frozen=True)
class Code:
    """A name or a line to be typed, letter by letter."""

    text: str


Inline = str | Math | Code
Words = tuple[Inline, ...]
"""What a line is made of. Strings are text: every format escapes what it would read as markup."""


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the title of the page. `anchor` is a name to link to, where the format has links."""

    text: str
    level: int
    anchor: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, after a word that leads it in (such as Setting) where it has one."""

    words: Words
    lead: str = ""


@dataclass(frozen=True)
class Side:
    """What stands on one side of a relation; in LaTeX in pieces, between any two of which a line may end.

    No piece closes a bracket of `\\left` or `\\right` that another opens.
    """

    plain: str
    pieces: tuple[str, ...]


@dataclass(frozen=True)
class Link:
    """A relation sign and what follows it."""

    sign: Math
    side: Side


@dataclass(frozen=True)
class Formula:
    """A displayed formula: a side, or a chain of sides with relation signs between them."""

    first: Side
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table of lines, under a caption and column headings."""

    caption: str
    columns: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True)
class Items:
    """A list; each item starts with a paragraph."""

    items: tuple[tuple["Block", ...], ...]
    numbered: bool = False


Block = Heading | Paragraph | Formula | Table | Items
Blocks = tuple[Block, ...]
