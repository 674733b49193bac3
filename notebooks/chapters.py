"""What a notebook says and computes for each kind of claim: one small function a kind, in one table.

The cells find `claim`, `theorem` and `context` there; what they compute comes from the objects of the project.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from notebooks import statements
from notebooks.book import Cell, code, text
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
    definition = _definition("claim.right") if claim.experiment else []
    if values_comparison(claim) is not None:
        return definition + _instances("equality")
    return definition + (_entrywise() if entrywise_comparison(claim) is not None else [])


def lower_bound(claim: LowerBound) -> list[Cell]:
    """The loss from the definition; both sides at instances; the minimizer in numbers."""
    definition = _definition("claim.objective") if claim.experiment else []
    return [*definition, *_instances("minimum"), *_minimizer()]


def implements(claim: Implements) -> list[Cell]:
    """The prediction from the definition; the forward pass and the algorithm on rational data sets."""
    if claim.experiment is None:
        return _instances("implements")
    return [
        text("The prediction from the definition of the model, at these weights, block by block:"),
        code(
            """
            from dataclasses import replace

            from proofs import substitute
            from proofs.attention.data import data
            from proofs.attention.placed import placed_prediction

            weights = dict(claim.weights)
            blocks = tuple((name, substitute(block, weights)) for name, block in claim.experiment.blocks)
            experiment = replace(claim.experiment, blocks=blocks)
            prediction = placed_prediction(experiment, data(experiment.task))
            shown.same(prediction, claim.algorithm, difference(prediction, claim.algorithm, claim.abbreviations))
            """
        ),
        *_instances(
            "implements", "forward_comparison", "The literal forward pass and the algorithm, on rational data:"
        ),
    ]


def induction(claim: Induction) -> list[Cell]:
    """Every equation of the start and of the step, in numbers."""
    return _equations("induction")


def invariance(claim: Invariance) -> list[Cell]:
    """What the group does to the layer, the law, the ends and the points, in numbers."""
    return _equations("invariance")


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
    definition = _definition("claim.objective") if claim.experiment else []
    return [
        *definition,
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
        code("tables.least_losses(contexts=[claim.context], steps=range(1, claim.steps + 1))"),
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


def _definition(expected: str) -> list[Cell]:
    return [
        text("The loss from the definition of the model, at the weights of the claim, block by block:"),
        code(
            f"""
            from proofs.attention.placed import placed_loss

            loss = placed_loss(claim.experiment)
            shown.same(loss, {expected}, difference(loss, {expected}, claim.abbreviations))
            """
        ),
    ]


def _instances(module: str, comparison: str = "values_comparison", says: str = "") -> list[Cell]:
    return [
        text(says or "Both sides at rational instances of the hypotheses, exactly:"),
        code(
            f"""
            from verify.checks.{module} import {comparison}

            comparison = {comparison}(claim)
            tables.compared(comparison, context.instances(claim, comparison.involved))
            """
        ),
    ]


def _entrywise() -> list[Cell]:
    return [
        text("Both sides with the means written out in the entries of the random letters, exactly:"),
        code(
            """
            from verify.checks.definition import SMALL, entrywise_comparison

            comparison = entrywise_comparison(claim)
            tables.compared(comparison, context.instances(claim, comparison.involved, shapes=SMALL))
            """
        ),
    ]


def _minimizer() -> list[Cell]:
    return [
        text("The minimizer in numbers:"),
        code(
            """
            instance, *_ = context.instances(claim, comparison.involved)
            tables.minimizer(claim, instance)
            """
        ),
    ]


def _equations(module: str) -> list[Cell]:
    return [
        text("Every equation at one rational instance, exactly:"),
        code(
            f"""
            from proofs.optimum.{module} import equations

            found = equations(claim)
            instance, *_ = context.instances(claim, [side for _, *sides in found for side in sides])
            tables.values(found, instance)
            """
        ),
    ]


@dataclass(frozen=True)
class Chapter:
    """What is said of a claim of a kind, in Markdown, and the cells that follow its derivation."""

    statement: Callable[[Any], str]
    cells: Callable[[Any], list[Cell]]


CHAPTERS: dict[type[Claim], Chapter] = {
    DegreeBound: Chapter(statements.degree_bound, degree_bound),
    Equality: Chapter(statements.equality, equality),
    Implements: Chapter(statements.implements, implements),
    Induction: Chapter(statements.induction, induction),
    Invariance: Chapter(statements.invariance, invariance),
    Limit: Chapter(statements.limit, limit),
    ListedLoss: Chapter(statements.listed_loss, listed_loss),
    LocalMinimum: Chapter(statements.local_minimum, local_minimum),
    LowerBound: Chapter(statements.lower_bound, lower_bound),
    Minimum: Chapter(statements.minimum, lower_bound),
    OptimalSteps: Chapter(statements.optimal_steps, optimal_steps),
    SemidefiniteBound: Chapter(statements.semidefinite_bound, semidefinite_bound),
    ZeroSet: Chapter(statements.zero_set, zero_set),
}


def chapter_of(claim: Claim) -> Chapter:
    """The chapter for the kind of a claim. Raises InputError for a kind that has none."""
    try:
        return CHAPTERS[type(claim)]
    except KeyError:
        raise InputError(
            f"no chapter for claims of kind {type(claim).__name__}; add one to notebooks/chapters.py"
        ) from None
