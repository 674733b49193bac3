"""How each kind of claim is said."""

from collections.abc import Callable
from typing import Any

from notebooks.statements import bounds, equations, listed
from notebooks.statements.surroundings import surroundings
from proofs.core.claims import (
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
    ZeroSet,
)
from proofs.core.errors import InputError
from proofs.core.listed import (
    CriticalPoints,
    HeavyTail,
    ListedLoss,
    LocalMinimum,
    LowestFound,
    Merging,
    OptimalSteps,
    SemidefiniteBound,
)

STATEMENTS: dict[type[Claim], Callable[[Any], str]] = {
    Coercive: bounds.coercive,
    CriticalPoints: listed.critical_points,
    DegreeBound: equations.degree_bound,
    Diagonalised: bounds.diagonalised,
    Equality: equations.equality,
    HeavyTail: listed.heavy_tail,
    Implements: equations.implements,
    Induction: equations.induction,
    Invariance: equations.invariance,
    Limit: equations.limit,
    ListedLoss: listed.listed_loss,
    LocalMinimum: listed.local_minimum,
    LowerBound: bounds.lower_bound,
    LowestFound: bounds.lowest_found,
    Merging: listed.merging,
    Minimum: bounds.minimum,
    OptimalSteps: listed.optimal_steps,
    OrthogonalZeros: equations.orthogonal_zeros,
    SemidefiniteBound: bounds.semidefinite_bound,
    ZeroSet: bounds.zero_set,
}


def statement(claim: Claim) -> str:
    """What a claim says, with its laws and abbreviations. Raises InputError for a kind that has no words."""
    say = STATEMENTS.get(type(claim))
    if say is None:
        kind = type(claim).__name__
        raise InputError(f"no words for claims of kind {kind}; add some to notebooks/statements/table.py")
    return "\n\n".join(filter(None, (say(claim), surroundings(claim))))
