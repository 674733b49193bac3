"""Claims on programs of decoder layers and on what single layers miss."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

import sympy as sp

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.typesetting import with_carets
from proofs.core.derivation import Expression
from proofs.core.programs import Combine, Construction, Divide, Move, Multiply, Operation
from proofs.core.rates import Rate
from verify.document.blocks import Block, Code, Math, Paragraph, Side, Table, Words
from verify.exposition.domains import on_domain
from verify.exposition.expressions import equation, math, named, plain, stated


def construction(claim: Construction) -> Iterator[Block]:
    """The layers, what they compute, and how wide and deep they are."""
    heads: tuple[Words, ...] = (("layer",), ("does",), ("to",))
    rows: list[tuple[Words, ...]] = []
    for place, item in enumerate(claim.program.operations, 1):
        rows.append(((str(place),), (_does(item),), (Code(_target(item)),)))
    yield Paragraph((f"The columns are {', '.join(claim.program.columns)}. They are given this, and zeros elsewhere:",))
    yield from _given(claim)
    yield Paragraph(("Layer by layer, in every column:",))
    yield Table("The program", heads, tuple(rows))
    for column, held in groupby(claim.outputs, key=itemgetter(0)):
        values = [(block, polynomial(value)) for _, block, value in held]
        yield Paragraph((f"At the end the column {column} holds",))
        for block, value in values:
            if value.terms:
                yield equation(named(block), stated(value))
        empty = [block for block, value in values if not value.terms]
        if empty:
            yield Paragraph((f"and nothing in {', '.join(empty)};",))
    yield Paragraph(
        ("with ", _size(claim.width), " rows, ", _size(claim.hidden), f" inner units at most and {claim.depth} layers.")
    )


def _given(claim: Construction) -> Iterator[Block]:
    """What the columns hold at first, block by block."""
    heads: tuple[Words, ...] = (("column",), ("block",), ("holds",))
    rows = [((Code(column),), (Code(block),), (math(value),)) for column, block, value in claim.program.given]
    yield Table("What the columns are given", heads, tuple(rows)) if rows else Paragraph(("nothing.",))


def _does(item: Operation) -> str:
    match item:
        case Move():
            return "mov " + ", ".join(old for old, _ in item.blocks) + f" from {item.source} to {item.target}"
        case Multiply():
            return f"mul {item.left}{chr(39) * item.turned} {item.right}{chr(39) * item.across}"
        case Combine():
            return "aff " + " ".join(_part(*part, first=not place) for place, part in enumerate(item.parts))
        case Divide():
            return f"div {item.block} by {item.by}"


def _part(factor: Expression, name: str, *, first: bool) -> str:
    """A coefficient and a block, with a sign in front."""
    value = polynomial(factor)
    sign, size = ("-", -value) if plain(value).startswith("-") and len(value.terms) == 1 else ("+", value)
    text = "" if size == 1 else f"{plain(size)} " if len(size.terms) == 1 else f"({plain(size)}) "
    return f"{sign.replace('+', '')}{text}{name}" if first else f"{sign} {text}{name}"


def _target(item: Operation) -> str:
    return ", ".join(new for _, new in item.blocks) if isinstance(item, Move) else item.target


def _size(size: tuple[int, int, int]) -> Math:
    parts = [(value, power) for power, value in enumerate(size) if value]
    texts = [f"{value} d^{power}" if power > 1 else f"{value} d" if power else str(value) for value, power in parts]
    text = " + ".join(reversed(texts)) or "0"
    return Math(text, text)


ERRORS = {
    "mul": "The error of sqrt(pi/2) (G(s(p+q)) - G(sp) - G(sq)) / s^2 as p q, as s tends to 0, is",
    "div": "The relative error of a quotient behind LayerNorm, as the scale N of the copies of b grows, is",
    "aff": "The error of the copy G(z + far) - far as z, at t = z + far > 0, as t grows, is",
    "mov": "The weight that attention leaves to m other columns, as the score F of the wanted one grows, is",
}


def rate(claim: Rate) -> Iterator[Block]:
    """The leading term of an error and its bound."""
    leading, bound = (Side(with_carets(part), (sp.latex(part),)) for part in (claim.leading, claim.bound))
    yield Paragraph((ERRORS[claim.operator],))
    yield equation(named("error", r"\text{error}"), leading)
    yield Paragraph(("times a factor that tends to 1, and for all values", *on_domain(claim.domain)))
    absolute = named("|error|", r"|\text{error}|")
    yield equation(absolute, bound, sign=Math("<=", r"\le"))
    if claim.operator == "mul":
        yield Paragraph(("with |p| and |q| for p and q.",))
