"""Checks of conjectured least values: descents from many starts, which support a value or refute it, never more."""

from collections import Counter
from dataclasses import dataclass, replace
from time import perf_counter

import numpy as np
from flint import fmpq, fmpq_mat
from scipy.optimize import minimize

from proofs.algebra.polynomial import TracePolynomial
from proofs.core.listed import LowestFound
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from proofs.moments.mean import expanded
from verify.checks.compare import shortened
from verify.checks.context import Context
from verify.checks.model import model_road
from verify.checks.moved import Moved
from verify.evaluate.compiled import Compiled, compiled
from verify.evaluate.numeric import Floats
from verify.report import Road

STARTS = {"quick": 6, "full": 200}
SPREADS = (0.1, 0.3, 1.0)
SAME = 1e-6
DENOMINATOR = 10**9
SHOWN = 4


def roads(claim: LowestFound, context: Context) -> list[Road]:
    """Descents; the objective against the literal forward pass, which says nothing of minima."""
    found = [refutation(claim, context), model_road(claim, claim.objective, context)]
    most = Verdict.SUPPORTED
    return [
        replace(road, verdict=min(road.verdict, most), limit=min(road.limit, most))
        for road in found
        if road is not None
    ]


def refutation(claim: LowestFound, context: Context) -> Road:
    """A rational point whose exact value is below the claimed one refutes; floats refute nothing."""
    start, objective, found = perf_counter(), expanded(claim.objective), list[str]()
    Moved(objective, context.theorem.hypotheses).refuse(claim.name, {"d": 1, "n": 1})
    verdict, scope = Verdict.SUPPORTED if claim.sizes else Verdict.UNKNOWN, _scope(claim)
    for (d, n), value in zip(claim.sizes, claim.values, strict=True):
        search = Search(_compiled(objective, d, n), value)
        ends = search.ends(np.random.default_rng(context.rng(f"{claim.name}/{d}/{n}").getrandbits(64)), context)
        witness = search.lower(ends[0])
        if witness:
            says = f"at d = {d}, n = {n}: {witness}"
            return Road("descents", Verdict.REFUTED, scope, "", says, perf_counter() - start)
        found.append(f"d = {d}, n = {n}: {search.basins(ends)}")
        if not search.reaches(ends[0]):
            verdict = Verdict.UNKNOWN
            found[-1] += f", none at {_float(value):.6g}"
    limit = min(verdict, Verdict.SUPPORTED)
    return Road("descents", verdict, scope, "; ".join(found), "", perf_counter() - start, limit=limit)


@dataclass(frozen=True)
class End:
    """Where a descent ends: value and point."""

    value: float
    point: Floats


@dataclass(frozen=True)
class Search:
    """Descents on a compiled objective against a claimed least value."""

    objective: Compiled
    least: fmpq

    def ends(self, rng: np.random.Generator, context: Context) -> list[End]:
        """The ends of all descents, lowest first. Starts are random around a random multiple of I."""
        count, size = len(self.objective.letters), self.objective.size
        found = []
        for number in range(STARTS[context.level]):
            spread = SPREADS[number % len(SPREADS)]
            start = rng.normal(0, spread, (count, size, size)) + rng.uniform() * np.eye(size)
            options = {"maxiter": 4000, "maxfun": 8000, "ftol": 1e-15, "gtol": 1e-10}
            end = minimize(self._slope, start.ravel(), jac=True, method="L-BFGS-B", options=options)
            found.append(End(float(end.fun), end.x.reshape(count, size, size)))
        return sorted(found, key=lambda end: end.value)

    def _slope(self, point: Floats) -> tuple[float, Floats]:
        count, size = len(self.objective.letters), self.objective.size
        value, gradient = self.objective.stacked(point.reshape(count, size, size))
        return value, gradient.ravel()

    def lower(self, end: End) -> str:
        """The end rounded to a rational point, where its exact value is below the claimed one."""
        size = self.objective.size
        matrices = {
            letter.name: fmpq_mat(size, size, [_rational(entry) for entry in array.ravel().tolist()])
            for letter, array in zip(self.objective.letters, end.point, strict=True)
        }
        value, _ = self.objective.exact(matrices)
        if value >= self.least:
            return ""
        point = ", ".join(f"{name} = {matrix.tolist()[0]} ..." for name, matrix in matrices.items())
        return f"{_float(value):.9g} < {_float(self.least):.9g}, exactly, at {shortened(point)}"

    def reaches(self, end: End) -> bool:
        """Whether an end has the claimed value, up to rounding."""
        return abs(end.value - _float(self.least)) <= SAME * max(1.0, abs(_float(self.least)))

    def basins(self, ends: list[End]) -> str:
        """How many descents end at which value."""
        counts = Counter(f"{end.value:.6g}" for end in ends)
        shown = [f"{value} ({count})" for value, count in sorted(counts.items(), key=lambda item: float(item[0]))]
        more = "" if len(shown) <= SHOWN else f" and {len(shown) - SHOWN} more"
        return f"{len(ends)} starts end at {', '.join(shown[:SHOWN])}{more}"


def _compiled(objective: TracePolynomial, d: int, n: int) -> Compiled:
    return compiled(objective, {"d": fmpq(d), "n": fmpq(n)})


def _scope(claim: LowestFound) -> Scope:
    cases = frozenset(f"d = {d}, n = {n}" for d, n in claim.sizes)
    d, n = ([size[place] for size in claim.sizes] for place in (0, 1))
    ranges = (("d", min(d), max(d)), ("n", min(n), max(n))) if claim.sizes else ()
    return Scope(ranges=ranges, instances=len(claim.sizes), cases=cases)


def _rational(entry: float) -> fmpq:
    return fmpq(round(entry * DENOMINATOR), DENOMINATOR)


def _float(value: fmpq) -> float:
    return int(value.p) / int(value.q)
