"""Polynomials as they were written, in plain text and in LaTeX, and multiplied out again."""

from collections.abc import Callable
from functools import reduce
from operator import add, matmul

from flint import fmpq

from proofs.algebra.letters import UNIT
from proofs.algebra.polynomial import Form, TracePolynomial, trace
from proofs.algebra.symbols import number
from proofs.algebra.typesetting import latex as latex_of_leaf
from proofs.algebra.written import Kind, Written

SUM, PRODUCT, POWER, ATOM = range(4)
"""How strongly a form holds together."""


def multiplied_out(form: Form) -> TracePolynomial:
    """The polynomial that a form stands for."""
    parts = [multiplied_out(part) for part in form.parts]
    match form.kind:
        case Kind.SUM:
            return reduce(add, parts)
        case Kind.PRODUCT:
            return reduce(_times, parts, number(form.factor))
        case Kind.QUOTIENT:
            return parts[0] / parts[1]
        case Kind.POWER:
            found: TracePolynomial = parts[0] ** form.power
            return found
        case Kind.TRANSPOSE:
            return parts[0].T
        case Kind.TRACE:
            return trace(parts[0])
        case Kind.LEAF:
            if form.leaf is None:
                raise ValueError("a leaf without a letter")
            return form.leaf


def _times(left: TracePolynomial, right: TracePolynomial) -> TracePolynomial:
    return left * right if left.is_scalar or right.is_scalar else matmul(left, right)


def text(form: Form) -> str:
    """The form in one line of plain text."""
    match form.kind:
        case Kind.SUM:
            return " ".join(_pieces(form, text))
        case Kind.PRODUCT:
            factor = _sign(form.factor) + ("" if abs(form.factor) == 1 and form.parts else str(abs(form.factor)))
            body = " ".join(_within(part, POWER, text, "({})") for part in form.parts[:-1])
            last = "".join(_last(part) for part in form.parts[-1:])
            return _sign(form.factor) + " ".join(part for part in (factor.removeprefix("-"), body, last) if part)
        case Kind.QUOTIENT:
            above, below = form.parts
            return f"{_within(above, PRODUCT, text, '({})')} / {_within(below, POWER, text, '({})')}"
        case Kind.POWER:
            return f"{_within(form.parts[0], ATOM, text, '({})')}^{form.power}"
        case Kind.TRANSPOSE:
            return f"{_within(form.parts[0], ATOM, text, '({})')}'"
        case Kind.TRACE:
            return f"tr({text(form.parts[0])})"
        case Kind.LEAF:
            return str(form.leaf)


def _last(form: Form) -> str:
    """The last factor in plain text: a (b / c) is a b / c."""
    return text(form) if form.kind is Kind.QUOTIENT else _within(form, POWER, text, "({})")


def latex(form: Form) -> str:
    """The form in LaTeX."""
    match form.kind:
        case Kind.SUM:
            return " ".join(_pieces(form, latex))
        case Kind.PRODUCT:
            size = abs(form.factor)
            number_of = str(size) if size.q == 1 else rf"\frac{{{size.p}}}{{{size.q}}}"
            head = "" if size == 1 and form.parts else number_of
            return _sign(form.factor) + " ".join(part for part in (head, *map(_factor, form.parts)) if part)
        case Kind.QUOTIENT:
            above, below = (latex(part) for part in form.parts)
            return rf"\frac{{{above}}}{{{below}}}"
        case Kind.POWER:
            return f"{_base(form.parts[0])}^{{{form.power}}}"
        case Kind.TRANSPOSE:
            return rf"{_base(form.parts[0])}^{{\top}}"
        case Kind.TRACE:
            return rf"\operatorname{{tr}}\left({latex(form.parts[0])}\right)"
        case Kind.LEAF:
            if form.leaf is None:
                raise ValueError("a leaf without a letter")
            return latex_of_leaf(form.leaf)


def _base(form: Form) -> str:
    """What a power or a transpose is of, in LaTeX: in brackets where it has an exponent already."""
    found = latex(form)
    return found if _holds(form) == ATOM and "^" not in found else rf"\left({found}\right)"


def _factor(form: Form) -> str:
    """A factor in LaTeX; a fraction needs no brackets."""
    return latex(form) if form.kind is Kind.QUOTIENT else _within(form, POWER, latex, r"\left({}\right)")


def latex_pieces(form: Form) -> tuple[str, ...]:
    """The form in LaTeX, terms with their signs or factors; a line may end between any two of them."""
    if form.kind is Kind.SUM:
        return _pieces(form, latex)
    if form.kind is not Kind.PRODUCT or not form.parts:
        return (latex(form),)
    first, *factors = form.parts
    head = latex(Written(Kind.PRODUCT, (first,), factor=form.factor)) if form.factor != 1 else _factor(first)
    return (head, *map(_factor, factors))


def _pieces(form: Form, render: Callable[[Form], str]) -> tuple[str, ...]:
    """The parts of a sum with their signs; there are no sums among them."""
    return tuple(_signed(render(part)) if place else render(part) for place, part in enumerate(form.parts))


def _signed(piece: str) -> str:
    return f"- {piece.removeprefix('-').lstrip()}" if piece.startswith("-") else f"+ {piece}"


def _within(part: Form, least: int, render: Callable[[Form], str], brackets: str) -> str:
    return render(part) if _holds(part) >= least else brackets.format(render(part))


def _holds(form: Form) -> int:
    """Signs hold a form together no better than a sum does."""
    if form.kind is Kind.SUM or (form.kind is Kind.PRODUCT and form.factor < 0):
        return SUM
    if form.kind is Kind.LEAF:
        word = form.leaf is not None and len(str(form.leaf).split()) > 1
        return PRODUCT if word or (form.leaf is not None and "^" in str(form.leaf) and form.leaf.rows == UNIT) else ATOM
    if form.kind is Kind.PRODUCT:
        return ATOM if not form.parts and form.factor.q == 1 else PRODUCT
    return {Kind.QUOTIENT: PRODUCT, Kind.POWER: POWER, Kind.TRANSPOSE: POWER, Kind.TRACE: ATOM}[form.kind]


def _sign(factor: fmpq) -> str:
    return "-" if factor < 0 else ""
