"""What a notebook computes for each kind of claim, besides its derivation: one small function a kind, in one table.

The cells find `claim`, `theorem`, `context` and `report` there; what they show comes from the objects of the project.
"""

from collections.abc import Callable
from typing import Any

from notebooks.book import Cell, code, text
from notebooks.evidence import definition, entrywise, equations, instances, minimizer, placed, roads
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
from verify.checks.definition import entrywise_comparison
from verify.checks.equality import values_comparison

SIZES = "(10, 10**2, 10**4, 10**8)"


def equality(claim: Equality) -> list[Cell]:
    """The loss from the definition, where there is one; both sides at instances, entry by entry if need be."""
    loss = definition(claim.experiment, "claim.right") if claim.experiment else []
    if values_comparison(claim) is not None:
        return loss + instances("equality")
    return loss + (entrywise() if entrywise_comparison(claim) is not None else [])


def lower_bound(claim: LowerBound) -> list[Cell]:
    """The loss from the definition; both sides at instances; the minimizer in numbers."""
    loss = definition(claim.experiment, "claim.objective") if claim.experiment else []
    return [*loss, *instances("minimum"), *minimizer()]


def implements(claim: Implements) -> list[Cell]:
    """The prediction from the definition; the forward pass and the algorithm on rational data sets."""
    if claim.experiment is None:
        return instances("implements")
    return [
        *placed(claim.experiment),
        *instances("implements", "forward_comparison", "The literal forward pass and the algorithm, on rational data:"),
    ]


def induction(claim: Induction) -> list[Cell]:
    """Every equation of the start and of the step, in numbers."""
    return equations("induction")


def invariance(claim: Invariance) -> list[Cell]:
    """What the group does to the layer, the law, the ends and the points, in numbers."""
    return equations("invariance")


def zero_set(claim: ZeroSet) -> list[Cell]:
    """Exact points on the branches, and a search for others."""
    return roads("On every branch a rational solution is constructed or excluded; others are searched for by descent:")


def limit(claim: Limit) -> list[Cell]:
    """The quotient far out."""
    return [
        text("The quotient at growing values, at one instance of the hypotheses (decimals):"),
        code(
            f"""
            from proofs.moments.dependence import polynomials

            instance, *_ = context.instances(claim, polynomials(claim))
            tables.approach(claim, instance, sizes={SIZES})
            """
        ),
    ]


def semidefinite_bound(claim: SemidefiniteBound) -> list[Cell]:
    """The certificates, accepted anew."""
    return [
        text(
            "objective - bound = m' G m for a vector m of monomials and a rational matrix G: the certificate is "
            "multiplied out, and G is seen to be positive semidefinite by exact elimination."
        ),
        code("tables.certificates(claim, context)"),
    ]


def located(claim: LocalMinimum | CriticalPoints) -> list[Cell]:
    """The objective from the definition; the balls."""
    loss = definition(claim.experiment, "claim.objective") if claim.experiment else []
    return [*loss, *roads("Interval Newton, the curvature and the value, all in balls, and the forward pass beside:")]


def degree_bound(claim: DegreeBound) -> list[Cell]:
    """The bound in numbers."""
    return [
        text("The least loss of so many steps of gradient descent, by context length:"),
        code("tables.least_losses(contexts=range(1, 9), steps=range(1, claim.steps + 1))"),
    ]


def listed_loss(claim: ListedLoss) -> list[Cell]:
    """The forward pass at the listed weights."""
    return roads("The exact loss of the literal forward pass at these weights:")


def optimal_steps(claim: OptimalSteps) -> list[Cell]:
    """The losses and step sizes computed anew, and the acceptance by two roads to the moments."""
    return [
        text("The least losses exactly, and the step sizes to six digits:"),
        code("tables.best_steps(claim)"),
        *roads("Accepted in exact arithmetic, the moments from zonal polynomials and from walks:"),
    ]


def other_roads(claim: Claim) -> list[Cell]:
    """What else there is besides the derivation, or in its place."""
    return roads("All roads to the claim, besides its derivation or in its place:")


CHAPTERS: dict[type[Claim], Callable[[Any], list[Cell]]] = {
    Coercive: other_roads,
    CriticalPoints: located,
    DegreeBound: degree_bound,
    DifferentFunctions: other_roads,
    Diagonalised: other_roads,
    Equality: equality,
    Flow: other_roads,
    HeavyTail: other_roads,
    Implements: implements,
    Induction: induction,
    Invariance: invariance,
    Limit: limit,
    ListedLoss: listed_loss,
    LocalMinimum: located,
    LowerBound: lower_bound,
    LowestFound: other_roads,
    Merging: other_roads,
    Minimum: lower_bound,
    OptimalSteps: optimal_steps,
    OrthogonalZeros: other_roads,
    SemidefiniteBound: semidefinite_bound,
    InvariantMean: other_roads,
    LessLoss: other_roads,
    RidgeDistances: other_roads,
    RidgeFunctions: other_roads,
    RotationInvariant: other_roads,
    ZeroSet: zero_set,
    Construction: other_roads,
    Rate: other_roads,
    DifferentValues: other_roads,
    EntrywiseIdentity: other_roads,
    Expansion: other_roads,
    Inequality: other_roads,
    Lipschitz: other_roads,
    LooseBound: other_roads,
    OpposedShifts: other_roads,
}


def chapter(claim: Claim) -> list[Cell]:
    """The cells behind the derivation of a claim. Raises InputError for a kind that has none."""
    try:
        return CHAPTERS[type(claim)](claim)
    except KeyError:
        raise InputError(
            f"no cells for claims of kind {type(claim).__name__}; add some to notebooks/chapters.py"
        ) from None
