"""Checks of local minima that are not global: each one enclosed by balls, or excluded by them."""

from collections.abc import Sequence
from random import Random

from flint import fmpq, fmpq_mat

from proofs.core.listed import LocalMinimum
from proofs.core.verdict import Verdict
from proofs.moments.mean import expanded
from verify.checks.compare import at, compared
from verify.checks.context import Context
from verify.checks.definition import literal_loss
from verify.checks.interior import inside, is_inside
from verify.checks.located import Finding, Place, Stage, enclosure_road
from verify.checks.model import beside, needed
from verify.checks.moved import Moved
from verify.enclose.inertia import is_positive_definite, negative_direction
from verify.enclose.symmetry import slice_of
from verify.evaluate.descent import Landscape
from verify.report import Road
from verify.sweep.completion import complete
from verify.sweep.instance import Instance, Shape, draw

STARTS = 12
DENOMINATOR = 10**4


def roads(claim: LocalMinimum, context: Context) -> list[Road]:
    """The enclosures, and the objective against the forward pass of the model."""
    return beside([refutation(claim, context)], definition_road(claim, context))


def refutation(claim: LocalMinimum, context: Context) -> Road:
    """Every point enclosed: a critical point there, curvature, value and a lower point, all certain."""
    objective, hypotheses = expanded(claim.objective), context.theorem.hypotheses
    for point in claim.points:
        Moved(objective, hypotheses).refuse_point(claim.name, point)

    def stages(number: int, place: Place) -> Sequence[Stage]:
        rng = context.rng(f"{claim.name}/{number}")
        return (
            place.kept,
            place.critical,
            lambda: inside(place),
            lambda: curved(place),
            place.worth,
            lambda: not_lowest(place, rng),
        )

    places = [Place(objective, point, claim.symmetries, claim.spin, hypotheses) for point in claim.points]
    return enclosure_road(places, stages)


def definition_road(claim: LocalMinimum, context: Context) -> Road | None:
    """The objective at a random rational point of each claimed size is the exact loss of the literal forward pass.

    Agreement says nothing of minima, so it certifies nothing alone: the enclosure sets the limit.
    """
    experiment, objective = claim.experiment, expanded(claim.objective)
    if experiment is None:
        return None
    instances = []
    for point in claim.points:
        shape = Shape(dict(point.sizes)["n"], dict(point.sizes)["d"])
        rng = context.rng(f"{claim.name}/{shape}")
        drawn = draw(context.theorem.hypotheses, shape, rng)
        instances.append(complete(drawn, objective.letters, objective.scalars, (), rng))

    def sides(instance: Instance) -> tuple[str, fmpq_mat, fmpq_mat] | None:
        literal = literal_loss(experiment, instance)
        return None if literal is None else ("loss", literal, at(objective, instance))

    return needed(compared("forward pass", instances, sides))


def curved(place: Place) -> Finding | None:
    """The Hessian is positive definite on a slice across the flows."""
    everything = range(len(place.entries.variables))
    down = negative_direction(place.derivatives.hessian(place.whole, everything))
    if down is not None:
        moved = ", ".join(f"{name}: {float(v):.3f}" for name, v in zip(place.names, down, strict=True) if v)
        return Finding(Verdict.REFUTED, f"the curvature is negative in the direction {moved}")
    fixed = slice_of(place.directions)
    if fixed is None:
        return Finding(Verdict.UNKNOWN, "the directions of the flows are not seen to be independent")
    across = [entry for entry in everything if entry not in fixed]
    if not is_positive_definite(place.derivatives.hessian(place.whole, across)):
        return Finding(Verdict.UNKNOWN, "the Hessian is not seen to be positive definite across the flows")
    return None


def not_lowest(place: Place, rng: Random) -> Finding | None:
    """Some rational point, at which the hypotheses hold, has a lower value."""
    landscape = Landscape(place.entries)
    for _ in range(STARTS):
        found = landscape.descended(landscape.start(rng))[1]
        lower = [fmpq(round(float(entry) * DENOMINATOR), DENOMINATOR) for entry in found]
        if is_inside(place, lower) and place.value > place.derivatives.value(lower):
            return None
    return Finding(Verdict.UNKNOWN, "no lower point was found")
