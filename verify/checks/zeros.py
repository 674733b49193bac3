"""Checks that best polynomials are orthogonal and have real, simple, positive zeros."""

from collections.abc import Sequence
from time import perf_counter

from flint import fmpq

from proofs.algebra.polynomial import TracePolynomial
from proofs.core.claims import OrthogonalZeros
from proofs.core.verdict import Verdict
from proofs.moments.bidiagonal import trace_moments
from proofs.optimum.best_steps import has_separated_zeros, is_least
from proofs.optimum.orthogonal import optimal_polynomial
from proofs.optimum.zeros import moments
from verify.checks.compare import at
from verify.checks.context import Context, instances_scope
from verify.checks.symbolic import symbolic_road
from verify.report import Road
from verify.sweep.instance import Instance

DEPTHS = {"quick": 8, "full": 16}
COMPARED = 5


def roads(claim: OrthogonalZeros, context: Context) -> list[Road]:
    """Symbolic for every L; exact polynomials at instances, from moments that know no pairing."""
    found = [symbolic_road(claim, context), refutation(claim, context)]
    return [road for road in found if road is not None]


def refutation(claim: OrthogonalZeros, context: Context) -> Road:
    """The moments of the claim against closed walks; then, level by level of L, all that is said of q, exactly."""
    start = perf_counter()
    symbolic = moments(claim, COMPARED)
    instances = context.instances(claim, symbolic)
    for instance in instances:
        n, d = instance.shape.n, instance.shape.d
        traces = trace_moments(n, d, 2 * DEPTHS[context.level] + 1 + claim.weight)
        m = [fmpq(trace, n**order) for order, trace in enumerate(traces)]
        problem = _moment(symbolic, m, instance) or _flaw(claim, m, DEPTHS[context.level])
        if problem:
            witness = f"{problem} at n = {n}, d = {d}"
            scope, seconds = instances_scope(instances), perf_counter() - start
            return Road("exact polynomials", Verdict.REFUTED, scope, "", witness, seconds)
    detail = f"L = 1..{DEPTHS[context.level]} at {len(instances)} instances: least, orthogonal, zeros apart"
    verdict, scope = Verdict.CERTIFIED if instances else Verdict.UNKNOWN, instances_scope(instances)
    return Road("exact polynomials", verdict, scope, detail, "", perf_counter() - start)


def _moment(symbolic: Sequence[TracePolynomial], m: Sequence[fmpq], instance: Instance) -> str:
    for order, moment in enumerate(symbolic):
        found = at(moment, instance)[0, 0]
        if found != m[order]:
            return f"E tr W^{order} is {found}, that of whitened inputs {m[order]}"
    return ""


def _flaw(claim: OrthogonalZeros, m: Sequence[fmpq], deepest: int) -> str:
    for depth in range(1, deepest + 1):
        found = optimal_polynomial(m, depth)
        if not is_least(found, m) or not has_separated_zeros(found):
            return f"L = {depth}: not least, or zeros not apart"
        for j in range(claim.weight, claim.weight + depth):
            integral = sum((c * m[k + j] for k, c in enumerate(found.coefficients)), fmpq(0))
            if integral:
                return f"L = {depth}: the integral of q mu^{j} dnu is {integral}"
    return ""
