"""Claims of listed numbers: local minima, best step sizes, weights as good as steps, and bounds by their degree."""

from collections.abc import Iterator

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.symbols import number
from proofs.core.claims import DegreeBound
from proofs.core.distances import RidgeDistances
from proofs.core.listed import (
    CriticalPoints,
    DifferentFunctions,
    HeavyTail,
    ListedLoss,
    LocalMinimum,
    Located,
    LowestFound,
    Merging,
    OptimalSteps,
)
from proofs.core.surd import Surd
from proofs.optimum.orthogonal import rounded
from verify.document.blocks import Block, Code, Formula, Math, Paragraph, Side, Table, Words
from verify.exposition.expressions import (
    PREDICTION,
    assignments,
    base,
    equation,
    joined,
    math,
    math_name,
    named,
    plain,
    stated,
)
from verify.exposition.moved import variables
from verify.exposition.surroundings import model_in_words

LOSS = named("f")
STAY = (
    "A symbol of which a hypothesis speaks stays where the point gives it an exact value; all others move, where the "
    "hypotheses hold. Entries that are not named are zero."
)
SHOWN = 3
"""How many coefficients of a long polynomial are written out."""


def local_minimum(claim: LocalMinimum) -> Iterator[Block]:
    """The function, its symmetries, and the points."""
    yield Paragraph(("The function",))
    yield equation(LOSS, stated(claim.objective))
    yield variables(claim.objective, _sizes(claim.points), STAY)
    if claim.symmetries:
        spin = () if claim.spin is None else (", for every matrix ", math(claim.spin))
        yield Paragraph(("It is constant along the flows with these velocities", *spin, ":"))
    for velocities in claim.symmetries:
        dots = [(Math(f"d{plain(s)}/dt", rf"\dot{{{math(s).latex}}}"), velocity) for s, velocity in velocities]
        yield assignments(dots)
    flows = ", and the second derivatives vanish along the flows only" if claim.symmetries else ""
    one = "Near each point there is exactly one critical point with these digits. It is a local minimum and not a"
    yield Paragraph((f"{one} global one{flows}.",))
    yield _points(claim.points)


def different_functions(claim: DifferentFunctions) -> Iterator[Block]:
    """Both weights, the data, and what they predict."""
    rows: list[tuple[Words, ...]] = []
    for (b_y, a), prediction in zip((claim.first, claim.second), claim.predictions, strict=True):
        rows.append(tuple(_number(str(value)) for value in (b_y, a, prediction)))
    heads: tuple[Words, ...] = ((Code("b_y"),), (Code("a"),), ("prediction",))
    X, y, query = ([list(row) for row in claim.rows], list(claim.labels), list(claim.query))
    yield Paragraph((f"With b_x = 0 and A_x = a I, at X = {X}, y = {y} and x_q = {query}:",))
    yield Table("Two weights and what they predict", heads, tuple(rows))


def _points(points: tuple[Located, ...]) -> Table:
    """A column for each size, entry and value; entries count from 0."""
    columns = {name for point in points for name, _ in (*point.sizes, *point.held, *point.entries)}
    order = [name for name, _ in (*points[0].sizes, *points[0].held, *points[0].entries)]
    order += sorted(columns - set(order))
    rows: list[tuple[Words, ...]] = []
    for point in points:
        values = {name: str(value) for name, value in (*point.sizes, *point.held, *point.entries)}
        cells = [_number(values.get(name, "0")) for name in order]
        more = () if point.exceeds is None else (_number(str(point.exceeds)),)
        rows.append((*cells, _number(point.value), *more))
    last: tuple[Words, ...] = () if points[0].exceeds is None else (("exceeds",),)
    heads: tuple[Words, ...] = (*((Code(name),) for name in order), ("value",), *last)
    return Table("The points (entries count from 0)", heads, tuple(rows))


def _sizes(points: tuple[Located, ...]) -> set[str]:
    return {name for point in points for name, _ in point.sizes}


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


def critical_points(claim: CriticalPoints) -> Iterator[Block]:
    """The function and its critical points."""
    yield Paragraph(("The function",))
    yield equation(LOSS, stated(claim.objective))
    yield variables(claim.objective, _sizes(claim.points), STAY)
    signs = "positive" if not claim.negative else f"nonzero, {claim.negative} of them negative"
    yield Paragraph(
        ("It has exactly one critical point with each of these digits; all curvatures there are ", signs, ".")
    )
    for place, point in enumerate(claim.points, 1):
        exact = [((Code(name),), (*_number(str(value)), " exactly")) for name, value in point.held]
        rows = [((Code(name),), _number(digits)) for name, digits in (*point.entries, ("value", point.value))]
        sizes = ", ".join(f"{name} = {size}" for name, size in point.sizes)
        yield Table(f"Point {place}, {sizes}", (("entry",), ("digits",)), (*exact, *rows))


