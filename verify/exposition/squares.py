"""Sums of squares: each square as a weight times a squared norm, in which its body is written once."""

from collections.abc import Sequence

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import as_polynomial
from proofs.algebra.typesetting import latex
from proofs.core.claims import Square
from proofs.core.derivation import Expression
from proofs.moments.dependence import laws, symbols_of
from verify.document.blocks import Side
from verify.exposition.expressions import Pieces, base, enclosed, factor, mean_sign, terms


def sum_of_squares(squares: Sequence[Square]) -> Side:
    """All the squares, added."""
    first, *rest = (_pieces(square) for square in squares)
    pieces = (*first, *(piece for more in rest for piece in enclosed("+", more, "")))
    return Side(" + ".join(map(plain_square, squares)), pieces)


def plain_square(square: Square) -> str:
    """weight |before^(1/2) (body) after^(1/2)|^2 in plain text."""
    body = polynomial(square.body)
    weight = "" if square.weight is None else f"({square.weight})"
    front = _in_front(square, weight, "E" * bool(square.over))
    if body.is_scalar:
        return f"{front}({body})^2"
    before, after = ("" if side is None else f"({side})^(1/2)" for side in (square.before, square.after))
    return f"{front}|{' '.join(filter(None, (before, f'({body})', after)))}|^2"


def _pieces(square: Square) -> Pieces:
    weight = "" if square.weight is None else factor(polynomial(square.weight))
    mean = mean_sign(laws(square.over)) if square.over else ""
    return enclosed(_in_front(square, weight, mean).strip(), _squared(square, polynomial(square.body)), "")


def _in_front(square: Square, weight: str, mean: str) -> str:
    """Weight and sign of the mean; the mean first where what is averaged enters the weight."""
    averaged = {law.name for law in laws(square.over)}
    held = set() if square.weight is None else symbols_of(polynomial(square.weight))
    parts = (mean, weight) if averaged & held else (weight, mean)
    return "".join(f"{part} " for part in parts if part)


def _squared(square: Square, body: TracePolynomial) -> Pieces:
    if body.is_scalar:
        short = len(body.terms) == 1
        return (f"{base(body)}^{{2}}",) if short else enclosed(r"\bigl(", terms(body), r"\bigr)^{2}")
    inner = terms(body) if len(body.terms) == 1 else enclosed(r"\bigl(", terms(body), r"\bigr)")
    norm = r"\rVert^{2}" if body.columns == "1" else r"\rVert_{F}^{2}"
    return enclosed(r"\lVert", enclosed(_root(square.before), inner, _root(square.after)), norm)


def _root(matrix: Expression | None) -> str:
    """The square root of a positive matrix, as a factor; empty for the identity."""
    if matrix is None:
        return ""
    whole = polynomial(matrix)
    name = latex(whole)
    if len(whole.letters) != 1 or whole != as_polynomial(whole.letters[0]):
        return rf"\left({name}\right)^{{1/2}}"
    return f"{name.removesuffix('}')}/2}}" if name.endswith("^{-1}") else f"{name}^{{1/2}}"
