"""Claims of bounds: lower bounds and minima by sums of squares, semidefinite bounds, sets of zeros."""

from collections.abc import Iterator

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.typesetting import symbol
from proofs.core.claims import Coercive, Diagonalised, LowerBound, Minimum, OrthogonalZeros, ZeroProduct, ZeroSet
from proofs.core.flow import Flow
from proofs.core.listed import SemidefiniteBound
from verify.document.blocks import Block, Items, Math, Paragraph, Side, Words
from verify.exposition.expressions import at, enclosed, equation, factor, math, named, quotient, side, stated
from verify.exposition.moved import variables
from verify.exposition.squares import sum_of_squares

LOSS, LEAST, BOUND, TOTAL = named("f"), named("f_*", "f_{*}"), named("bound", r"\beta"), named("h")
D_OF_TWO, D_OF_ONE = Math("d >= 2", r"d \ge 2"), Math("d = 1", "d = 1")


def lower_bound(claim: LowerBound) -> Iterator[Block]:
    """The bound with its sum of squares, and where it is attained."""
    yield from _bound(claim, BOUND)
    yield Paragraph(("It is attained at",))
    yield at(claim.minimizer)


def minimum(claim: Minimum) -> Iterator[Block]:
    """The least value with its sum of squares, the minimizer, and in which sense it is the only one."""
    yield from _bound(claim, LEAST)
    yield Paragraph(("It is attained at no other point than" if claim.unique else "It is attained at",))
    yield at(claim.minimizer)
    if claim.prediction is not None and claim.computes is not None:
        yield Paragraph(("Every minimizer computes the same function: the prediction",))
        yield equation(stated(claim.prediction), stated(claim.computes))


def _bound(claim: LowerBound, value: Side) -> Iterator[Block]:
    yield Paragraph(("The function",))
    folded = () if claim.folded is None else (stated(claim.folded),)
    yield equation(LOSS, stated(claim.objective), *folded)
    yield Paragraph(("is at least",))
    yield equation(value, stated(claim.value))
    yield Paragraph(("because the difference is a sum of squares:",))
    yield equation(_minus(value), sum_of_squares(claim.squares))


def _minus(value: Side) -> Side:
    return Side(f"f - {value.plain}", (f"f - {value.pieces[0]}",))


def semidefinite_bound(claim: SemidefiniteBound) -> Iterator[Block]:
    """The bound and the sizes at which a Gram matrix certifies it."""
    yield Paragraph(("The function",))
    yield equation(LOSS, stated(claim.objective))
    yield variables(claim.objective, ("d", "n"), "")
    sizes = ", ".join(f"({d}, {n})" for d, n in claim.sizes)
    yield Paragraph(("It is at the sizes (d, n) = ", Math(sizes, sizes), " at least"))
    yield equation(LEAST, quotient(claim.value, claim.denominator))
    yield Paragraph(("the difference being a sum of squares of polynomials in the entries of the weights.",))


def zero_set(claim: ZeroSet) -> Iterator[Block]:
    """The nonnegative function, how it splits into products, and the branches of its zeros."""
    yield Paragraph(("The zeros of",))
    yield equation(TOTAL, stated(claim.total))
    yield Paragraph(("at which ", math(claim.form), " is a given invertible (d, d) matrix are the branches"))
    yield Items((_branches(D_OF_TWO, claim.branches), _branches(D_OF_ONE, claim.branches_at_one)))
    for place, product in enumerate(claim.products):
        yield Paragraph(("where one of the factors vanishes,",) if place else ("For",))
        yield equation(TOTAL, _product(product))


def _branches(where: Math, branches: tuple[frozenset[str], ...]) -> tuple[Paragraph]:
    words: Words = ("for ", where, ": ")
    for place, branch in enumerate(branches):
        names = sorted(branch)
        zeros = ", ".join(f"{name} = 0" for name in names), r",\ ".join(f"{symbol(name)} = 0" for name in names)
        words += (*(" or ",) * bool(place), Math(*zeros))
    return (Paragraph((*words, "." if branches else "none.")),)


