"""Formulas in LaTeX, in lines that fit the page: lines end in front of a sign or a relation."""

import re
from collections.abc import Iterable

from verify.document.blocks import Formula

COMMAND = re.compile(r"\\(?:[a-zA-Z]+|.)")
WORD = re.compile(r"\\(?:operatorname|mathrm|text)\{([^}]*)\}")
SILENT = re.compile(r"\\(?:left|right|big[lr]?|frac|mathbb|mathcal|top|lVert|rVert)(?![a-zA-Z])|[{}^_&\s]")
SHORT = 0.25
"""A left side up to this part of the width stands in front of the relation signs, which are then aligned."""


def glyphs(latex: str) -> int:
    """About how many letters wide a piece of LaTeX is set; rather too many than too few."""
    spelled = SILENT.sub("", WORD.sub(r"\1", latex))
    return len(COMMAND.sub("x", spelled))


def aligned_lines(formula: Formula, width: int) -> list[str]:
    """The formula as lines with alignment marks (&), for `align` and `aligned`, each about `width` letters at most."""
    links = [(f"{link.sign.latex} {link.side.pieces[0]}", *link.side.pieces[1:]) for link in formula.links]
    whole = " ".join(piece for part in (formula.first.pieces, *links) for piece in part)
    if glyphs(whole) <= width:
        return [f"& {whole}"]
    first = _packed(formula.first.pieces, width)
    rest = [line for link in links for line in _packed(link, width)]
    if rest and len(first) == 1 and glyphs(first[0]) <= SHORT * width:
        return [f"{first[0]} & {rest[0]}", *(f"& {line}" for line in rest[1:])]
    return [f"& {line}" for line in (*first, *rest)]


def _packed(pieces: Iterable[str], width: int) -> list[str]:
    """The pieces in as few lines as hold them, all but the first set in."""
    lines: list[str] = []
    used = 0
    for piece in pieces:
        size = glyphs(piece)
        if lines and used + size <= width:
            lines[-1] += f" {piece}"
            used += size
        else:
            lines.append(piece if not lines else rf"\quad {piece}")
            used = size
    return lines
