"""Checks of local minima that are not global: each one enclosed by balls, or excluded by them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random
from time import perf_counter

from flint import arb, ctx, fmpq, fmpq_mat

from proofs.algebra.polynomial import TracePolynomial
from proofs.core.errors import InputError
from proofs.core.listed import LocalMinimum, Located
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from proofs.moments.mean import expanded
from verify.checks.compare import at, compared
from verify.checks.context import Context
from verify.checks.definition import literal_loss
from verify.enclose.derivatives import Derivatives, is_stationary_by_parity
from verify.enclose.inertia import is_positive_definite, negative_direction
from verify.enclose.newton import System, Zeros, solved
from verify.enclose.symmetry import Directions, Flow, orthogonal_to, slice_of
from verify.evaluate.descent import Landscape
from verify.evaluate.entries import EntryPolynomial, in_entries
from verify.report import Road
from verify.sweep.instance import Instance, Shape, complete, draw

BITS = 128
STARTS = 12
DENOMINATOR = 10**4
SHOWN = 12


@dataclass(frozen=True)
class Finding:
    """What is certain of one point."""

    verdict: Verdict
    says: str


def roads(claim: LocalMinimum, context: Context) -> list[Road]:
    """The enclosures, and the objective against the forward pass of the model."""
    found = [refutation(claim, context), definition_road(claim, context)]
    return [road for road in found if road is not None]


def refutation(claim: LocalMinimum, context: Context) -> Road:
    """Every point enclosed: a critical point there, curvature, value and a lower point, all certain."""
    start, name = perf_counter(), "enclosure"
    objective = expanded(claim.objective)
    found: list[Finding] = []
    with ctx.workprec(BITS):
        for place, point in enumerate(claim.points):
            rng = context.rng(f"{claim.name}/{place}")
            found.append(_finding(objective, claim, point, rng))
            if found[-1].verdict < Verdict.CERTIFIED:
                break
    verdict = min((item.verdict for item in found), default=Verdict.UNKNOWN)
    witness = found[-1].says if verdict is Verdict.REFUTED else ""
    detail = "" if witness else "; ".join(item.says for item in found)
    scope = _scope(claim.points) if verdict is Verdict.CERTIFIED else Scope()
    limit = Verdict.UNKNOWN if verdict is Verdict.UNKNOWN else Verdict.PROVED
    return Road(name, verdict, scope, detail, witness, perf_counter() - start, limit=limit)


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

    return compared("forward pass", instances, sides)


def _finding(objective: TracePolynomial, claim: LocalMinimum, point: Located, rng: Random) -> Finding:
    place = Place(objective, claim, point)
    where = ", ".join(f"{name} = {size}" for name, size in point.sizes)
    stages = (place.kept, place.critical, place.curved, place.worth, lambda: place.not_lowest(rng))
    for stage in stages:
        problem = stage()
        if problem is not None:
            return Finding(problem.verdict, f"at {where}: {problem.says}")
    return Finding(Verdict.CERTIFIED, f"{place.value.str(SHOWN)} at {where}")


@dataclass(frozen=True)
class Place:
    """A claimed point of a claim. Each stage answers None where all is certain, and builds on those before it."""

    objective: TracePolynomial
    claim: LocalMinimum
    point: Located

    def kept(self) -> Finding | None:
        """The flows are symmetries of the objective, at these sizes and for every spin."""
        if not all(flow.keeps(self.entries) for flow in self._flows):
            return Finding(Verdict.UNKNOWN, "the objective is not constant along a flow that is claimed a symmetry")
        return None

    def critical(self) -> Finding | None:
        """Exactly one critical point has these digits."""
        if not is_stationary_by_parity(self.entries, self._others):
            return Finding(Verdict.UNKNOWN, "the variables that are not listed do not decouple")
        if self._zeros is Zeros.NONE:
            return Finding(Verdict.REFUTED, "no critical point has these digits")
        inside = zip(self._enclosure, self._digits, strict=True)
        if self._zeros is Zeros.UNDECIDED or not all(_within(found, text) for found, text in inside):
            return Finding(Verdict.UNKNOWN, "it is not certain that a critical point has these digits")
        if not orthogonal_to(self._directions, self._held):
            return Finding(Verdict.UNKNOWN, "the derivatives by the variables that are held are not seen to vanish")
        return None

    def curved(self) -> Finding | None:
        """The Hessian is positive definite on a slice across the flows."""
        everything = range(len(self.entries.variables))
        down = negative_direction(self._derivatives.hessian(self._whole, everything))
        if down is not None:
            moved = ", ".join(f"{name}: {float(v):.3f}" for name, v in zip(self._names, down, strict=True) if v)
            return Finding(Verdict.REFUTED, f"the curvature is negative in the direction {moved}")
        fixed = slice_of(self._directions)
        if fixed is None:
            return Finding(Verdict.UNKNOWN, "the directions of the flows are not seen to be independent")
        across = [place for place in everything if place not in fixed]
        if not is_positive_definite(self._derivatives.hessian(self._whole, across)):
            return Finding(Verdict.UNKNOWN, "the Hessian is not seen to be positive definite across the flows")
        return None

    def worth(self) -> Finding | None:
        """The value has its digits and exceeds the number."""
        claimed, unit = _decimal(self.point.value)
        if abs(self.value - claimed) > unit:
            return Finding(Verdict.REFUTED, f"the value is {self.value.str(SHOWN)}, claimed {self.point.value}")
        if self.value < self.point.exceeds:
            return Finding(Verdict.REFUTED, f"the value {self.value.str(SHOWN)} is less than {self.point.exceeds}")
        if not (_within(self.value, self.point.value) and self.value > self.point.exceeds):
            return Finding(Verdict.UNKNOWN, f"the value {self.value.str(SHOWN)} is not seen to be as claimed")
        return None

    def not_lowest(self, rng: Random) -> Finding | None:
        """Some rational point has a lower value."""
        landscape = Landscape(self.entries)
        for _ in range(STARTS):
            found = landscape.descended(landscape.start(rng))[1]
            lower = [fmpq(round(float(entry) * DENOMINATOR), DENOMINATOR) for entry in found]
            if self.value > self._derivatives.value(lower):
                return None
        return Finding(Verdict.UNKNOWN, "no lower point was found")

    @cached_property
    def entries(self) -> EntryPolynomial:
        """The objective in its entries at the sizes of the point."""
        sizes = dict(self.point.sizes)
        scalars = tuple(name for name in self.objective.scalars if name not in sizes)
        return in_entries(self.objective, sizes, scalars)

    @cached_property
    def value(self) -> arb:
        """The value at the critical point."""
        return self._derivatives.value(self._whole)

    @property
    def _names(self) -> tuple[str, ...]:
        return self.entries.variables

    @property
    def _digits(self) -> list[str]:
        return [text for _, text in self.point.entries]

    @cached_property
    def _free(self) -> list[int]:
        return [self._place(name) for name, _ in self.point.entries]

    @cached_property
    def _held(self) -> list[int]:
        return [self._place(name) for name, _ in self.point.held]

    @property
    def _others(self) -> list[int]:
        return [place for place in range(len(self._names)) if place not in (*self._free, *self._held)]

    def _place(self, name: str) -> int:
        if name not in self._names:
            raise InputError(f"{name} is no variable of the objective; there are {', '.join(self._names)}")
        return self._names.index(name)

    @cached_property
    def _derivatives(self) -> Derivatives:
        return Derivatives(self.entries)

    @cached_property
    def _solution(self) -> tuple[Zeros, tuple[arb, ...]]:
        there = Derivatives(_without(self.entries, self._others))
        system = System(
            lambda free: there.gradient(self._filled(free), self._free),
            lambda free: there.hessian(self._filled(free), self._free),
        )
        found = solved(system, [_ball(text) for text in self._digits])
        return found.zeros, found.enclosure

    @property
    def _zeros(self) -> Zeros:
        return self._solution[0]

    @property
    def _enclosure(self) -> tuple[arb, ...]:
        return self._solution[1]

    @cached_property
    def _whole(self) -> list[arb]:
        """All variables at the critical point."""
        return self._filled(self._enclosure)

    def _filled(self, free: Sequence[arb]) -> list[arb]:
        point = [arb(0)] * len(self._names)
        for place, (_, number) in zip(self._held, self.point.held, strict=True):
            point[place] = arb(number)
        for place, entry in zip(self._free, free, strict=True):
            point[place] = entry
        return point

    @cached_property
    def _flows(self) -> list[Flow]:
        sizes = dict(self.point.sizes)
        return [Flow(velocities, self.claim.spin, sizes) for velocities in self.claim.symmetries]

    @cached_property
    def _directions(self) -> Directions:
        return [row for flow in self._flows for row in flow.directions(self._names, self._whole)]


def _without(polynomial: EntryPolynomial, others: Sequence[int]) -> EntryPolynomial:
    """The polynomial where the variables at the given places are zero."""
    kept = {powers: v for powers, v in polynomial.terms.items() if not any(powers[place] for place in others)}
    return EntryPolynomial(polynomial.variables, kept)


def _decimal(text: str) -> tuple[fmpq, fmpq]:
    """The number and half a unit of its last digit."""
    whole, _, rest = text.partition(".")
    try:
        unit = fmpq(1, 10 ** len(rest))
        return int(whole + rest) * unit, unit / 2
    except ValueError:
        raise InputError(f"expected a decimal such as 0.125, got {text!r}") from None


def _ball(text: str) -> arb:
    middle, radius = _decimal(text)
    return arb(middle) + arb(0, arb(radius).upper())


def _within(found: arb, text: str) -> bool:
    middle, radius = _decimal(text)
    return bool(abs(found - middle) < radius)


def _scope(points: Sequence[Located]) -> Scope:
    sizes = [dict(point.sizes) for point in points]
    ranges = tuple((name, min(s[name] for s in sizes), max(s[name] for s in sizes)) for name in sorted(sizes[0]))
    return Scope(ranges=ranges, instances=len(points))