def lowest_found(claim: LowestFound) -> Iterator[Block]:
    """The function and the values below which no descent went."""
    yield Paragraph(("No descent, from many random starts in all entries, ends below these values of the function",))
    yield equation(LOSS, stated(claim.objective))
    yield variables(claim.objective, ("d", "n"), "")
    rows = [
        (_number(str(d)), _number(str(n)), _number(str(rounded(value, 12))))
        for (d, n), value in zip(claim.sizes, claim.values, strict=True)
    ]
    yield Table(
        "Values that a search supports", ((math_name("d"),), (math_name("n"),), ("value to 12 digits",)), tuple(rows)
    )


def heavy_tail(claim: HeavyTail) -> Iterator[Block]:
    """The weights, the loss, and its parts by eigenvalue."""
    yield Paragraph(("At the weights",))
    yield assignments([(math(symbol), number(value)) for symbol, value in claim.weights])
    yield Paragraph(("the mean of the sum of q(mu)^2 over the eigenvalues mu of W, q having the coefficients",))
    yield assignments([(Math(f"c_{k}", f"c_{{{k}}}"), value) for k, value in enumerate(claim.coefficients[:SHOWN])])
    yield Paragraph(("and so on, has these values and parts:",))
    rows: list[tuple[Words, ...]] = []
    for point in claim.points:
        sizes = _number(str(point.dim)), _number(str(point.context))
        rows.append((*sizes, ("all",), _number(point.loss), _number(str(point.dim))))
        for part in point.parts:
            ends = f"{part.low} to {'infinity' if part.high is None else part.high}"
            rows.append((*sizes, (ends,), _number(part.loss), _number(part.count)))
    heads: tuple[Words, ...] = ((math_name("d"),), (math_name("n"),), ("mu",), ("part of the loss",), ("mean number",))
    yield Table("Where the loss comes from", heads, tuple(rows))


def merging(claim: Merging) -> Iterator[Block]:
    """The levels of noise at which step sizes meet."""
    yield Paragraph(
        (
            "With more noise two step sizes meet first at the listed variance; from the second one on equal steps are "
            "the best. Before it the steps are (a, ..., a, b), after it all are c.",
        )
    )
    rows = [
        (
            *(_number(str(size)) for size in (point.dim, point.context, point.layers)),
            _number(point.pair),
            _number(point.tied) if point.tied else ("not listed",),
            _number(", ".join((*point.before, point.after))) if point.before else ("not listed",),
        )
        for point in claim.points
    ]
    sizes: tuple[Words, ...] = tuple((math_name(name),) for name in ("d", "n", "L"))
    yield Table("Levels of noise", (*sizes, ("a pair meets",), ("all are equal from",), ("a, b, c",)), tuple(rows))


def listed_loss(claim: ListedLoss) -> Iterator[Block]:
    """The weights, and the number of steps that they are as good as."""
    yield Paragraph((f"At d = 1 the model, {model_in_words(claim.model)}, has exactly the least loss of ",
                     _steps(claim.steps), " with these weights, all others being zero:"))  # fmt: skip
    for point in claim.points:
        yield Paragraph((f"n = {point.context}",))
        parts = [(math_name(name), _surd(value)) for name, value in point.blocks]
        text = ", ".join(f"{name.plain} = {value.plain}" for name, value in parts)
        yield Formula(Side(text, joined([(f"{name.latex} = {value.latex}",) for name, value in parts], r",\quad")))


def _surd(value: Surd) -> Math:
    root = rf"\sqrt{{{value.radicand}}}"
    if not (value.irrational and value.radicand):
        return Math(str(value.rational), str(value.rational))
    sign = "+" if value.irrational > 0 else "-"
    return Math(str(value), f"{value.rational} {sign} {abs(value.irrational)} {root}")


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
    yield equation(PREDICTION, stated(claim.prediction))


def _steps(count: int) -> str:
    return f"{count} step{'s' if count > 1 else ''} of gradient descent with free step sizes"


def ridge_distances(claim: RidgeDistances) -> Iterator[Block]:
    """The distances by size and noise."""
    yield Paragraph(("The mean squared distances of ridge regression, divided by d, are",))
    rows: list[tuple[Words, ...]] = [
        tuple(
            _number(text)
            for text in (
                str(point.context),
                str(point.dim),
                str(point.noise),
                point.to_truth,
                point.to_step,
                point.to_least,
            )
        )
        for point in claim.points
    ]
    sizes: tuple[Words, ...] = ((math_name("n"),), (math_name("d"),), (math_name("sigma2"),))
    others: tuple[Words, ...] = (("to the truth",), ("to one step",), ("to least squares",))
    yield Table("How far ridge regression is from others", (*sizes, *others), tuple(rows))
