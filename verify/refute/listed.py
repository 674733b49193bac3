"""False neighbours of claims about listed numbers: a last digit changed, a size raised by one."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Context, Decimal

from flint import fmpq

from proofs.algebra.abbreviation import polynomial
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
    MergingLevels,
    OptimalSteps,
    SemidefiniteBound,
)
from proofs.core.theorem import Control
from verify.refute.formulas import formulas


def listed_loss(claim: ListedLoss) -> Iterator[Control]:
    """Another number of steps, other weights."""
    yield Control("one step less", replace(claim, steps=claim.steps - 1))
    point = claim.points[0]
    for place, (name, value) in enumerate(point.blocks):
        blocks = (*point.blocks[:place], (name, 2 * value), *point.blocks[place + 1 :])
        yield Control(f"{name} doubled", replace(claim, points=(replace(point, blocks=blocks),)))


def semidefinite(claim: SemidefiniteBound) -> Iterator[Control]:
    """Other bounds."""
    yield Control("twice the bound", replace(claim, value=2 * polynomial(claim.value)))
    for changed, formula in formulas(polynomial(claim.value)):
        yield Control(f"{changed} in the bound", replace(claim, value=formula))


def local_minimum(claim: LocalMinimum | CriticalPoints) -> Iterator[Control]:
    """Other digits of the first point."""
    point = claim.points[0]
    (name, digits), *rest = point.entries
    yield _moved(claim, f"the last digit of {name}", replace(point, entries=((name, next_digit(digits)), *rest)))
    yield _moved(claim, "the last digit of the value", replace(point, value=next_digit(point.value)))
    if point.exceeds is not None:
        yield _moved(claim, "twice the number to exceed", replace(point, exceeds=2 * point.exceeds))


def critical_points(claim: CriticalPoints) -> Iterator[Control]:
    """Other digits, another number of negative curvatures."""
    yield from local_minimum(claim)
    yield Control("one more negative curvature", replace(claim, negative=claim.negative + 1))


def heavy_tail(claim: HeavyTail) -> Iterator[Control]:
    """Other digits of the loss and of its first part."""
    first, *rest = claim.points
    yield Control(
        "the last digit of the loss", replace(claim, points=(replace(first, loss=next_digit(first.loss)), *rest))
    )
    for part in first.parts[:1]:
        more = {"loss": replace(part, loss=next_digit(part.loss)), "count": replace(part, count=next_digit(part.count))}
        for name, changed in more.items():
            point = replace(first, parts=(changed, *first.parts[1:]))
            yield Control(f"the last digit of the {name} of a part", replace(claim, points=(point, *rest)))


def different_functions(claim: DifferentFunctions) -> Iterator[Control]:
    """The same weights twice, other predictions."""
    one, other = claim.predictions
    yield Control("the same weights twice", replace(claim, second=claim.first))
    yield Control("the first prediction raised by one", replace(claim, predictions=(one + 1, other)))
    yield Control("the second prediction raised by one", replace(claim, predictions=(one, other + 1)))


def lowest_found(claim: LowestFound) -> Iterator[Control]:
    """Larger values."""
    for changed, factor in (("twice the least value", fmpq(2)), ("a least value larger by 1/1000", fmpq(1001, 1000))):
        first = replace(claim, sizes=claim.sizes[:1], values=(factor * claim.values[0],))
        yield Control(changed, first)


def merging(claim: Merging) -> Iterator[Control]:
    """Other digits of the levels, another number of layers."""
    point = next((item for item in claim.points if item.tied), claim.points[0])
    yield _at_level(claim, "the last digit of the first level", replace(point, pair=next_digit(point.pair)))
    if point.tied:
        yield _at_level(claim, "the last digit of the second level", replace(point, tied=next_digit(point.tied)))
    if point.after:
        yield _at_level(claim, "the last digit of a step size", replace(point, after=next_digit(point.after)))
    yield _at_level(claim, "one layer more", replace(point, layers=point.layers + 1))


def _at_level(claim: Merging, changed: str, point: MergingLevels) -> Control:
    return Control(changed, replace(claim, points=(point,)))


def _moved(claim: LocalMinimum | CriticalPoints, changed: str, point: Located) -> Control:
    return Control(changed, replace(claim, points=(point,)))


def optimal_steps(claim: OptimalSteps) -> Iterator[Control]:
    """Other sizes, other digits."""
    first, *rest = claim.points
    for name in ("layers", "context", "dim"):
        changed = replace(first, **{name: getattr(first, name) + 1})
        yield Control(f"{name} raised by one", replace(claim, points=(changed, *rest)))
    for point in claim.points:
        if point.steps:
            changed = replace(point, steps=(*point.steps[:-1], next_digit(point.steps[-1])))
            yield Control("the last digit of a step size raised", replace(claim, points=(changed,)))


def next_digit(digits: str) -> str:
    """The decimal with one more in its last digit."""
    number = Decimal(digits)
    unit = Decimal((0, (1,), int(number.as_tuple().exponent)))
    return str(Context(prec=len(digits) + 1).add(number, unit))


def ridge_distances(claim: RidgeDistances) -> Iterator[Control]:
    """Other digits of the first point, another noise, a longer context."""
    point, *rest = claim.points
    changes = {
        "the last digit to the truth": replace(point, to_truth=next_digit(point.to_truth)),
        "the last digit to one step": replace(point, to_step=next_digit(point.to_step)),
        "the last digit to least squares": replace(point, to_least=next_digit(point.to_least)),
        "twice the noise": replace(point, noise=2 * point.noise),
        "a context longer by one": replace(point, context=point.context + 1),
    }
    for changed, other in changes.items():
        yield Control(changed, replace(claim, points=(other, *rest)))
