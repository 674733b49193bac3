"""The symbolic proof of an invariant of every layer."""

from collections.abc import Iterable, Sequence

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.positivity import Signs
from proofs.algebra.substitution import substitute
from proofs.core.claims import Induction
from proofs.core.derivation import Expression
from proofs.core.proof import Line, Proof
from proofs.moments.dependence import DATA, depends_on, names_of, polynomials, symbols_of
from proofs.moments.preconditions import preconditions
from proofs.moments.rules import Calculus

INDUCTION = "induction on layers"
INDUCTION_REFERENCE = "it holds at the start and passes from any state to the next, so it holds after every layer"

Equation = tuple[str, TracePolynomial, TracePolynomial]


def equations(claim: Induction) -> list[Equation]:
    """The invariant at the initial states is the start; one layer leads to the invariant at the following states."""
    return [
        *_equations("start", claim, claim.start, [state.initial for state in claim.states]),
        *_equations("one layer", claim, claim.layer, [state.following for state in claim.states]),
    ]


def _equations(says: str, claim: Induction, found: tuple[Expression, ...], at: Sequence[Expression]) -> list[Equation]:
    symbols = [polynomial(state.symbol) for state in claim.states]
    states = dict(zip(symbols, map(polynomial, at), strict=True))
    return [
        (says, polynomial(left), substitute(polynomial(right), states))
        for left, right in zip(found, claim.invariant, strict=True)
    ]


def after(claim: Induction, layers: int) -> tuple[TracePolynomial, ...]:
    """The invariant after so many layers from the start, all with the symbols of one layer."""
    symbols = [polynomial(state.symbol) for state in claim.states]
    states = [polynomial(state.initial) for state in claim.states]
    for _ in range(layers):
        here = dict(zip(symbols, states, strict=True))
        states = [substitute(polynomial(state.following), here) for state in claim.states]
    there = dict(zip(symbols, states, strict=True))
    return tuple(substitute(polynomial(block), there) for block in claim.invariant)


def prove_induction(claim: Induction, signs: Signs) -> Proof:
    """Every equation of the start and of the step closes by the calculus."""
    rule = Calculus()
    lines = preconditions(claim, (), signs)
    for says, left, right in equations(claim):
        holds = rule.closes(left, right, claim.abbreviations)
        lines.append(Line(says, rule.name, rule.reference, holds, left, right))
    lacks = _lacks(claim, signs)
    lines.append(Line("all layers", INDUCTION, INDUCTION_REFERENCE, not lacks, lacks=lacks))
    return Proof(tuple(lines))


def _lacks(claim: Induction, signs: Signs) -> str:
    """The symbols for which an invariant is none; empty where the start holds no state, and it holds in all layers.

    An invariant holds states and what is the same in all layers only: the data, sizes, and symbols of the hypotheses.
    Other symbols belong to a layer.
    """
    if not claim.invariant:
        return "the invariant is empty"
    states = {name for state in claim.states for name in names_of(state.symbol)}
    beginning = _entering((*claim.start, *(state.initial for state in claim.states)), claim)
    sizes = {size for part in polynomials(claim) for letter in part.letters for size in (letter.rows, letter.columns)}
    kept = {name.removesuffix("^-1") for name in _entering((*claim.invariant, *claim.start), claim)}
    loose = kept - states - DATA - signs.assumed - signs.symmetric - sizes - {""}
    started = ", ".join(sorted(states & beginning))
    if started:
        return f"the start holds {started}, which a layer changes"
    if loose:
        names = ", ".join(sorted(loose))
        return f"{names} may differ from layer to layer: neither a state, nor of the data, nor under a hypothesis"
    return ""


def _entering(parts: Iterable[Expression], claim: Induction) -> set[str]:
    return {name for part in parts for name in depends_on(symbols_of(polynomial(part)), claim.abbreviations)}
