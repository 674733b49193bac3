"""Which check belongs to which kind of claim."""

from dataclasses import dataclass
from typing import Any

from proofs.core.claims import Claim
from proofs.core.errors import InputError
from verify.checks.context import Context
from verify.late import function, kind_of
from verify.report import Road


@dataclass(frozen=True)
class Check:
    """The functions that check a kind of claim, and their module, which is imported when one of them is called."""

    module: str
    for_roads: str = "roads"
    for_refutation: str = "refutation"

    def roads(self, claim: Any, context: Context) -> list[Road]:
        """All roads to a claim."""
        found: list[Road] = function(f"{self.module}.{self.for_roads}")(claim, context)
        return found

    def refutation(self, claim: Any, context: Context) -> Road:
        """The road by which a perturbed version of a claim has to fail."""
        found: Road = function(f"{self.module}.{self.for_refutation}")(claim, context)
        return found


CHECKS = {
    "proofs.core.claims.Coercive": Check("verify.checks.diagonal", "coercive_roads", "coercive_refutation"),
    "proofs.core.claims.DegreeBound": Check("verify.checks.degree_bound"),
    "proofs.core.claims.Diagonalised": Check("verify.checks.diagonal"),
    "proofs.core.claims.Equality": Check("verify.checks.equality"),
    "proofs.core.claims.Implements": Check("verify.checks.implements"),
    "proofs.core.claims.Induction": Check("verify.checks.equations"),
    "proofs.core.claims.Invariance": Check("verify.checks.equations"),
    "proofs.core.claims.Limit": Check("verify.checks.limit"),
    "proofs.core.claims.LowerBound": Check("verify.checks.minimum"),
    "proofs.core.claims.Minimum": Check("verify.checks.uniqueness"),
    "proofs.core.claims.OrthogonalZeros": Check("verify.checks.zeros"),
    "proofs.core.claims.ZeroSet": Check("verify.checks.zero_set"),
    "proofs.core.flow.Flow": Check("verify.checks.flow"),
    "proofs.core.functions.InvariantMean": Check("verify.checks.rotation", "mean_roads", "mean_refutation"),
    "proofs.core.functions.LessLoss": Check("verify.checks.less_loss"),
    "proofs.core.functions.RotationInvariant": Check("verify.checks.rotation"),
    "proofs.core.ridge_functions.RidgeFunctions": Check("verify.checks.ridge_functions"),
    "proofs.core.listed.CriticalPoints": Check("verify.checks.critical_points"),
    "proofs.core.listed.DifferentFunctions": Check("verify.checks.different_functions"),
    "proofs.core.spectra.HeavyTail": Check("verify.checks.heavy_tail"),
    "proofs.core.listed.ListedLoss": Check("verify.checks.degree_bound", "listed_roads", "listed_refutation"),
    "proofs.core.listed.LocalMinimum": Check("verify.checks.local_minimum"),
    "proofs.core.listed.LowestFound": Check("verify.checks.lowest_found"),
    "proofs.core.listed.Merging": Check("verify.checks.merging"),
    "proofs.core.listed.OptimalSteps": Check("verify.checks.optimal_steps"),
    "proofs.core.listed.SemidefiniteBound": Check("verify.checks.semidefinite"),
    "proofs.core.distances.RidgeDistances": Check("verify.checks.ridge_distances"),
    "proofs.core.programs.Construction": Check("verify.checks.construction"),
    "proofs.core.rates.Rate": Check("verify.checks.rates"),
    "proofs.entrywise.claims.DifferentValues": Check(
        "verify.checks.entrywise", "different_roads", "different_refutation"
    ),
    "proofs.entrywise.claims.EntrywiseIdentity": Check("verify.checks.entrywise"),
    "proofs.entrywise.claims.Expansion": Check(
        "verify.checks.attention_shifts", "expansion_roads", "expansion_refutation"
    ),
    "proofs.entrywise.claims.Inequality": Check("verify.checks.inequality"),
    "proofs.entrywise.claims.Lipschitz": Check("verify.checks.lipschitz"),
    "proofs.entrywise.claims.LooseBound": Check("verify.checks.lipschitz", "loose_roads", "loose_refutation"),
    "proofs.entrywise.claims.OpposedShifts": Check(
        "verify.checks.attention_shifts", "opposed_roads", "opposed_refutation"
    ),
}
"""The check of each kind of claim, by the name of its record."""


def check_of(claim: Claim) -> Check:
    """The check for the kind of a claim. Raises InputError for a kind that has none."""
    try:
        return CHECKS[kind_of(claim)]
    except KeyError:
        raise InputError(
            f"no check for claims of kind {type(claim).__name__}; add one to verify/checks/table.py"
        ) from None
