"""Expressions as sides of formulas: in plain text, and in LaTeX term by term."""

from collections.abc import Iterable, Sequence
from itertools import takewhile

from proofs.algebra import rendering
from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.square_root import square_root
from proofs.algebra.typesetting import latex, latex_terms, symbol
from proofs.core.derivation import Expression
from proofs.moments.laws import Law
from proofs.moments.mean import Mean
from verify.document.blocks import Formula, Link, Math, Side

LONGEST, MOST = 300, 20
"""The most letters of an expression in plain text, and the most of its terms in LaTeX; of more, the first are shown."""
STATED = 160
"""The most letters of an expression that is written as it was typed although its canonical form is shorter."""
WIDEST = 240
"""The most signs of one term in LaTeX that a line can take."""
SHORT = 4
"""The most terms above and below the bar of a fraction."""

EQUAL = Math("=", "=")
Pieces = tuple[str, ...]


def side(expression: Expression) -> Side:
    """An expression as it stands in a formula."""
    return Side(plain(expression), pieces(expression))


def stated(expression: Expression) -> Side:
    """An expression as it was typed, where that is known and short, or no longer than its canonical form."""
    canonical = side(expression)
    form = (expression.integrand if isinstance(expression, Mean) else polynomial(expression)).written
    if form is None:
        return canonical
    plain_form, found = rendering.text(form), rendering.latex_pieces(form)
    if isinstance(expression, Mean) and expression.over:
        plain_form = f"E[{plain_form}]"
        found = enclosed(rf"{mean_sign(expression.over)} \bigl[", found, r"\bigr]")
    fits = len(plain_form) <= max(len(canonical.plain), STATED) and max(map(len, found)) <= WIDEST
    return Side(plain_form, found) if fits else canonical


def named(name: str, latex_name: str = "") -> Side:
    """A name that stands for an expression."""
    return Side(name, (latex_name or symbol(name),))


def equation(left: Side, *rights: Side, sign: Math = EQUAL) -> Formula:
    """A chain of sides with the same sign between them."""
    return Formula(left, tuple(Link(sign, right) for right in rights))


def plain(expression: Expression) -> str:
    """An expression in plain text, cut where it is very long."""
    if isinstance(expression, Mean) and not expression.over:
        expression = expression.integrand
    body = f"E[{expression.integrand}]" if isinstance(expression, Mean) else str(expression)
    return body if len(body) <= LONGEST else f"{body[:LONGEST].rsplit(' ', 1)[0]} ... ({body.count(' + ') + 1}+ terms)"


def pieces(expression: Expression) -> Pieces:
    """An expression in LaTeX, term by term; the mean of a square is written as one."""
    if not isinstance(expression, Mean):
        return terms(polynomial(expression))
    if not expression.over:
        return terms(expression.integrand)
    sign, integrand = mean_sign(expression.over), expression.integrand
    root = square_root(integrand) if integrand.is_scalar else None
    if root is None:
        return enclosed(rf"{sign} \bigl[", terms(integrand), r"\bigr]")
    return enclosed(rf"{sign} \bigl(", terms(root), r"\bigr)^{2}")


def terms(whole: TracePolynomial) -> Pieces:
    """The terms in LaTeX, each with its sign; of very many or very long ones the first, and how many there are."""
    found = latex_terms(whole)
    shown = tuple(takewhile(lambda term: len(term) <= WIDEST, found[:MOST]))
    if len(shown) == len(found):
        return found
    dots = r"+ \cdots" if shown else r"\cdots"
    return (*shown, rf"{dots} \text{{ ({len(found)} terms in all)}}")


def mean_sign(over: Iterable[Law]) -> str:
    """The sign of the mean with the names of what is averaged."""
    return rf"\mathbb{{E}}_{{{', '.join(symbol(law.name) for law in over)}}}"


def enclosed(before: str, inner: Pieces, after: str) -> Pieces:
    """Pieces between brackets, which stay with the first and the last of them."""
    first, *rest = inner
    *between, last = f"{before} {first}".strip(), *rest
    return (*between, f"{last} {after}".strip())


def factor(expression: TracePolynomial) -> str:
    """An expression in LaTeX as a factor of a product: in brackets where it is a sum."""
    return latex(expression) if len(expression.terms) == 1 else rf"\left({latex(expression)}\right)"


def base(expression: TracePolynomial) -> str:
    """An expression in LaTeX as the base of a power: in brackets, unless it is a name or has them."""
    text = latex(expression)
    bare = not any(mark in text for mark in (" ", "^", "-", r"\frac"))
    closed = len(expression.terms) == 1 and text.startswith(r"\left(") and text.endswith(r"\right)")
    return text if bare or closed else rf"\left({text}\right)"


def quotient(above: Expression, below: Expression | None) -> Side:
    """A quotient, the numerator alone where there is no denominator."""
    if below is None:
        return side(above)
    top, bottom = polynomial(above), polynomial(below)
    text = f"({plain(above)}) / ({plain(below)})"
    if max(len(top.terms), len(bottom.terms)) <= SHORT:
        return Side(text, (rf"\frac{{{latex(top)}}}{{{latex(bottom)}}}",))
    *before, last = enclosed(r"\bigl(", pieces(above), r"\bigr)")
    first, *after = enclosed(r"/ \bigl(", pieces(below), r"\bigr)")
    return Side(text, (*before, f"{last} {first}", *after))


def assignments(pairs: Sequence[tuple[Math, Expression]]) -> Formula:
    """What names are set to, one after the other."""
    text = ", ".join(f"{name.plain} = {plain(value)}" for name, value in pairs)
    parts = [enclosed(f"{name.latex} =", pieces(value), "") for name, value in pairs]
    return Formula(Side(text, joined(parts, r",\quad")))


def at(pairs: Sequence[tuple[Expression, Expression]]) -> Formula:
    """What symbols are set to."""
    return assignments([(math(symbol), value) for symbol, value in pairs])


def math(expression: Expression) -> Math:
    """A short expression within a line."""
    return Math(plain(expression), " ".join(pieces(expression)))


def math_name(name: str) -> Math:
    """A name within a line."""
    return Math(name, symbol(name))


def joined(parts: Iterable[Pieces], mark: str) -> Pieces:
    """Pieces one after the other, with a mark at the end of each part but the last."""
    *some, last = parts
    return (*(piece for part in some for piece in (*part[:-1], part[-1] + mark)), *last)


PREDICTION = named("prediction", r"\hat{y}")
