"""Which check belongs to which kind of claim."""

from collections.abc import Callable
from dataclasses import dataclass
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
from proofs.core.errors import InputError
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
from verify.checks import (
    attention_shifts,
    construction,
    critical_points,
    degree_bound,
    diagonal,
    different_functions,
    entrywise,
    equality,
    equations,
    flow,
    heavy_tail,
    implements,
    inequality,
    less_loss,
    limit,
    lipschitz,
    local_minimum,
    lowest_found,
    merging,
    minimum,
    optimal_steps,
    rates,
    ridge_distances,
    ridge_functions,
    rotation,
    semidefinite,
    uniqueness,
    zero_set,
    zeros,
)
from verify.checks.context import Context
from verify.report import Road


@dataclass(frozen=True)
class Check:
    """All roads to a claim, and the one by which a perturbed version of it has to fail."""

    roads: Callable[[Any, Context], list[Road]]
    refutation: Callable[[Any, Context], Road]


CHECKS: dict[type[Claim], Check] = {
    CriticalPoints: Check(critical_points.roads, critical_points.refutation),
    Coercive: Check(diagonal.coercive_roads, diagonal.coercive_refutation),
    Diagonalised: Check(diagonal.roads, diagonal.refutation),
    DifferentFunctions: Check(different_functions.roads, different_functions.refutation),
    DegreeBound: Check(degree_bound.roads, degree_bound.refutation),
    DifferentValues: Check(entrywise.different_roads, entrywise.different_refutation),
    EntrywiseIdentity: Check(entrywise.roads, entrywise.refutation),
    Expansion: Check(attention_shifts.expansion_roads, attention_shifts.expansion_refutation),
    Inequality: Check(inequality.roads, inequality.refutation),
    Lipschitz: Check(lipschitz.roads, lipschitz.refutation),
    LooseBound: Check(lipschitz.loose_roads, lipschitz.loose_refutation),
    OpposedShifts: Check(attention_shifts.opposed_roads, attention_shifts.opposed_refutation),
    Construction: Check(construction.roads, construction.refutation),
    Rate: Check(rates.roads, rates.refutation),
    Equality: Check(equality.roads, equality.refutation),
    Flow: Check(flow.roads, flow.refutation),
    HeavyTail: Check(heavy_tail.roads, heavy_tail.refutation),
    ListedLoss: Check(degree_bound.listed_roads, degree_bound.listed_refutation),
    LowerBound: Check(minimum.roads, minimum.refutation),
    Minimum: Check(uniqueness.roads, uniqueness.refutation),
    Implements: Check(implements.roads, implements.refutation),
    Induction: Check(equations.roads, equations.refutation),
    Invariance: Check(equations.roads, equations.refutation),
    ZeroSet: Check(zero_set.roads, zero_set.refutation),
    Limit: Check(limit.roads, limit.refutation),
    Merging: Check(merging.roads, merging.refutation),
    LowestFound: Check(lowest_found.roads, lowest_found.refutation),
    LocalMinimum: Check(local_minimum.roads, local_minimum.refutation),
    OptimalSteps: Check(optimal_steps.roads, optimal_steps.refutation),
    OrthogonalZeros: Check(zeros.roads, zeros.refutation),
    InvariantMean: Check(rotation.mean_roads, rotation.mean_refutation),
    LessLoss: Check(less_loss.roads, less_loss.refutation),
    RidgeDistances: Check(ridge_distances.roads, ridge_distances.refutation),
    RidgeFunctions: Check(ridge_functions.roads, ridge_functions.refutation),
    RotationInvariant: Check(rotation.roads, rotation.refutation),
    SemidefiniteBound: Check(semidefinite.roads, semidefinite.refutation),
}


def check_of(claim: Claim) -> Check:
    """The check for the kind of a claim. Raises InputError for a kind that has none."""
    try:
        return CHECKS[type(claim)]
    except KeyError:
        raise InputError(
            f"no check for claims of kind {type(claim).__name__}; add one to verify/checks/table.py"
        ) from None
