"""How each kind of claim is written out."""

from collections.abc import Callable, Iterator
from typing import Any

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
from proofs.core.distances import RidgeDistances
from proofs.core.errors import MISUSE, InputError
from proofs.core.flow import Flow
from proofs.core.functions import InvariantMean, LessLoss, RotationInvariant
from proofs.core.listed import (
    CriticalPoints,
    DifferentFunctions,
    HeavyTail,
    ListedLoss,
    LocalMinimum,
    LowestFound,
    Merging,
    OptimalSteps,
    SemidefiniteBound,
)
from proofs.core.programs import Construction
from proofs.core.rates import Rate
from proofs.core.ridge_functions import RidgeFunctions
from proofs.entrywise.claims import (
    DifferentValues,
    EntrywiseIdentity,
    Expansion,
    Inequality,
    Lipschitz,
    LooseBound,
    OpposedShifts,
)
from verify.document.blocks import Block, Blocks, Paragraph
from verify.exposition import bounds, constructions, entrywise, equations, functions, listed
from verify.exposition.surroundings import surroundings

KINDS: dict[type[Claim], Callable[[Any], Iterator[Block]]] = {
    Coercive: bounds.coercive,
    CriticalPoints: listed.critical_points,
    DegreeBound: listed.degree_bound,
    DifferentFunctions: listed.different_functions,
    Diagonalised: bounds.diagonalised,
    Equality: equations.equality,
    Flow: bounds.flow,
    RidgeDistances: listed.ridge_distances,
    HeavyTail: listed.heavy_tail,
    Implements: equations.implements,
    Induction: equations.induction,
    Invariance: equations.invariance,
    Limit: equations.limit,
    ListedLoss: listed.listed_loss,
    LocalMinimum: listed.local_minimum,
    LowerBound: bounds.lower_bound,
    LowestFound: listed.lowest_found,
    Merging: listed.merging,
    Minimum: bounds.minimum,
    OptimalSteps: listed.optimal_steps,
    OrthogonalZeros: bounds.orthogonal_zeros,
    SemidefiniteBound: bounds.semidefinite_bound,
    InvariantMean: functions.invariant_mean,
    LessLoss: functions.less_loss,
    RidgeFunctions: functions.ridge_functions,
    RotationInvariant: functions.rotation_invariant,
    ZeroSet: bounds.zero_set,
    Construction: constructions.construction,
    Rate: constructions.rate,
    DifferentValues: entrywise.different_values,
    EntrywiseIdentity: entrywise.identity,
    Expansion: entrywise.expansion,
    Inequality: entrywise.inequality,
    Lipschitz: entrywise.lipschitz,
    LooseBound: entrywise.loose_bound,
    OpposedShifts: entrywise.opposed_shifts,
}
"""The words and formulas of each kind of claim."""


def statement(claim: Claim) -> Blocks:
    """What a claim says, with its laws and abbreviations; or why a claim that is put together wrongly has no words."""
    try:
        return (*words_for(claim)(claim), *surroundings(claim))
    except MISUSE as error:
        return (Paragraph((f"This claim cannot be written out: {type(error).__name__}: {error}",)),)


def words_for(claim: Claim) -> Callable[[Any], Iterator[Block]]:
    """How claims of this kind are written out. Raises InputError for a kind that is not in the table."""
    try:
        return KINDS[type(claim)]
    except KeyError:
        kind = type(claim).__name__
        raise InputError(f"no words for claims of kind {kind}; add some to verify/exposition/kinds.py") from None
