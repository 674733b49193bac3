"""Formulas in LaTeX, in lines that fit the page: lines end in front of a sign or a relation."""

import re
from collections.abc import Iterable

from verify.document.blocks import Formula

COMMAND = re.compile(r"\\(?:[a-zA-Z]+|.)")
WORD = re.compile(r"\\(?:operatorname|mathrm|text)\{([^}]*)\}")
SILENT = re.compile(r"\\(?:left|right|big[lr]?|frac|mathbb|mathcal)(?![a-zA-Z])")
MARK = re.compile(r"[{}^_&\s]")
SIGN = re.compile(r"(?<=\s)[-+=](?=\s)|^[-+=](?=\s)|\\quad")
SHORT = 0.25
"""A left side up to this part of the width does not take a line of its own."""


def glyphs(latex: str) -> int:
    """About how many letters wide a piece of LaTeX is set; rather too many than too few."""
    spelled = SILENT.sub("", SIGN.sub(" xxx ", WORD.sub(r"\1", latex)))
    return len(MARK.sub("", COMMAND.sub("x", spelled)))


def rows(formula: Formula, width: int) -> list[tuple[str, ...]]:
    """The pieces of the formula, a new row at each relation sign; in one row where it is about `width` letters at most.

    A short left side stands in the first row together with the next side.
    """
    links = [(f"{link.sign.latex} {link.side.pieces[0]}", *link.side.pieces[1:]) for link in formula.links]
    whole = (*formula.first.pieces, *(piece for link in links for piece in link))
    if glyphs(" ".join(whole)) <= width:
        return [whole]
    if links and glyphs(" ".join(formula.first.pieces)) <= SHORT * width:
        return [(*formula.first.pieces, *links[0]), *links[1:]]
    return [formula.first.pieces, *links]


def aligned_lines(formula: Formula, width: int) -> list[str]:
    """The formula as lines for `aligned`, each about `width` letters at most."""
    return [f"& {line}" for row in rows(formula, width) for line in _packed(row, width)]


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