def _product(product: ZeroProduct) -> Side:
    """weight * first * second + rest."""
    first, second = sum_of_squares((product.first,)), sum_of_squares((product.second,))
    weight, rest = polynomial(product.weight), sum_of_squares(product.rest) if product.rest else None
    pieces = (*enclosed(factor(weight), first.pieces, ""), *second.pieces)
    text = f"({weight}) {first.plain} {second.plain}"
    if rest is None:
        return Side(text, pieces)
    return Side(f"{text} + {rest.plain}", (*pieces, *enclosed("+", rest.pieces, "")))


def diagonalised(claim: Diagonalised) -> Iterator[Block]:
    """The function, its two matrices, and its second difference as squares."""
    turned, averaged = math(claim.turned), math(claim.averaged)
    yield Paragraph(("For every symmetric ", turned, ", diagonal in a basis U, and every ", averaged, " the function"))
    yield equation(LOSS, stated(claim.objective))
    yield Paragraph(("is no larger at the two diagonals in that basis. It is invariant when both turn, and convex:",))
    B, H = averaged, math(claim.step)
    second = Side(
        f"f({B.plain} + {H.plain}) + f({B.plain} - {H.plain}) - 2 f({B.plain})",
        (f"f({B.latex} + {H.latex})", f"+ f({B.latex} - {H.latex})", f"- 2 f({B.latex})"),
    )
    yield equation(second, sum_of_squares(claim.squares))


def coercive(claim: Coercive) -> Iterator[Block]:
    """The function as growth and squares less a constant."""
    yield Paragraph(("The function",))
    yield equation(LOSS, stated(claim.objective))
    yield Paragraph(("grows in every direction, so that it has a least value on every closed set. Its growth is",))
    yield equation(named("g"), sum_of_squares(claim.growth))
    yield Paragraph(("and what is more than the growth is a sum of squares less a constant:",))
    yield equation(Side("f - g + constant", (r"f - g + \kappa",)), sum_of_squares(claim.squares))
    yield equation(Side("constant", (r"\kappa",)), stated(claim.constant))


def flow(claim: Flow) -> Iterator[Block]:
    """The function, the start of its gradient flow, what the flow keeps and where it goes."""
    yield Paragraph(("Along the gradient flow of the function",))
    yield equation(LOSS, stated(claim.objective))
    yield Paragraph(("from",))
    yield at(claim.start)
    yield Paragraph(("the function tends to",))
    yield equation(LEAST, stated(claim.value))
    for form, limit in claim.reached:
        yield Paragraph(
            (
                "and ",
                math(form),
                " to",
            )
        )
        yield equation(side(limit))
    for kept in claim.kept:
        yield Paragraph(("Along the way this stays what it is:",))
        yield equation(side(kept))


def orthogonal_zeros(claim: OrthogonalZeros) -> Iterator[Block]:
    """The least polynomial of every degree, its orthogonality and its zeros."""
    weight = "" if claim.weight == 0 else "mu " if claim.weight == 1 else f"mu^{claim.weight} "
    latex = "" if claim.weight == 0 else r"\mu \, " if claim.weight == 1 else rf"\mu^{{{claim.weight}}} \, "
    yield Paragraph(("For every L and over the polynomials q of degree L with q(0) = 1 the mean of the trace of",))
    yield equation(Side("q(W)^2", ("q(W)^{2}",)))
    yield Paragraph(("with",))
    yield equation(Side("W", ("W",)), stated(claim.gram))
    measure = Math(f"{weight}dnu", rf"{latex}\mathrm{{d}}\nu")
    yield Paragraph(
        (
            "is least at exactly one q, which is orthogonal to all polynomials of lower degree for ",
            measure,
            ", nu being the mean spectral measure of W. Its zeros are real, simple and positive.",
        )
    )
