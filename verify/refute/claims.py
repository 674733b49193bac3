"""False neighbours of claims on trace polynomials: equalities, minima, algorithms, zeros, limits and flows."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import identity, number
from proofs.core.claims import (
    Action,
    Coercive,
    DegreeBound,
    Diagonalised,
    Equality,
    Implements,
    Induction,
    Invariance,
    Limit,
    LowerBound,
    OrthogonalZeros,
    Square,
    ZeroSet,
)
from proofs.core.derivation import Expression
from proofs.core.errors import LetterError, ShapeError
from proofs.core.flow import Flow
from proofs.core.theorem import Control
from proofs.moments.mean import expanded
from verify.refute.formulas import Given, abbreviations, formulas


def equality(claim: Equality) -> Iterator[Control]:
    """A symbol of an abbreviation or a size changed, a coefficient doubled, a term dropped on the right."""
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


def minimum(claim: LowerBound) -> Iterator[Control]:
    """Another minimizer, another value, a square counted twice, or left out where the minimizer is zero."""
    for place, (symbol, value) in enumerate(claim.minimizer):
        if polynomial(value).terms:
            pair = symbol, 2 * polynomial(value)
            yield Control(f"{symbol} doubled at the minimizer", _with_pair(claim, place, pair))
    first = next(formulas(polynomial(claim.value), claim.abbreviations), None)
    if first is not None:
        yield Control(f"{first[0]} in the minimum", replace(claim, value=first[1]))
    for square in claim.squares[:1]:
        yield from _square(claim, square)


def _square(claim: LowerBound, square: Square) -> Iterator[Control]:
    """The first square counted twice, and left out where it says where the minimum is."""
    heavier = replace(square, weight=2 * polynomial(square.weight or number(1)))
    yield Control("a square counted twice", replace(claim, squares=(heavier, *claim.squares[1:])))
    if not any(polynomial(value).terms for _, value in claim.minimizer):
        yield Control("a square left out", replace(claim, squares=(_nothing(square), *claim.squares[1:])))


def _with_pair(claim: LowerBound, place: int, pair: tuple[Expression, Expression]) -> LowerBound:
    return replace(claim, minimizer=(*claim.minimizer[:place], pair, *claim.minimizer[place + 1 :]))


def _nothing(square: Square) -> Square:
    return replace(square, body=polynomial(square.body) * 0, over=())


def implements(claim: Implements) -> Iterator[Control]:
    """Another step, another algorithm."""
    algorithm = expanded(claim.algorithm)
    yield Control("twice the step", replace(claim, algorithm=2 * algorithm))
    for changed, formula in formulas(algorithm, claim.abbreviations):
        yield Control(f"{changed} in the algorithm", replace(claim, algorithm=formula))


def induction(claim: Induction) -> Iterator[Control]:
    """Another next state, another initial state."""
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


def invariance(claim: Invariance) -> Iterator[Control]:
    """Another symmetry of a parameter, other ends of the product."""
    plain = identity(polynomial(claim.root).rows)
    for place, item in enumerate(claim.parameters):
        changed = {"direction": item.fixed} if item.direction != item.fixed else {"action": Action.FORM}
        parameters = (*claim.parameters[:place], replace(item, **changed), *claim.parameters[place + 1 :])
        yield Control(f"another symmetry of {item.symbol}", replace(claim, parameters=parameters))
    yield Control("the right end -> I", replace(claim, after=plain))
    yield Control("the left end -> I", replace(claim, before=plain))


def diagonalised(claim: Diagonalised) -> Iterator[Control]:
    """The objective with the other sign, a square counted twice."""
    f = expanded(claim.objective)
    yield Control("the sign turned", replace(claim, objective=-f))
    yield Control("a square counted twice", replace(claim, squares=(*claim.squares, claim.squares[0])))


def coercive(claim: Coercive) -> Iterator[Control]:
    """Another constant, faster growth, other abbreviations."""
    yield Control("twice the constant", replace(claim, constant=2 * polynomial(claim.constant)))
    for place, square in enumerate(claim.growth[:2]):
        heavier = replace(square, weight=2 * polynomial(square.weight or number(1)))
        growth = (*claim.growth[:place], heavier, *claim.growth[place + 1 :])
        yield Control(f"twice the growth {place + 1}", replace(claim, growth=growth))
    for changed, given in abbreviations(claim.abbreviations):
        yield Control(changed, replace(claim, abbreviations=given))


def degree_bound(claim: DegreeBound) -> Iterator[Control]:
    """Fewer steps, more steps."""
    yield Control("one step less", replace(claim, steps=claim.steps - 1))
    yield Control("one step more", replace(claim, steps=claim.steps + 1))


def zero_set(claim: ZeroSet) -> Iterator[Control]:
    """A branch forgotten."""
    for place in range(len(claim.branches_at_one)):
        kept = (*claim.branches_at_one[:place], *claim.branches_at_one[place + 1 :])
        yield Control(f"branch {place + 1} forgotten at d = 1", replace(claim, branches_at_one=kept))
    if claim.branches:
        yield Control("no branch for d >= 2", replace(claim, branches=()))


def limit(claim: Limit) -> Iterator[Control]:
    """Another limit."""
    change: Callable[[TracePolynomial], Iterator[tuple[str, TracePolynomial]]] = formulas
    for changed, formula in change(polynomial(claim.limit)):
        yield Control(f"{changed} in the limit", replace(claim, limit=formula))
        if not polynomial(claim.limit).terms:
            yield Control(f"{changed}, its sign turned, in the limit", replace(claim, limit=-formula))
    if claim.limit_denominator is not None:
        for changed, formula in change(polynomial(claim.limit_denominator)):
            yield Control(f"{changed} in the limit", replace(claim, limit_denominator=formula))


def zeros(claim: OrthogonalZeros) -> Iterator[Control]:
    """Orthogonality for another weight, another Gram matrix."""
    yield Control("orthogonal for nu itself", replace(claim, weight=claim.weight - 1))
    yield Control("orthogonal for one power more", replace(claim, weight=claim.weight + 1))
    yield Control("twice W", replace(claim, gram=2 * polynomial(claim.gram)))


def flow(claim: Flow) -> Iterator[Control]:
    """Another value, another limit, something else kept."""
    value = polynomial(claim.value)
    if value.terms:
        yield Control("twice the value", replace(claim, value=2 * value))
    else:
        yield Control("the value 1", replace(claim, value=value + 1))
    for place, (form, limit) in enumerate(claim.reached):
        if polynomial(limit).terms:
            reached = (*claim.reached[:place], (form, 2 * polynomial(limit)), *claim.reached[place + 1 :])
            yield Control(f"twice the limit of {form}", replace(claim, reached=reached))
            break
    for kept in claim.kept:
        for changed, formula in formulas(polynomial(kept)):
            yield Control(f"{changed} in what is kept", replace(claim, kept=(formula,)))
