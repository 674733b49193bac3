"""Claims of listed numbers: local minima, best step sizes, weights as good as steps, and bounds by their degree."""

from collections.abc import Iterator

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.symbols import number
from proofs.core.claims import DegreeBound, ListedLoss, LocalMinimum, Located, OptimalSteps
from verify.document.blocks import Block, Code, Math, Paragraph, Side, Table, Words
from verify.exposition.expressions import PREDICTION, assignments, base, equation, math, math_name, named, plain, side
from verify.exposition.surroundings import model_in_words

LOSS = named("f")


def local_minimum(claim: LocalMinimum) -> Iterator[Block]:
    """The function, its symmetries, and the points."""
    yield Paragraph(("The function",))
    yield equation(LOSS, side(claim.objective))
    spin = () if claim.spin is None else (", for every matrix ", math(claim.spin))
    yield Paragraph(("is constant along the flows with these velocities", *spin, ":"))
    for velocities in claim.symmetries:
        dots = [(Math(f"d{plain(s)}/dt", rf"\dot{{{math(s).latex}}}"), velocity) for s, velocity in velocities]
        yield assignments(dots)
    yield Paragraph(
        (
            "Near each point, all entries that are not named being zero, there is exactly one critical point with "
            "these digits. It is a local minimum and not a global one, and the second derivatives vanish along the "
            "flows only.",
        )
    )
    yield _points(claim.points)


def _points(points: tuple[Located, ...]) -> Table:
    """A column for each size, entry and value; entries count from 0."""
    columns = {name for point in points for name, _ in (*point.sizes, *point.held, *point.entries)}
    order = [name for name, _ in (*points[0].sizes, *points[0].held, *points[0].entries)]
    order += sorted(columns - set(order))
    rows: list[tuple[Words, ...]] = []
    for point in points:
        values = {name: str(value) for name, value in (*point.sizes, *point.held, *point.entries)}
        cells = [_number(values.get(name, "0")) for name in order]
        rows.append((*cells, _number(point.value), _number(str(point.exceeds))))
    heads: tuple[Words, ...] = (*((Code(name),) for name in order), ("value",), ("exceeds",))
    return Table("The points (entries count from 0)", heads, tuple(rows))


def _number(digits: str) -> Words:
    return (Math(digits, digits),)


def optimal_steps(claim: OptimalSteps) -> Iterator[Block]:
    """The least losses and the step sizes at the listed sizes."""
    yield Paragraph(
        (
            "The least loss over multiples ",
            Math("A_l = a_l Sigma^-1", r"A_{l} = a_{l} \Sigma^{-1}"),
            " in L layers, for w ~ N(0, Sigma^-1) without noise: fractions are exact, decimals right to half a unit of "
            "their last digit. Step sizes that attain it are real, positive, all different, and unique up to their "
            "order.",
        )
    )
    rows = [
        (
            _number(str(point.dim)),
            _number(str(point.context)),
            _number(str(point.layers)),
            _number(point.loss),
            _number(", ".join(point.steps)) if point.steps else ("not listed",),
        )
        for point in claim.points
    ]
    heads: tuple[Words, ...] = (*((math_name(name),) for name in ("d", "n", "L")), ("least loss",), ("step sizes",))
    yield Table("Least losses", heads, tuple(rows))


def listed_loss(claim: ListedLoss) -> Iterator[Block]:
    """The weights, and the number of steps that they are as good as."""
    yield Paragraph((f"At d = 1 and n = {claim.context} the model, {model_in_words(claim.model)}, with the weights",))
    yield assignments([(math_name(name), number(value)) for name, value in claim.blocks])
    yield Paragraph(("and all others zero has exactly the least loss of ", _steps(claim.steps), "."))


def degree_bound(claim: DegreeBound) -> Iterator[Block]:
    """The form of the prediction, and what follows for the loss."""
    query, gram = math(claim.query), math(claim.gram)
    yield Paragraph(("At d = 1 the prediction is a polynomial in the Gram number without a constant term,",))
    form = Side(
        f"{query.plain} sum_j ({gram.plain})^j c_j(w), j = 1 ... {claim.steps}",
        (rf"{query.latex} \sum_{{j=1}}^{{{claim.steps}}} {base(polynomial(claim.gram))}^{{j}} c_{{j}}(w),",),
    )
    yield equation(PREDICTION, form)
    yield Paragraph(("so the loss is at least the least loss of ", _steps(claim.steps), ". Written out,"))
    yield equation(PREDICTION, side(claim.prediction))


def _steps(count: int) -> str:
    return f"{count} step{'s' if count > 1 else ''} of gradient descent with free step sizes"
