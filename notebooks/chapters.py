"""What a notebook computes for each kind of claim, besides its derivation: one small function a kind, in one table.

The cells find `claim`, `theorem` and `context` there; what they compute comes from the objects of the project.
"""

from collections.abc import Callable
from typing import Any

from notebooks.book import Cell, code, text
from notebooks.evidence import definition, entrywise, equations, instances, minimizer, placed
from proofs.core.claims import (
    Claim,
    DegreeBound,
    Equality,
    Implements,
    Induction,
    Invariance,
    Limit,
    ListedLoss,
    LocalMinimum,
    LowerBound,
    Minimum,
    OptimalSteps,
    SemidefiniteBound,
    ZeroSet,
)
from proofs.core.errors import InputError
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
    return [
        text("On every branch a rational solution is constructed or excluded; then a search for others by descent:"),
        code(
            """
            from verify.checks.zero_set import descent_road, refutation

            shown.roads([refutation(claim, context), descent_road(claim, context)])
            """
        ),
    ]


def limit(claim: Limit) -> list[Cell]:
    """The quotient far out."""
    return [
        text("The quotient at growing values, at one instance of the hypotheses (decimals):"),
        code(
            f"""
            from proofs.moments.dependence import polynomials

            instance, *_ = context.instances(claim, polynomials(claim), given=())
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


def local_minimum(claim: LocalMinimum) -> list[Cell]:
    """The objective from the definition; the balls."""
    loss = definition(claim.experiment, "claim.objective") if claim.experiment else []
    return [
        *loss,
        text("Interval Newton, the curvature across the symmetries, the value and a lower point, all in balls:"),
        code(
            """
            from verify.checks.local_minimum import refutation

            shown.roads([refutation(claim, context)])
            """
        ),
    ]


def degree_bound(claim: DegreeBound) -> list[Cell]:
    """The bound in numbers."""
    return [
        text("The least loss of so many steps of gradient descent, by context length:"),
        code("tables.least_losses(contexts=range(1, 9), steps=range(1, claim.steps + 1))"),
    ]


def listed_loss(claim: ListedLoss) -> list[Cell]:
    """The forward pass at the listed weights."""
    return [
        text("The exact loss of the literal forward pass at these weights:"),
        code(
            """
            from verify.checks.degree_bound import listed_roads

            shown.roads(listed_roads(claim, context))
            """
        ),
    ]


def optimal_steps(claim: OptimalSteps) -> list[Cell]:
    """The losses and step sizes computed anew, and the acceptance by two roads to the moments."""
    return [
        text("The least losses exactly, and the step sizes to six digits:"),
        code("tables.best_steps(claim)"),
        text("Accepted in exact arithmetic, the moments from zonal polynomials and from walks:"),
        code(
            """
            from verify.checks.optimal_steps import roads

            shown.roads(roads(claim, context))
            """
        ),
    ]


CHAPTERS: dict[type[Claim], Callable[[Any], list[Cell]]] = {
    DegreeBound: degree_bound,
    Equality: equality,
    Implements: implements,
    Induction: induction,
    Invariance: invariance,
    Limit: limit,
    ListedLoss: listed_loss,
    LocalMinimum: local_minimum,
    LowerBound: lower_bound,
    Minimum: lower_bound,
    OptimalSteps: optimal_steps,
    SemidefiniteBound: semidefinite_bound,
    ZeroSet: zero_set,
}


def chapter(claim: Claim) -> list[Cell]:
    """The cells behind the derivation of a claim. Raises InputError for a kind that has none."""
    try:
        return CHAPTERS[type(claim)](claim)
    except KeyError:
        raise InputError(
            f"no cells for claims of kind {type(claim).__name__}; add some to notebooks/chapters.py"
        ) from None
