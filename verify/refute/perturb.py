"""False neighbours of a claim: a constant changed, a term dropped, a branch forgotten.

Nothing here knows a theorem: the neighbours follow from the kind of the claim and from what it states. A neighbour that
says the same as the claim is left out.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from proofs.algebra.abbreviation import polynomial, unfold
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.substitution import substitute
from proofs.algebra.symbols import identity, matrix, number, scalar
from proofs.core.claims import (
    Claim,
    Equality,
    Implements,
    Induction,
    Invariance,
    Limit,
    LowerBound,
    SemidefiniteBound,
    Square,
    ZeroSet,
)
from proofs.core.derivation import Abbreviation, Definition, Expression, Reciprocal
from proofs.core.errors import LetterError, ShapeError
from proofs.core.theorem import Control
from proofs.moments.mean import expanded

MOST = 4
Given = tuple[Abbreviation, ...]


def perturbed(claim: Claim) -> tuple[Control, ...]:
    """At most four neighbours of a claim."""
    match claim:
        case Equality():
            found = _equality(claim)
        case LowerBound():
            found = _minimum(claim)
        case Implements():
            found = _implements(claim)
        case Induction():
            found = _induction(claim)
        case Invariance():
            found = _invariance(claim)
        case ZeroSet():
            found = _zero_set(claim)
        case Limit():
            found = _limit(claim)
        case SemidefiniteBound():
            found = _semidefinite(claim)
        case _:
            found = iter(())
    return tuple(control for control, _ in zip(found, range(MOST), strict=False))


def formulas(formula: TracePolynomial, given: Given = ()) -> Iterator[tuple[str, TracePolynomial]]:
    """Formulas that differ from a given one, with what was changed."""
    for name in ("n", "d"):
        changed = _shifted(formula, name)
        if changed is not None and _differ(changed, formula, given):
            yield f"{name} -> {name}+1", changed
    if formula.rows == formula.columns and formula != formula.T:
        yield "transposed", formula.T
    yield from _terms_changed(formula)
    if not formula.terms:
        yield "0 -> another value", number(1) if formula.is_scalar else matrix("E", formula.rows, formula.columns)


def _terms_changed(formula: TracePolynomial) -> Iterator[tuple[str, TracePolynomial]]:
    for position in range(min(len(formula.terms), 2)):
        yield f"a coefficient doubled (term {position + 1})", formula + _term(formula, position)
    if len(formula.terms) > 1:
        yield "the last term dropped", formula - _term(formula, len(formula.terms) - 1)
    if formula.terms:
        yield "the sign turned", -formula


def abbreviations(given: Given) -> Iterator[tuple[str, Given]]:
    """Abbreviations with n + 1 in the place of n in one of them."""
    for place, item in enumerate(given):
        old = polynomial(item.value if isinstance(item, Definition) else item.of)
        new = _shifted(old, "n")
        if new is not None and new != old:
            symbol = polynomial(item.symbol)
            other = Definition(symbol, new) if isinstance(item, Definition) else Reciprocal(symbol, new)
            yield f"n -> n+1 in {symbol}", (*given[:place], other, *given[place + 1 :])


def _shifted(formula: TracePolynomial, name: str) -> TracePolynomial | None:
    """The formula, cleared of negative powers of the scalar, with that scalar raised by one."""
    if name not in formula.scalars:
        return None
    place = formula.alphabet.place(name)
    lowest = min(powers[place] for _, _, powers in formula.terms)
    cleared = formula * scalar(name) ** -lowest if lowest < 0 else formula
    try:
        moved = substitute(cleared, {scalar(name): scalar(name) + 1})
    except (LetterError, ShapeError):
        return None
    return moved / scalar(name) ** -lowest if lowest < 0 else moved


def _differ(left: TracePolynomial, right: TracePolynomial, given: Given) -> bool:
    return unfold(left, given) != unfold(right, given)


def _term(formula: TracePolynomial, position: int) -> TracePolynomial:
    key = sorted(formula.terms)[position]
    return TracePolynomial(formula.alphabet, formula.shape, {key: formula.terms[key]})


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
    for changed, formula in formulas(polynomial(claim.following), claim.abbreviations):
        yield Control(f"{changed} in the next state", replace(claim, following=formula))
    for changed, formula in formulas(polynomial(claim.initial), claim.abbreviations):
        yield Control(f"{changed} in the initial state", replace(claim, initial=formula))


def _invariance(claim: Invariance) -> Iterator[Control]:
    plain = identity(polynomial(claim.root).rows)
    yield Control("direction -> fixed", replace(claim, direction=claim.fixed))
    yield Control("fixed -> direction", replace(claim, fixed=claim.direction))
    yield Control("the right end -> I", replace(claim, after=plain))
    yield Control("the left end -> I", replace(claim, before=plain))


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


def _semidefinite(claim: SemidefiniteBound) -> Iterator[Control]:
    yield Control("twice the bound", replace(claim, value=2 * polynomial(claim.value)))
    for changed, formula in formulas(polynomial(claim.value)):
        yield Control(f"{changed} in the bound", replace(claim, value=formula))
