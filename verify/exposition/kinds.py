"""How each kind of claim is written out."""

from collections.abc import Callable, Iterator
from typing import Any

from proofs.core.claims import Claim
from proofs.core.errors import MISUSE, InputError, told
from verify.document.blocks import Block, Blocks, Paragraph
from verify.exposition.surroundings import surroundings
from verify.late import function, kind_of

KINDS = {
    "proofs.core.claims.Coercive": "verify.exposition.bounds.coercive",
    "proofs.core.claims.DegreeBound": "verify.exposition.listed.degree_bound",
    "proofs.core.claims.Diagonalised": "verify.exposition.bounds.diagonalised",
    "proofs.core.claims.Equality": "verify.exposition.equations.equality",
    "proofs.core.claims.Implements": "verify.exposition.equations.implements",
    "proofs.core.claims.Induction": "verify.exposition.equations.induction",
    "proofs.core.claims.Invariance": "verify.exposition.equations.invariance",
    "proofs.core.claims.Limit": "verify.exposition.equations.limit",
    "proofs.core.claims.LowerBound": "verify.exposition.bounds.lower_bound",
    "proofs.core.claims.Minimum": "verify.exposition.bounds.minimum",
    "proofs.core.claims.OrthogonalZeros": "verify.exposition.bounds.orthogonal_zeros",
    "proofs.core.claims.ZeroSet": "verify.exposition.bounds.zero_set",
    "proofs.core.flow.Flow": "verify.exposition.bounds.flow",
    "proofs.core.functions.InvariantMean": "verify.exposition.functions.invariant_mean",
    "proofs.core.functions.LessLoss": "verify.exposition.functions.less_loss",
    "proofs.core.functions.RotationInvariant": "verify.exposition.functions.rotation_invariant",
    "proofs.core.ridge_functions.RidgeFunctions": "verify.exposition.functions.ridge_functions",
    "proofs.core.listed.CriticalPoints": "verify.exposition.listed.critical_points",
    "proofs.core.listed.DifferentFunctions": "verify.exposition.listed.different_functions",
    "proofs.core.spectra.HeavyTail": "verify.exposition.listed.heavy_tail",
    "proofs.core.listed.ListedLoss": "verify.exposition.listed.listed_loss",
    "proofs.core.listed.LocalMinimum": "verify.exposition.listed.local_minimum",
    "proofs.core.listed.LowestFound": "verify.exposition.listed.lowest_found",
    "proofs.core.listed.Merging": "verify.exposition.listed.merging",
    "proofs.core.listed.OptimalSteps": "verify.exposition.listed.optimal_steps",
    "proofs.core.listed.SemidefiniteBound": "verify.exposition.bounds.semidefinite_bound",
    "proofs.core.distances.RidgeDistances": "verify.exposition.listed.ridge_distances",
    "proofs.core.programs.Construction": "verify.exposition.constructions.construction",
    "proofs.core.rates.Rate": "verify.exposition.constructions.rate",
    "proofs.entrywise.claims.DifferentValues": "verify.exposition.entrywise.different_values",
    "proofs.entrywise.claims.EntrywiseIdentity": "verify.exposition.entrywise.identity",
    "proofs.entrywise.claims.Expansion": "verify.exposition.entrywise.expansion",
    "proofs.entrywise.claims.Inequality": "verify.exposition.entrywise.inequality",
    "proofs.entrywise.claims.Lipschitz": "verify.exposition.entrywise.lipschitz",
    "proofs.entrywise.claims.LooseBound": "verify.exposition.entrywise.loose_bound",
    "proofs.entrywise.claims.OpposedShifts": "verify.exposition.entrywise.opposed_shifts",
}
"""What writes out each kind of claim, by the name of its record."""


def statement(claim: Claim) -> Blocks:
    """What a claim says, with its laws and abbreviations; or why a claim that is put together wrongly has no words."""
    try:
        return (*words_for(claim)(claim), *surroundings(claim))
    except MISUSE as error:
        return (Paragraph((f"This claim cannot be written out: {told(error)}",)),)


def words_for(claim: Claim) -> Callable[[Any], Iterator[Block]]:
    """How claims of this kind are written out. Raises InputError for a kind that is not in the table."""
    try:
        return function(KINDS[kind_of(claim)])
    except KeyError:
        kind = type(claim).__name__
        raise InputError(f"no words for claims of kind {kind}; add some to verify/exposition/kinds.py") from None
