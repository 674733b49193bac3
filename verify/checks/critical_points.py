"""Checks of critical points in decimals: each one enclosed by balls, with the signs of its curvatures."""

from collections.abc import Sequence

from proofs.core.listed import CriticalPoints
from proofs.core.verdict import Verdict
from proofs.moments.mean import expanded
from verify.checks.context import Context
from verify.checks.interior import inside
from verify.checks.located import Finding, Place, Stage, enclosure_road
from verify.checks.model import beside, model_road
from verify.checks.moved import Moved
from verify.enclose.inertia import inertia
from verify.report import Road


def roads(claim: CriticalPoints, context: Context) -> list[Road]:
    """The enclosures, and the objective against the forward pass of the model at small sizes."""
    return beside([refutation(claim, context)], model_road(claim, claim.objective, context))


def refutation(claim: CriticalPoints, context: Context) -> Road:
    """Every point enclosed: a critical point there, its value and the inertia of the Hessian, all certain."""
    objective, hypotheses = expanded(claim.objective), context.theorem.hypotheses
    for point in claim.points:
        Moved(objective, hypotheses).refuse_point(claim.name, point)

    def stages(number: int, place: Place) -> Sequence[Stage]:
        return place.critical, lambda: inside(place), place.worth, lambda: bent(place, claim.negative)

    return enclosure_road([Place(objective, point, hypotheses=hypotheses) for point in claim.points], stages)


def bent(place: Place, negative: int) -> Finding | None:
    """The Hessian is invertible and has that many negative eigenvalues."""
    found = inertia(place.derivatives.hessian(place.whole, range(len(place.names))))
    if found is None:
        return Finding(Verdict.UNKNOWN, "the signs of the curvatures are not certain")
    if found.negative != negative:
        return Finding(Verdict.REFUTED, f"{found.negative} curvatures are negative, claimed {negative}")
    return None
