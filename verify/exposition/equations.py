"""Claims that equate: equalities, what a model implements, inductions over layers, invariance, limits."""

from collections.abc import Iterator, Sequence

from proofs.algebra.abbreviation import polynomial
from proofs.core.claims import Equality, Implements, Induction, Invariance, Limit
from proofs.core.derivation import Expression
from verify.document.blocks import Block, Math, Paragraph, Side
from verify.exposition.expressions import (
    PREDICTION,
    Pieces,
    assignments,
    at,
    enclosed,
    equation,
    factor,
    joined,
    math,
    named,
    pieces,
    plain,
    quotient,
    side,
    stated,
)


def equality(claim: Equality) -> Iterator[Block]:
    """left = right; one of them where both have the same canonical form."""
    left, right = stated(claim.left), stated(claim.right)
    if left == right:
        yield Paragraph(("Both sides are",))
        yield equation(left)
    else:
        yield equation(left, right)


def implements(claim: Implements) -> Iterator[Block]:
    """The prediction, the weights, and the algorithm that it then is."""
    prediction, algorithm = stated(claim.prediction), stated(claim.algorithm)
    yield Paragraph(("For every data set the prediction",))
    if claim.weights:
        yield equation(PREDICTION, prediction)
        yield Paragraph(("is, at the weights",))
        yield at(claim.weights)
        yield Paragraph(("what the algorithm computes:",))
        yield equation(PREDICTION, algorithm)
    else:
        yield equation(PREDICTION, *dict.fromkeys((prediction, algorithm)))
        yield Paragraph(("is what the algorithm computes.",))


def induction(claim: Induction) -> Iterator[Block]:
    """The form that the tokens keep, where it starts, and how a layer moves the states."""
    states = [math(state.symbol) for state in claim.states]
    named_states = ", ".join(state.plain for state in states), ", ".join(state.latex for state in states)
    tokens = Side(f"Z({named_states[0]})", (f"Z({named_states[1]})",))
    yield Paragraph(("The tokens have, block by block, the form",))
    yield equation(tokens, _blocks(claim.invariant))
    yield Paragraph(("before the first layer with",))
    yield assignments([(math(state.symbol), state.initial) for state in claim.states])
    yield Paragraph(("and every layer turns them into those of",))
    following = [(_next(math(state.symbol)), state.following) for state in claim.states]
    yield assignments([(Math(next_.plain, next_.pieces[0]), value) for next_, value in following])
    yield Paragraph(("since it makes of them",))
    yield equation(Side("Z_next", (r"Z_{\mathrm{next}}",)), _blocks(claim.layer))


def _next(state: Math) -> Side:
    return Side(f"{state.plain}_next", (rf"{state.latex}_{{\mathrm{{next}}}}",))


def _blocks(blocks: Sequence[Expression]) -> Side:
    inner: list[Pieces] = [pieces(block) for block in blocks]
    text = ", ".join(map(plain, blocks))
    return Side(f"({text})", enclosed(r"\bigl(", joined(inner, r",\quad"), r"\bigr)"))


def invariance(claim: Invariance) -> Iterator[Block]:
    """The loss, the layers with their states, the points and the directions of the gradients."""
    first, last = math(claim.before), math(claim.after)
    yield Paragraph(("For every number L of layers and the loss",))
    loss = Side(
        f"E tr({first.plain} T_(L-1) ... T_0 {last.plain} T_0' ... T_(L-1)')",
        (
            rf"\mathbb{{E}} \operatorname{{tr}} \bigl({_in_product(claim.before)} T_{{L-1}} \cdots T_{{0}} "
            rf"{_in_product(claim.after)} T_{{0}}^{{\top}} \cdots T_{{L-1}}^{{\top}}\bigr)",
        ),
    )
    yield equation(named("f"), loss)
    yield Paragraph(("where a layer is",))
    yield equation(Side("T_l", ("T_{l}",)), stated(claim.layer))
    for state, _ in claim.states:
        yield Paragraph(("with ", math(state.symbol), " = ", math(state.initial), " before the first layer and"))
        yield equation(_next(math(state.symbol)), side(state.following))
    for item in claim.parameters:
        fixed, direction = math(item.fixed), math(item.direction)
        words = ("the gradient by ", math(item.symbol), ", at multiples of ", fixed, ", is a multiple of ", direction)
        yield Paragraph((*words, "."))
    yield Paragraph(
        ("The Gram matrix ", math(claim.gram), " is that of rows with covariance R'R, R = ", math(claim.root), ".")
    )


def _in_product(expression: Expression) -> str:
    return factor(polynomial(expression))


def limit(claim: Limit) -> Iterator[Block]:
    """The quotient, or its inverse, and what it goes to."""
    grows = math(claim.grows)
    tends = Math(f"-> (as {grows.plain} -> infinity)", rf"\longrightarrow_{{{grows.latex} \to \infty}}")
    left, right = quotient(claim.numerator, claim.denominator), quotient(claim.limit, claim.limit_denominator)
    yield equation(_inverse(left) if claim.inverted else left, _inverse(right) if claim.inverted else right, sign=tends)


def _inverse(whole: Side) -> Side:
    return Side(f"({whole.plain})^-1", enclosed(r"\bigl(", whole.pieces, r"\bigr)^{-1}"))
