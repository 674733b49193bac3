"""The model that a claim is said to be about, against its formula: kinds that no sample settles rest on this alone."""

from collections.abc import Sequence
from dataclasses import replace

from proofs.core.claims import ModelClaim
from proofs.core.derivation import Expression
from proofs.core.verdict import Verdict
from verify.checks.compare import compared
from verify.checks.context import Context
from verify.checks.definition import SMALL, loss_comparison
from verify.report import Road
from verify.sweep.instance import Shape

ONE_BY_ONE = (Shape(1, 1), Shape(2, 1), Shape(1, 2), Shape(3, 1))
"""Sizes at which layers whose loss is of high degree are written out as well."""
LONG = (Shape(4, 2),)
"""Where hypotheses such as n >= d + 2 and d >= 2 exclude all smaller sizes."""


def model_road(
    claim: ModelClaim, objective: Expression, context: Context, shapes: Sequence[Shape] = SMALL
) -> Road | None:
    """The exact loss of the literal forward pass against the objective; None for a claim without a model.

    A claim whose model has not been compared with its formula at any instance stays UNKNOWN.
    """
    found = loss_comparison(claim, objective)
    if found is None:
        return None
    instances = context.instances(claim, found.involved, shapes=shapes)
    larger = instances or context.instances(claim, found.involved, shapes=LONG)
    return needed(compared("forward pass", larger, found.sides))


def beside(roads: Sequence[Road], model: Road | None) -> list[Road]:
    """The roads to what a claim says of its formula, and the comparison of the formula with the model, if there is one.

    Where the model has another formula they say nothing of the claim, so none of them certifies it.
    """
    if model is None:
        return list(roads)
    if model.verdict is Verdict.REFUTED:
        roads = [replace(road, verdict=min(road.verdict, Verdict.SUPPORTED)) for road in roads]
    return [*roads, model]


def needed(road: Road) -> Road:
    """The comparison of a model with a formula; where it compares nothing, the claim can be UNKNOWN at most."""
    if road.verdict is not Verdict.UNKNOWN:
        return road
    detail = f"the model is not compared with the objective: {road.detail}; claim it without the experiment"
    return replace(road, detail=detail, limit=Verdict.UNKNOWN)
