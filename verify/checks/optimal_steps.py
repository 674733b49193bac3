"""Checks of listed least losses and step sizes: exact, from two roads to the moments."""

from collections.abc import Callable, Sequence
from time import perf_counter

from flint import fmpq

from proofs.core.listed import BestSteps, OptimalSteps
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from proofs.moments.bidiagonal import trace_moments
from proofs.optimum.best_steps import flaw, moments_needed
from proofs.optimum.orthogonal import spectral_moments
from verify.checks.context import Context
from verify.report import Road

Moments = Callable[[BestSteps], Sequence[fmpq]]


def roads(claim: OptimalSteps, context: Context) -> list[Road]:
    """The same acceptance from zonal polynomials and from walks of the bidiagonal model."""
    return [_road("zonal moments", claim, by_zonal), _road("moments by walks", claim, by_walks)]


def refutation(claim: OptimalSteps, context: Context) -> Road:
    """The road by which a perturbed list has to fail."""
    return _road("zonal moments", claim, by_zonal)


def by_zonal(point: BestSteps) -> Sequence[fmpq]:
    """The spectral moments from zonal polynomials."""
    return spectral_moments(point.context, point.dim, moments_needed(point))


def by_walks(point: BestSteps) -> Sequence[fmpq]:
    """The spectral moments from the bidiagonal model."""
    traces = trace_moments(point.context, point.dim, moments_needed(point))
    return [fmpq(trace, point.context**order) for order, trace in enumerate(traces)]


def _road(name: str, claim: OptimalSteps, moments: Moments) -> Road:
    start = perf_counter()
    for point in claim.points:
        problem = flaw(point, moments(point))
        if problem:
            witness = f"{problem} at d = {point.dim}, n = {point.context}, L = {point.layers}"
            return Road(name, Verdict.REFUTED, _scope(claim.points), "", witness, perf_counter() - start)
    verdict = Verdict.CERTIFIED if claim.points else Verdict.UNKNOWN
    detail = f"{len(claim.points)} least losses by positive definite forms, zeros separated by exact signs"
    return Road(name, verdict, _scope(claim.points), detail, "", perf_counter() - start)


def _scope(points: Sequence[BestSteps]) -> Scope:
    if not points:
        return Scope()
    values = {
        "L": [point.layers for point in points],
        "d": [point.dim for point in points],
        "n": [point.context for point in points],
    }
    return Scope(ranges=tuple((name, min(v), max(v)) for name, v in values.items()), instances=len(points))
