"""False neighbours of a claim: a constant changed, a term dropped, a branch forgotten.

Nothing here knows a theorem: the neighbours follow from the kind of the claim and from what it states. A neighbour that
says the same as the claim is left out.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Context, Decimal
from typing import Any

from flint import fmpq

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import identity, number
from proofs.core.claims import (
    Action,
    Claim,
    Coercive,
    DegreeBound,
    Diagonalised,
    Equality,
    Implements,
    Induction,
    Invariance,
    Limit,
    LowerBound,
    Minimum,
    OrthogonalZeros,
    Square,
    ZeroSet,
)
from proofs.core.derivation import Expression
from proofs.core.errors import LetterError, ShapeError
from proofs.core.flow import Flow
from proofs.core.functions import InvariantMean, LessLoss, RidgeFunctions, RotationInvariant
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
from proofs.moments.mean import expanded
from verify.refute.formulas import Given, abbreviations, formulas

MOST = 4


def _equality(claim: Equality) -> Iterator[Control]:
    right = expanded(claim.right)
    for changed, given in abbreviations(claim.abbreviations):
        if _in_use(claim, given):
            yield Control(changed, replace(claim, abbreviations=given, steps=()))
    for changed, formula in formulas(right, claim.abbreviations):
        yield Control(changed, replace(claim, right=formula, steps=()))


def _in_use(claim: Equality, given: Given) -> bool:
    """Whether the change of an abbreviation makes a difference to the equation."""
    try:
        gap = expanded(claim.left) - expanded(claim.right)
    except (LetterError, ShapeError):
        return False
    changed = [new for old, new in zip(claim.abbreviations, given, strict=True) if old != new]
    symbols = [polynomial(item.symbol) for item in changed]
    used = {letter.name for letter in gap.letters} | set(gap.scalars)
    return any(({s.scalars[0]} if s.is_scalar else {s.letter.name}) & used for s in symbols)


def _minimum(claim: LowerBound) -> Iterator[Control]:
    for place, (symbol, value) in enumerate(claim.minimizer):
        if polynomial(value).terms:
            pair = symbol, 2 * polynomial(value)
            yield Control(f"{symbol} doubled at the minimizer", _with_pair(claim, place, pair))
    first = next(formulas(polynomial(claim.value), claim.abbreviations), None)
    if first is not None:
        yield Control(f"{first[0]} in the minimum", replace(claim, value=first[1]))
    square = claim.squares[0]
    heavier = replace(square, weight=2 * polynomial(square.weight or number(1)))
    yield Control("a square counted twice", replace(claim, squares=(heavier, *claim.squares[1:])))
    if not any(polynomial(value).terms for _, value in claim.minimizer):
        yield Control("a square left out", replace(claim, squares=(_nothing(square), *claim.squares[1:])))


def _with_pair(claim: LowerBound, place: int, pair: tuple[Expression, Expression]) -> LowerBound:
    return replace(claim, minimizer=(*claim.minimizer[:place], pair, *claim.minimizer[place + 1 :]))


def _nothing(square: Square) -> Square:
    return replace(square, body=polynomial(square.body) * 0, over=())


def _implements(claim: Implements) -> Iterator[Control]:
    algorithm = expanded(claim.algorithm)
    yield Control("twice the step", replace(claim, algorithm=2 * algorithm))
    for changed, formula in formulas(algorithm, claim.abbreviations):
        yield Control(f"{changed} in the algorithm", replace(claim, algorithm=formula))


def _induction(claim: Induction) -> Iterator[Control]:
    for place, state in enumerate(claim.states):
        for changed, formula in formulas(polynomial(state.following), claim.abbreviations):
            yield Control(f"{changed} in the next {state.symbol}", _with_state(claim, place, following=formula))
            break
        for changed, formula in formulas(polynomial(state.initial), claim.abbreviations):
            yield Control(f"{changed} in the initial {state.symbol}", _with_state(claim, place, initial=formula))
            break


def _with_state(claim: Induction, place: int, **changed: TracePolynomial) -> Induction:
    state = replace(claim.states[place], **changed)
    return replace(claim, states=(*claim.states[:place], state, *claim.states[place + 1 :]))


def _invariance(claim: Invariance) -> Iterator[Control]:
    plain = identity(polynomial(claim.root).rows)
    for place, item in enumerate(claim.parameters):
        changed = {"direction": item.fixed} if item.direction != item.fixed else {"action": Action.FORM}
        parameters = (*claim.parameters[:place], replace(item, **changed), *claim.parameters[place + 1 :])
        yield Control(f"another symmetry of {item.symbol}", replace(claim, parameters=parameters))
    yield Control("the right end -> I", replace(claim, after=plain))
    yield Control("the left end -> I", replace(claim, before=plain))


def _diagonalised(claim: Diagonalised) -> Iterator[Control]:
    f = expanded(claim.objective)
    yield Control("the sign turned", replace(claim, objective=-f))
    yield Control("a square counted twice", replace(claim, squares=(*claim.squares, claim.squares[0])))


def _coercive(claim: Coercive) -> Iterator[Control]:
    yield Control("twice the constant", replace(claim, constant=2 * polynomial(claim.constant)))
    for place, square in enumerate(claim.growth[:2]):
        heavier = replace(square, weight=2 * polynomial(square.weight or number(1)))
        growth = (*claim.growth[:place], heavier, *claim.growth[place + 1 :])
        yield Control(f"twice the growth {place + 1}", replace(claim, growth=growth))
    for changed, given in abbreviations(claim.abbreviations):
        yield Control(changed, replace(claim, abbreviations=given))


def _degree_bound(claim: DegreeBound) -> Iterator[Control]:
    yield Control("one step less", replace(claim, steps=claim.steps - 1))
    yield Control("one step more", replace(claim, steps=claim.steps + 1))


def _listed_loss(claim: ListedLoss) -> Iterator[Control]:
    yield Control("one step less", replace(claim, steps=claim.steps - 1))
    point = claim.points[0]
    for place, (name, value) in enumerate(point.blocks):
        blocks = (*point.blocks[:place], (name, 2 * value), *point.blocks[place + 1 :])
        yield Control(f"{name} doubled", replace(claim, points=(replace(point, blocks=blocks),)))


def _zero_set(claim: ZeroSet) -> Iterator[Control]:
    for place in range(len(claim.branches_at_one)):
        kept = (*claim.branches_at_one[:place], *claim.branches_at_one[place + 1 :])
        yield Control(f"branch {place + 1} forgotten at d = 1", replace(claim, branches_at_one=kept))
    if claim.branches:
        yield Control("no branch for d >= 2", replace(claim, branches=()))


def _limit(claim: Limit) -> Iterator[Control]:
    change: Callable[[TracePolynomial], Iterator[tuple[str, TracePolynomial]]] = formulas
    for changed, formula in change(polynomial(claim.limit)):
        yield Control(f"{changed} in the limit", replace(claim, limit=formula))
    if claim.limit_denominator is not None:
        for changed, formula in change(polynomial(claim.limit_denominator)):
            yield Control(f"{changed} in the limit", replace(claim, limit_denominator=formula))


def _zeros(claim: OrthogonalZeros) -> Iterator[Control]:
    yield Control("orthogonal for nu itself", replace(claim, weight=claim.weight - 1))
    yield Control("orthogonal for one power more", replace(claim, weight=claim.weight + 1))
    yield Control("twice W", replace(claim, gram=2 * polynomial(claim.gram)))


def _semidefinite(claim: SemidefiniteBound) -> Iterator[Control]:
    yield Control("twice the bound", replace(claim, value=2 * polynomial(claim.value)))
    for changed, formula in formulas(polynomial(claim.value)):
        yield Control(f"{changed} in the bound", replace(claim, value=formula))


def _local_minimum(claim: LocalMinimum | CriticalPoints) -> Iterator[Control]:
    point = claim.points[0]
    (name, digits), *rest = point.entries
    yield _moved(claim, f"the last digit of {name}", replace(point, entries=((name, _next(digits)), *rest)))
    yield _moved(claim, "the last digit of the value", replace(point, value=_next(point.value)))
    if point.exceeds is not None:
        yield _moved(claim, "twice the number to exceed", replace(point, exceeds=2 * point.exceeds))


def _critical_points(claim: CriticalPoints) -> Iterator[Control]:
    yield from _local_minimum(claim)
    yield Control("one more negative curvature", replace(claim, negative=claim.negative + 1))


def _heavy_tail(claim: HeavyTail) -> Iterator[Control]:
    first, *rest = claim.points
    yield Control("the last digit of the loss", replace(claim, points=(replace(first, loss=_next(first.loss)), *rest)))
    for part in first.parts[:1]:
        more = {"loss": replace(part, loss=_next(part.loss)), "count": replace(part, count=_next(part.count))}
        for name, changed in more.items():
            point = replace(first, parts=(changed, *first.parts[1:]))
            yield Control(f"the last digit of the {name} of a part", replace(claim, points=(point, *rest)))


def _different_functions(claim: DifferentFunctions) -> Iterator[Control]:
    one, other = claim.predictions
    yield Control("the same weights twice", replace(claim, second=claim.first))
    yield Control("the first prediction raised by one", replace(claim, predictions=(one + 1, other)))
    yield Control("the second prediction raised by one", replace(claim, predictions=(one, other + 1)))


def _lowest_found(claim: LowestFound) -> Iterator[Control]:
    for changed, factor in (("twice the least value", fmpq(2)), ("a least value larger by 1/1000", fmpq(1001, 1000))):
        first = replace(claim, sizes=claim.sizes[:1], values=(factor * claim.values[0],))
        yield Control(changed, first)


def _flow(claim: Flow) -> Iterator[Control]:
    yield Control("twice the value", replace(claim, value=2 * polynomial(claim.value)))
    for place, (form, limit) in enumerate(claim.reached[:1]):
        reached = (*claim.reached[:place], (form, 2 * polynomial(limit)), *claim.reached[place + 1 :])
        yield Control(f"twice the limit of {form}", replace(claim, reached=reached))
    for kept in claim.kept:
        for changed, formula in formulas(polynomial(kept)):
            yield Control(f"{changed} in what is kept", replace(claim, kept=(formula,)))


def _rotation_invariant(claim: RotationInvariant) -> Iterator[Control]:
    for changed, given in abbreviations(claim.abbreviations):
        yield Control(changed, replace(claim, abbreviations=given))
    yield Control("twice the estimate", replace(claim, estimate=2 * polynomial(claim.estimate)))
    for changed, formula in formulas(polynomial(claim.value)):
        yield Control(f"{changed} in the value", replace(claim, value=formula))


def _invariant_mean(claim: InvariantMean) -> Iterator[Control]:
    right = polynomial(claim.right)
    yield Control("one more on the right", replace(claim, right=right + 1))
    yield Control("twice the right, less one", replace(claim, right=2 * right - 1))


def _less_loss(claim: LessLoss) -> Iterator[Control]:
    yield Control("twice the loss", replace(claim, loss=2 * claim.loss))
    yield Control("twice the least loss", replace(claim, least=2 * claim.least))
    yield Control("one example more", replace(claim, context=claim.context + 1))


def _ridge_functions(claim: RidgeFunctions) -> Iterator[Control]:
    yield Control("twice the signal", replace(claim, signal=2 * claim.signal))
    yield Control("twice the power", replace(claim, power=2 * claim.power))
    yield Control("below and above exchanged, one of them doubled",
                  replace(claim, below=claim.above, above=2 * claim.below - 1))  # fmt: skip


def _merging(claim: Merging) -> Iterator[Control]:
    point = next((item for item in claim.points if item.tied), claim.points[0])
    yield _at_level(claim, "the last digit of the first level", replace(point, pair=_next(point.pair)))
    if point.tied:
        yield _at_level(claim, "the last digit of the second level", replace(point, tied=_next(point.tied)))
    if point.after:
        yield _at_level(claim, "the last digit of a step size", replace(point, after=_next(point.after)))
    yield _at_level(claim, "one layer more", replace(point, layers=point.layers + 1))


def _at_level(claim: Merging, changed: str, point: MergingLevels) -> Control:
    return Control(changed, replace(claim, points=(point,)))


def _moved(claim: LocalMinimum | CriticalPoints, changed: str, point: Located) -> Control:
    return Control(changed, replace(claim, points=(point,)))


def _optimal_steps(claim: OptimalSteps) -> Iterator[Control]:
    first, *rest = claim.points
    for name in ("layers", "context", "dim"):
        changed = replace(first, **{name: getattr(first, name) + 1})
        yield Control(f"{name} raised by one", replace(claim, points=(changed, *rest)))
    for point in claim.points:
        if point.steps:
            changed = replace(point, steps=(*point.steps[:-1], _next(point.steps[-1])))
            yield Control("the last digit of a step size raised", replace(claim, points=(changed,)))


def _next(digits: str) -> str:
    """The decimal with one more in its last digit."""
    number = Decimal(digits)
    unit = Decimal((0, (1,), int(number.as_tuple().exponent)))
    return str(Context(prec=len(digits) + 1).add(number, unit))


NEIGHBOURS: dict[type[Claim], Callable[[Any], Iterator[Control]]] = {
    CriticalPoints: _critical_points,
    Coercive: _coercive,
    DegreeBound: _degree_bound,
    DifferentFunctions: _different_functions,
    Diagonalised: _diagonalised,
    Equality: _equality,
    Flow: _flow,
    HeavyTail: _heavy_tail,
    Implements: _implements,
    Induction: _induction,
    Invariance: _invariance,
    Limit: _limit,
    ListedLoss: _listed_loss,
    LocalMinimum: _local_minimum,
    LowerBound: _minimum,
    LowestFound: _lowest_found,
    Merging: _merging,
    Minimum: _minimum,
    OptimalSteps: _optimal_steps,
    OrthogonalZeros: _zeros,
    SemidefiniteBound: _semidefinite,
    InvariantMean: _invariant_mean,
    LessLoss: _less_loss,
    RidgeFunctions: _ridge_functions,
    RotationInvariant: _rotation_invariant,
    ZeroSet: _zero_set,
}
"""How each kind of claim is perturbed."""


def perturbed(claim: Claim) -> tuple[Control, ...]:
    """At most four neighbours of a claim; none of a kind that the table does not know."""
    neighbours = NEIGHBOURS.get(type(claim))
    found = iter(()) if neighbours is None else neighbours(claim)
    return tuple(control for control, _ in zip(found, range(MOST), strict=False))
