"""Claims on sums of entries."""

from collections.abc import Iterator, Sequence

import sympy as sp
from flint import fmpq

from proofs.algebra.typesetting import symbol, with_carets
from proofs.entrywise.claims import (
    DifferentValues,
    EntrywiseIdentity,
    Expansion,
    Inequality,
    Lipschitz,
    LooseBound,
    OpposedShifts,
    Part,
)
from proofs.entrywise.sums import Product, Sum
from verify.document.blocks import Block, Code, Math, Paragraph, Side, Table, Words
from verify.exposition.expressions import equation, named

NAMES = "pqrstuv"
LESS = Math("<=", r"\le")


def sum_side(whole: Sum) -> Side:
    """A sum over indices as it stands in a formula; summed indices are p, q, r, ..."""
    parts = [_term(factors, value, place) for place, (factors, value) in enumerate(whole.terms)]
    return Side(str(whole), tuple(parts) or ("0",))


def _term(factors: Product, value: fmpq, place: int) -> str:
    summed = sorted({index for _, indices in factors for index in indices if isinstance(index, int)})
    names: dict[str | int, str] = {index: NAMES[number] for number, index in enumerate(summed)}
    entries = [
        (r"\delta" if one.name == "delta" else symbol(one.name))
        + (f"_{{{' '.join(names.get(index, str(index)) for index in indices)}}}" if indices else "")
        for one, indices in factors
    ]
    sign = "-" if value < 0 else "+" if place else ""
    size = abs(value)
    number = str(size) if size.q == 1 else rf"\frac{{{size.p}}}{{{size.q}}}"
    head = "" if size == 1 and entries else number
    total = rf"\sum_{{{' '.join(names.values())}}}" if names else ""
    return " ".join(part for part in (sign, head, total, *entries) if part)


def identity(claim: EntrywiseIdentity) -> Iterator[Block]:
    """Both sides; of a derivative what it is the derivative of."""
    if claim.derivative:
        what = "gradient" if claim.derivative == 1 else "Hessian"
        yield Paragraph((f"The {what} of the loss |f - b|^2 / 2 by x, f = exp(A x) / sum exp(A x), is",))
    yield equation(sum_side(claim.left), sum_side(claim.right))
    yield Paragraph((f"for all sizes, the entries of {claim.simplex.name} being positive with sum 1.",))


def lipschitz(claim: Lipschitz) -> Iterator[Block]:
    """The constant, and both sums of squares."""
    constant = Math(str(claim.constant), str(claim.constant))
    yield Paragraph(("The derivative of f(u) = exp(u) / sum exp(u) is",))
    yield equation(Side("J_ij", ("J_{i j}",)), sum_side(claim.jacobian))
    yield Paragraph(("and its quadratic form is",))
    yield equation(Side("v'Jv", (r"v^{\top} J v",)), _parts(claim.lower))
    c = f"{claim.constant} |v|^2 - v'Jv", (rf"{claim.constant} |v|^{{2}} - v^{{\top}} J v",)
    yield equation(Side(*c), _parts(claim.upper))
    yield Paragraph(
        (
            "so no two points move by more than ",
            constant,
            " times the distance of their scores:",
        )
    )
    move = Side("|f(u) - f(u')|", ("|f(u) - f(u')|",))
    yield equation(move, Side(f"{claim.constant} |u - u'|", (f"{claim.constant} |u - u'|",)), sign=LESS)


def _parts(parts: Sequence[Part]) -> Side:
    """Sums of weight * body^2."""
    texts, pieces = [], []
    for place, part in enumerate(parts):
        where = " != ".join(part.indices) if part.distinct else " ".join(part.indices)
        latex = r" \ne ".join(part.indices) if part.distinct else " ".join(part.indices)
        body, weight = sum_side(part.body), sum_side(part.weight)
        texts.append(f"sum_{{{where}}} {weight.plain} ({body.plain})^2")
        sign = "+ " if place else ""
        pieces.append(rf"{sign}\sum_{{{latex}}} {' '.join(weight.pieces)} \left({' '.join(body.pieces)}\right)^{{2}}")
    return Side(" + ".join(texts), tuple(pieces))


