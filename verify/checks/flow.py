"""Checks of gradient flows: integrated in floats at several instances, which supports a claim and proves nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf
from time import perf_counter

import numpy as np

from proofs.algebra.abbreviation import polynomial
from proofs.core.derivation import Expression
from proofs.core.flow import Flow
from proofs.core.verdict import Verdict
from proofs.moments.dependence import names_of, symbols_of
from proofs.moments.mean import expanded
from verify.checks.compare import at
from verify.checks.context import Context, instances_scope
from verify.checks.model import model_road
from verify.checks.moved import Moved
from verify.evaluate.descent import Landscape
from verify.evaluate.entries import EntryPolynomial, in_entries
from verify.evaluate.gradient_flow import Path, form_at, gradient_flow, point_of
from verify.evaluate.numeric import Floats
from verify.report import Road
from verify.simulate.arrays import as_floats
from verify.sweep.covariance import Style
from verify.sweep.instance import Instance, Shape

SHAPES = (
    Shape(3, 2),
    Shape(2, 1),
    Shape(6, 2, Style.IDENTITY, Style.GENERIC),
    Shape(1, 2, Style.REPEATED, Style.GENERIC),
    Shape(5, 3, Style.REPEATED, Style.IDENTITY, noiseless=True),
)
CLOSE = 1e-6
"""Relative distance up to which a limit counts as reached and a form as kept."""
FAR = 1e-3
"""Relative distance from which on a flow that is at rest refutes."""


@dataclass(frozen=True, eq=False)
class Course:
    """The flow of a claim at an instance."""

    claim: Flow
    instance: Instance

    @property
    def sizes(self) -> dict[str, int]:
        return {"n": self.instance.shape.n, "d": self.instance.shape.d}

    @cached_property
    def entries(self) -> EntryPolynomial:
        """The objective in the entries of the weights."""
        objective, weights = expanded(self.claim.objective), self._weights
        scalars = tuple(name for name in objective.scalars if name in weights)
        fixed = {letter.name: self.instance.matrices[letter.name] for letter in objective.letters
                 if letter.name not in weights}  # fmt: skip
        return in_entries(objective, self.sizes, scalars, fixed, self.instance.numbers)

    @cached_property
    def path(self) -> Path:
        """The flow from the start."""
        first = {name: as_floats(at(polynomial(value), self.instance)) for symbol, value in self.claim.start
                 for name in names_of(symbol)}  # fmt: skip
        return gradient_flow(Landscape(self.entries), point_of(self.entries, first))

    def distances(self) -> Iterator[tuple[str, float]]:
        """How far the end is from each limit and each kept form from its first value, in relative terms."""
        points = self.path.points
        first, last = (np.array([[Landscape(self.entries).slope(points[place])[0]]]) for place in (0, -1))
        yield "the objective", _relative(first, last, self._limit(self.claim.value))
        for form, limit in self.claim.reached:
            first, last = (self._form(form, points[place]) for place in (0, -1))
            yield str(form), _relative(first, last, self._limit(limit))
        largest = float(np.max(np.sum(points**2, axis=1)))
        for kept in self.claim.kept:
            first = self._form(kept, points[0])
            drift = max(float(np.max(np.abs(self._form(kept, point) - first))) for point in points)
            yield str(kept), drift / largest

    @property
    def _weights(self) -> set[str]:
        return {name for symbol, _ in self.claim.start for name in names_of(symbol)}

    def _form(self, form: Expression, point: Floats) -> Floats:
        return form_at(polynomial(form), self.entries, point, self.sizes)

    def _limit(self, limit: Expression) -> Floats:
        return as_floats(at(polynomial(limit), self.instance))


def roads(claim: Flow, context: Context) -> list[Road]:
    """The integration, and the objective against the forward pass of the model, which alone certifies no flow."""
    flow, forward = refutation(claim, context), model_road(claim, claim.objective, context)
    if forward is None:
        return [flow]
    return [flow, replace(forward, verdict=min(forward.verdict, Verdict.SUPPORTED))]


def refutation(claim: Flow, context: Context) -> Road:
    """The flow integrated at every instance; where it comes to rest elsewhere, or a form moves, it refutes."""
    start, worst = perf_counter(), (0.0, "")
    moved = Moved(expanded(claim.objective), context.theorem.hypotheses)
    moved.refuse_weights(claim.name, [symbol for symbol, _ in claim.start])
    values = [value for _, value in (*claim.start, *claim.reached)]
    involved = [expanded(claim.objective), *(polynomial(item) for item in (*values, claim.value))]
    instances = context.instances(claim, involved, shapes=SHAPES)

    def road(verdict: Verdict, detail: str, witness: str = "") -> Road:
        scope, seconds = instances_scope(instances), perf_counter() - start
        limit = Verdict.SUPPORTED if verdict is Verdict.SUPPORTED else Verdict.UNKNOWN
        return Road("integrated flow", verdict, scope, detail, witness, seconds, limit=limit)

    if not instances:
        return road(Verdict.UNKNOWN, "no instance applies")
    weights = {name for symbol, _ in claim.start for name in names_of(symbol)}
    held = set().union(*map(symbols_of, involved)) - weights
    for instance in instances:
        course = Course(claim, instance)
        if not course.path.at_rest:
            return road(Verdict.UNKNOWN, f"the flow is not at rest at {instance.shape}")
        name, distance = max(course.distances(), key=lambda item: item[1])
        says = f"{name} is off by {distance:.1e} relative at {instance.shape}"
        if distance > FAR:
            return road(Verdict.REFUTED, says, f"{says}: {instance.only(held)}")
        worst = max(worst, (distance, says))
    if worst[0] > CLOSE:
        return road(Verdict.UNKNOWN, worst[1])
    return road(Verdict.SUPPORTED, f"{len(instances)} flows at rest; at worst {worst[1]}")


def _relative(first: Floats, last: Floats, limit: Floats) -> float:
    """How far the last value is from its limit, as a share of the limit, or of the first value where the limit is 0."""
    distance, scales = float(np.max(np.abs(last - limit))), [float(np.max(np.abs(one))) for one in (limit, first)]
    scale = next((scale for scale in scales if scale), 0.0)
    if scale:
        return distance / scale
    return inf if distance else 0.0
