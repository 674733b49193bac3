"""Points in decimals: a critical point that certainly has these digits, its value, and how it lies to symmetries."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from time import perf_counter

from flint import arb, ctx, fmpq

from proofs.algebra.polynomial import TracePolynomial
from proofs.core.derivation import Expression
from proofs.core.errors import InputError
from proofs.core.listed import Located, Velocities
from proofs.core.scope import Scope
from proofs.core.statement import Hypothesis
from proofs.core.verdict import Verdict
from verify.checks.moved import Moved, base
from verify.enclose.derivatives import Derivatives, is_stationary_by_parity
from verify.enclose.newton import System, Zeros, solved
from verify.enclose.symmetry import Directions, Flow, orthogonal_to
from verify.evaluate.entries import EntryPolynomial, in_entries
from verify.report import Road

DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
BITS = 128
BITS_A_DIGIT = 8
SHOWN = 12


@dataclass(frozen=True)
class Finding:
    """What is certain of one point."""

    verdict: Verdict
    says: str


@dataclass(frozen=True)
class Place:
    """A claimed point of an objective. Each stage answers None where all is certain, and builds on those before it.

    Symbols that the hypotheses restrict are parameters, which do not move unless the point says so.
    """

    objective: TracePolynomial
    point: Located
    symmetries: tuple[Velocities, ...] = ()
    spin: Expression | None = None
    hypotheses: tuple[Hypothesis, ...] = ()

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
        if self._zeros is Zeros.UNDECIDED or not all(within(found, text) for found, text in inside):
            return Finding(Verdict.UNKNOWN, "it is not certain that a critical point has these digits")
        if not orthogonal_to(self.directions, self._held):
            return Finding(Verdict.UNKNOWN, "the derivatives by the variables that are held are not seen to vanish")
        return None

    def worth(self) -> Finding | None:
        """The value has its digits and exceeds the number, if there is one."""
        claimed, unit = decimal(self.point.value)
        if abs(self.value - claimed) > unit:
            return Finding(Verdict.REFUTED, f"the value is {self.value.str(SHOWN)}, claimed {self.point.value}")
        least = self.point.exceeds
        if least is not None and self.value < least:
            return Finding(Verdict.REFUTED, f"the value {self.value.str(SHOWN)} is less than {least}")
        if not (within(self.value, self.point.value) and (least is None or self.value > least)):
            return Finding(Verdict.UNKNOWN, f"the value {self.value.str(SHOWN)} is not seen to be as claimed")
        return None

    @cached_property
    def entries(self) -> EntryPolynomial:
        """The objective in the entries that move, at the sizes of the point."""
        sizes, (numbers, matrices) = dict(self.point.sizes), self._moved.given(self.point)
        scalars = tuple(name for name in self.objective.scalars if name not in sizes | numbers)
        return in_entries(self.objective, sizes, scalars, matrices, numbers)

    @cached_property
    def value(self) -> arb:
        """The value at the critical point."""
        return self.derivatives.value(self.whole)

    @property
    def names(self) -> tuple[str, ...]:
        return self.entries.variables

    @property
    def _digits(self) -> list[str]:
        return [text for _, text in self.point.entries]

    @cached_property
    def _free(self) -> list[int]:
        return [self._place(name) for name, _ in self.point.entries]

    @cached_property
    def _moved(self) -> Moved:
        return Moved(self.objective, self.hypotheses)

    @cached_property
    def _exact(self) -> dict[str, int | fmpq]:
        """The weights that are held at exact values other than 0; parameters are none.

        Those held at 0 are as the entries that are not named. Raises InputError for what is no variable.
        """
        weights = {
            name: value for name, value in self.point.held if base(name) not in self._moved.parameters_at(self.point)
        }
        for name in weights:
            self._place(name)
        return {name: value for name, value in weights.items() if value}

    @cached_property
    def _held(self) -> list[int]:
        return [self._place(name) for name in self._exact]

    @property
    def _others(self) -> list[int]:
        return [place for place in range(len(self.names)) if place not in (*self._free, *self._held)]

    def _place(self, name: str) -> int:
        if name not in self.names:
            raise InputError(f"{name} is no variable of the objective; there are {', '.join(self.names)}")
        return self.names.index(name)

    @cached_property
    def derivatives(self) -> Derivatives:
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
    def whole(self) -> list[arb]:
        """All variables at the critical point."""
        return self._filled(self._enclosure)

    def _filled(self, free: Sequence[arb]) -> list[arb]:
        point = [arb(0)] * len(self.names)
        for place, number in zip(self._held, self._exact.values(), strict=True):
            point[place] = arb(number)
        for place, entry in zip(self._free, free, strict=True):
            point[place] = entry
        return point

    @cached_property
    def _flows(self) -> list[Flow]:
        sizes = dict(self.point.sizes)
        return [Flow(velocities, self.spin, sizes) for velocities in self.symmetries]

    @cached_property
    def directions(self) -> Directions:
        return [row for flow in self._flows for row in flow.directions(self.names, self.whole)]


def _without(polynomial: EntryPolynomial, others: Sequence[int]) -> EntryPolynomial:
    """The polynomial where the variables at the given places are zero."""
    kept = {powers: v for powers, v in polynomial.terms.items() if not any(powers[place] for place in others)}
    return EntryPolynomial(polynomial.variables, kept)


def decimal(text: str) -> tuple[fmpq, fmpq]:
    """The number and half a unit of its last digit. Raises InputError for a text of another form."""
    if not DECIMAL.fullmatch(text):
        raise InputError(f"expected a decimal such as 0.125, got {text!r}")
    whole, _, rest = text.partition(".")
    unit = fmpq(1, 10 ** len(rest))
    return int(whole + rest) * unit, unit / 2


def _ball(text: str) -> arb:
    middle, radius = decimal(text)
    return arb(middle) + arb(0, arb(radius).upper())


def excluded(found: arb, text: str) -> bool:
    """Whether no number of a ball has the digits of a decimal."""
    middle, radius = decimal(text)
    return bool(abs(found - middle) > radius)


def within(found: arb, text: str) -> bool:
    """Whether a ball lies within half a unit of the last digit of a decimal."""
    middle, radius = decimal(text)
    return bool(abs(found - middle) < radius)


def _scope(points: Sequence[Located]) -> Scope:
    sizes = [dict(point.sizes) for point in points]
    ranges = tuple((name, min(s[name] for s in sizes), max(s[name] for s in sizes)) for name in sorted(sizes[0]))
    return Scope(ranges=ranges, instances=len(points))


Stage = Callable[[], Finding | None]


def enclosure_road(places: Sequence[Place], stages: Callable[[int, Place], Sequence[Stage]]) -> Road:
    """CERTIFIED where all stages of all places are certain, REFUTED or UNKNOWN with the first that is not."""
    start, found = perf_counter(), list[Finding]()
    for number, place in enumerate(places):
        with ctx.workprec(_bits(place.point)):
            found.append(_finding(place, stages(number, place)))
        if found[-1].verdict < Verdict.CERTIFIED:
            break
    verdict = min((item.verdict for item in found), default=Verdict.UNKNOWN)
    witness = found[-1].says if verdict is Verdict.REFUTED else ""
    detail = "" if witness else "; ".join(item.says for item in found)
    scope = _scope([place.point for place in places]) if verdict is Verdict.CERTIFIED else Scope()
    limit = Verdict.UNKNOWN if verdict is Verdict.UNKNOWN else Verdict.PROVED
    return Road("enclosure", verdict, scope, detail, witness, perf_counter() - start, limit=limit)


def _finding(place: Place, stages: Sequence[Stage]) -> Finding:
    where = ", ".join(f"{name} = {size}" for name, size in place.point.sizes)
    for stage in stages:
        problem = stage()
        if problem is not None:
            return Finding(problem.verdict, f"at {where}: {problem.says}")
    return Finding(Verdict.CERTIFIED, f"{place.value.str(SHOWN)} at {where}")


def _bits(point: Located) -> int:
    """Enough for the digits that are claimed, with a margin for what cancels."""
    return BITS + BITS_A_DIGIT * max(len(text) for _, text in (*point.entries, ("value", point.value)))
