"""Checks of the levels of noise at which best step sizes merge: exact discriminants and balls, moments by two roads."""

from collections.abc import Callable, Sequence
from time import perf_counter

from flint import arb, ctx, fmpq

from proofs.core.listed import Merging, MergingLevels
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from proofs.moments.bidiagonal import trace_moments
from proofs.optimum.best_steps import has_separated_zeros
from proofs.optimum.merging import discriminant, real_zeros
from proofs.optimum.orthogonal import optimal_polynomial, spectral_moments
from verify.checks.context import Context
from verify.checks.located import decimal, excluded, within
from verify.enclose.jump import Jump, rational
from verify.report import Road

BITS = 256
Moments = Callable[[MergingLevels], Sequence[fmpq]]


def roads(claim: Merging, context: Context) -> list[Road]:
    """The same from zonal polynomials and from walks of the bidiagonal model."""
    return [refutation(claim, context), _road("moments by walks", claim, by_walks)]


def refutation(claim: Merging, context: Context) -> Road:
    """The road by which a perturbed level has to fail."""
    return _road("zonal moments", claim, by_zonal)


def by_zonal(point: MergingLevels) -> Sequence[fmpq]:
    """The spectral moments from zonal polynomials."""
    return spectral_moments(point.context, point.dim, 2 * point.layers + 1)


def by_walks(point: MergingLevels) -> Sequence[fmpq]:
    """The spectral moments from the bidiagonal model."""
    traces = trace_moments(point.context, point.dim, 2 * point.layers + 1)
    return [fmpq(trace, point.context**order) for order, trace in enumerate(traces)]


def _road(name: str, claim: Merging, moments: Moments) -> Road:
    start, found = perf_counter(), []
    scope = _scope(claim.points)
    for point in claim.points:
        with ctx.workprec(BITS):
            m = tuple(moments(point))
            problem = pair_flaw(point, m) or (tied_flaw(point, m) if point.tied else "")
        if problem:
            witness = f"{problem} at d = {point.dim}, n = {point.context}, L = {point.layers}"
            return Road(name, Verdict.REFUTED, scope, "", witness, perf_counter() - start)
        found.append(f"L = {point.layers}: {point.pair}" + (f", tied from {point.tied}" if point.tied else ""))
    verdict = Verdict.CERTIFIED if found else Verdict.UNKNOWN
    return Road(name, verdict, scope, "; ".join(found), "", perf_counter() - start)


def pair_flaw(point: MergingLevels, moments: Sequence[fmpq]) -> str:
    """Zeros real and simple without noise; the first zero of the discriminant has these digits, and it changes sign."""
    if not has_separated_zeros(optimal_polynomial(moments, point.layers)):
        return "without noise the zeros are not seen to be real and simple"
    polynomial = discriminant(moments, point.layers, point.context)
    zeros = real_zeros(polynomial)
    positive = [zero for zero in zeros if not zero < 0]
    first = positive[0] if positive else None
    if first is None or not within(first, point.pair) or any(zero.overlaps(first) for zero in positive[1:]):
        shown = "none" if first is None else first.str(12)
        return f"two zeros meet first at the noise {shown}, claimed {point.pair}"
    if point.tied and len(positive) > 1:
        return f"more zeros meet at the noise {positive[1].str(12)}"
    before, after = _between(zeros, first)
    if not polynomial(before) > 0 > polynomial(after):
        return f"the discriminant does not change its sign at {point.pair}"
    return ""


def _between(zeros: Sequence[arb], zero: arb) -> tuple[fmpq, fmpq]:
    """Rational numbers next to a zero: between it and its neighbours, or at a distance of 1."""
    below, above = [other for other in zeros if other < zero], [other for other in zeros if other > zero]
    low = (below[-1] + zero) / 2 if below else zero - 1
    high = (zero + above[0]) / 2 if above else zero + 1
    return rational(low), rational(high)


def tied_flaw(point: MergingLevels, moments: tuple[fmpq, ...]) -> str:
    """Just below the level some unequal steps are better than all equal ones, just above none are.

    The decimal says where the level is; the steps are those at the level itself, which is enclosed first.
    """
    level, half = decimal(point.tied)
    low, high = max(level - half, fmpq(0)), level + half
    jump = Jump(moments, point.layers, point.context)
    if not jump.is_apart(low):
        return f"just below {point.tied} no unequal steps are seen to be better than equal ones"
    if not jump.is_tied(high):
        return f"just above {point.tied} equal steps are not seen to be the best"
    if not (point.before or point.after):
        return ""
    return _steps_flaw(point, jump.steps(*jump.enclosed(low, high)))


def _steps_flaw(point: MergingLevels, found: tuple[arb, arb, arb]) -> str:
    """The claimed steps that are others. Raises ArithmeticError where the balls do not tell."""
    claimed = (*(point.before or ("", "")), point.after)
    pairs = [(ball, text) for ball, text in zip(found, claimed, strict=True) if text]
    wrong = [f"{ball.str(10)}, claimed {text}" for ball, text in pairs if excluded(ball, text)]
    if not wrong and not all(within(ball, text) for ball, text in pairs):
        raise ArithmeticError(f"the step sizes at {point.tied} are not known to as many digits as are claimed")
    return f"the step sizes there are {'; '.join(wrong)}" if wrong else ""


def _scope(points: Sequence[MergingLevels]) -> Scope:
    if not points:
        return Scope()
    values = {"L": [p.layers for p in points], "d": [p.dim for p in points], "n": [p.context for p in points]}
    ranges = tuple((name, min(found), max(found)) for name, found in values.items())
    return Scope(ranges=ranges, instances=len(points))
