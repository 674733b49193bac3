"""False neighbours of a claim: a constant changed, a term dropped, a branch forgotten.

Nothing here knows a theorem: the neighbours follow from the kind of the claim and from what it states. A neighbour that
says the same as the claim is left out.
"""

from itertools import islice

from proofs.core.claims import Claim
from proofs.core.theorem import Control
from verify.late import function, kind_of

MOST = 4
NEIGHBOURS = {
    "proofs.core.claims.Coercive": "verify.refute.claims.coercive",
    "proofs.core.claims.DegreeBound": "verify.refute.claims.degree_bound",
    "proofs.core.claims.Diagonalised": "verify.refute.claims.diagonalised",
    "proofs.core.claims.Equality": "verify.refute.claims.equality",
    "proofs.core.claims.Implements": "verify.refute.claims.implements",
    "proofs.core.claims.Induction": "verify.refute.claims.induction",
    "proofs.core.claims.Invariance": "verify.refute.claims.invariance",
    "proofs.core.claims.Limit": "verify.refute.claims.limit",
    "proofs.core.claims.LowerBound": "verify.refute.claims.minimum",
    "proofs.core.claims.Minimum": "verify.refute.claims.minimum",
    "proofs.core.claims.OrthogonalZeros": "verify.refute.claims.zeros",
    "proofs.core.claims.ZeroSet": "verify.refute.claims.zero_set",
    "proofs.core.flow.Flow": "verify.refute.claims.flow",
    "proofs.core.functions.InvariantMean": "verify.refute.functions.invariant_mean",
    "proofs.core.functions.LessLoss": "verify.refute.functions.less_loss",
    "proofs.core.functions.RotationInvariant": "verify.refute.functions.rotation_invariant",
    "proofs.core.ridge_functions.RidgeFunctions": "verify.refute.functions.ridge_functions",
    "proofs.core.listed.CriticalPoints": "verify.refute.listed.critical_points",
    "proofs.core.listed.DifferentFunctions": "verify.refute.listed.different_functions",
    "proofs.core.spectra.HeavyTail": "verify.refute.listed.heavy_tail",
    "proofs.core.listed.ListedLoss": "verify.refute.listed.listed_loss",
    "proofs.core.listed.LocalMinimum": "verify.refute.listed.local_minimum",
    "proofs.core.listed.LowestFound": "verify.refute.listed.lowest_found",
    "proofs.core.listed.Merging": "verify.refute.listed.merging",
    "proofs.core.listed.OptimalSteps": "verify.refute.listed.optimal_steps",
    "proofs.core.listed.SemidefiniteBound": "verify.refute.listed.semidefinite",
    "proofs.core.distances.RidgeDistances": "verify.refute.listed.ridge_distances",
    "proofs.core.programs.Construction": "verify.refute.constructions.construction",
    "proofs.core.rates.Rate": "verify.refute.constructions.rate",
    "proofs.entrywise.claims.DifferentValues": "verify.refute.entrywise.different_values",
    "proofs.entrywise.claims.EntrywiseIdentity": "verify.refute.entrywise.identity",
    "proofs.entrywise.claims.Expansion": "verify.refute.entrywise.expansion",
    "proofs.entrywise.claims.Inequality": "verify.refute.entrywise.inequality",
    "proofs.entrywise.claims.Lipschitz": "verify.refute.entrywise.lipschitz",
    "proofs.entrywise.claims.LooseBound": "verify.refute.entrywise.loose_bound",
    "proofs.entrywise.claims.OpposedShifts": "verify.refute.entrywise.opposed_shifts",
}
"""What perturbs each kind of claim, by the name of its record."""


def perturbed(claim: Claim) -> tuple[Control, ...]:
    """At most four neighbours of a claim; none of a kind that the table does not know."""
    path = NEIGHBOURS.get(kind_of(claim))
    return () if path is None else tuple(islice(function(path)(claim), MOST))