def different_values(claim: DifferentValues) -> Iterator[Block]:
    """Both sums, the entries and the values."""
    yield Paragraph(("The two sums",))
    yield equation(named("left"), sum_side(claim.left))
    yield equation(named("right"), sum_side(claim.right))
    entries = "; ".join(f"{name} = {_rows(rows)}" for name, rows in claim.values)
    names = " and of ".join(symbol.name for symbol in claim.simplex)
    simplex = f", the entries of {names} being positive with sum 1" if names else ""
    yield Paragraph((f"are {claim.found[0]} and {claim.found[1]} at {entries}{simplex}.",))


def _rows(rows: tuple[tuple[fmpq, ...], ...]) -> str:
    lines = ["(" + ", ".join(map(str, row)) + ")" for row in rows]
    return lines[0] if len(lines) == 1 else f"({', '.join(lines)})"


def loose_bound(claim: LooseBound) -> Iterator[Block]:
    """The inequality."""
    left = Side(f"{claim.slope} R", (rf"{_fraction(claim.slope)} R",))
    power = _fraction(claim.power)
    right = Side(
        f"n^({claim.power}) exp({claim.growth} R^2)",
        (rf"n^{{{power}}} \exp\left({_fraction(claim.growth)} R^{{2}}\right)",),
    )
    yield Paragraph(("For all R > 0 and n >= 1",))
    yield equation(left, right, sign=LESS)


def _fraction(value: fmpq) -> str:
    return str(value) if value.q == 1 else rf"\frac{{{value.p}}}{{{value.q}}}"


def opposed_shifts(claim: OpposedShifts) -> Iterator[Block]:
    """The data and the cosine."""
    heads: tuple[Words, ...] = ((Code("A"),), (Code("x"),), (Code("b"),), ("cosine",))
    cells = (_rows(claim.A), _rows((claim.x,)), _rows((claim.b,)), claim.cosine)
    step = Math(f"x - {claim.step} gradient", rf"x - {_fraction(claim.step)} \nabla")
    update = Math(f"A + {claim.update} P A", rf"A + {_fraction(claim.update)} P A")
    yield Paragraph(("A step ", step, " and an update ", update, " of attention move f by two vectors."))
    yield Table("Their cosine", heads, (tuple((cell,) for cell in cells),))


def expansion(claim: Expansion) -> Iterator[Block]:
    """Both derivatives and the bound on the remainder."""
    yield Paragraph(("Along u the entries of f have the derivatives",))
    yield equation(Side("df_i/dt", (r"\dot{f}_{i}",)), sum_side(claim.first))
    yield equation(Side("d^2 f_i/dt^2", (r"\ddot{f}_{i}",)), sum_side(claim.second))
    yield Paragraph(("so that",))
    left = Side("sum_i f_i(t u) v_i", (r"\textstyle\sum_{i} f_{i}(t u) v_{i}",))
    right = Side(
        "mean v + t (1/n) sum_i (u_i - mean u) v_i + R",
        (r"\bar{v}", r"+ \frac{t}{n} \textstyle\sum_{i} (u_{i} - \bar{u}) v_{i}", "+ R"),
    )
    yield equation(left, right)
    order = claim.order
    bound = Side(f"t^{order} w^{order} max |v_i| / 4", (rf"t^{{{order}}} w^{{{order}}} \max_{{i}} |v_{{i}}| / 4",))
    yield equation(Side("|R|", ("|R|",)), bound, sign=LESS)
    yield Paragraph(("with w = max u - min u.",))


def inequality(claim: Inequality) -> Iterator[Block]:
    """Both sides."""
    smaller, larger = (Side(with_carets(part), (sp.latex(part),)) for part in (claim.smaller, claim.larger))
    yield equation(smaller, larger, sign=LESS)
    yield Paragraph(("for all ", Math(f"{claim.variable} >= 0", rf"{sp.latex(claim.variable)} \ge 0"), "."))
