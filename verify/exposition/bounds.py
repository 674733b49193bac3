"""Claims of bounds: lower bounds and minima by sums of squares, semidefinite bounds, sets of zeros."""

from collections.abc import Iterator

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.typesetting import symbol
from proofs.core.claims import LowerBound, Minimum, SemidefiniteBound, ZeroProduct, ZeroSet
from verify.document.blocks import Block, Items, Math, Paragraph, Side, Words
from verify.exposition.expressions import at, enclosed, equation, factor, math, named, quotient, side
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
        yield equation(side(claim.prediction), side(claim.computes))


def _bound(claim: LowerBound, value: Side) -> Iterator[Block]:
    yield Paragraph(("The function",))
    folded = () if claim.folded is None else (side(claim.folded),)
    yield equation(LOSS, side(claim.objective), *folded)
    yield Paragraph(("is at least",))
    yield equation(value, side(claim.value))
    yield Paragraph(("because the difference is a sum of squares:",))
    yield equation(_minus(value), sum_of_squares(claim.squares))


def _minus(value: Side) -> Side:
    return Side(f"f - {value.plain}", (f"f - {value.pieces[0]}",))


def semidefinite_bound(claim: SemidefiniteBound) -> Iterator[Block]:
    """The bound and the sizes at which a Gram matrix certifies it."""
    yield Paragraph(("The function",))
    yield equation(LOSS, side(claim.objective))
    sizes = ", ".join(f"({d}, {n})" for d, n in claim.sizes)
    yield Paragraph(("is at the sizes (d, n) = ", Math(sizes, sizes), " at least"))
    yield equation(LEAST, quotient(claim.value, claim.denominator))
    yield Paragraph(("the difference being a sum of squares of polynomials in the entries of the weights.",))


def zero_set(claim: ZeroSet) -> Iterator[Block]:
    """The nonnegative function, how it splits into products, and the branches of its zeros."""
    yield Paragraph(("The zeros of",))
    yield equation(TOTAL, side(claim.total))
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
