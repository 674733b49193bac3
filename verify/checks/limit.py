"""Checks of limits."""

from dataclasses import replace
from time import perf_counter

from flint import fmpq, fmpq_mat

from proofs.algebra.abbreviation import polynomial, unfold
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import number
from proofs.core.claims import Limit
from proofs.core.verdict import Verdict
from verify.checks.compare import at, difference, shortened
from verify.checks.context import Context, instances_scope
from verify.checks.symbolic import symbolic_road
from verify.report import Road
from verify.sweep.instance import Instance

NEAR, FAR = 10**30, 10**40


def roads(claim: Limit, context: Context) -> list[Road]:
    """Symbolic; exact values far out."""
    found = [symbolic_road(claim, context), refutation(claim, context)]
    return [road for road in found if road is not None]


def refutation(claim: Limit, context: Context) -> Road:
    """Exact values at 1e30 and 1e40, far out for ill-conditioned matrices too: the distance has to shrink by 1e3.

    Agreement supports a limit and does not certify it; a distance that stays refutes it.
    """
    start = perf_counter()
    (name,) = polynomial(claim.grows).scalars
    above = unfold(polynomial(claim.numerator), claim.abbreviations)
    below = unfold(polynomial(claim.denominator or number(1)), claim.abbreviations)
    limit, under = polynomial(claim.limit), polynomial(claim.limit_denominator or number(1))
    instances = context.instances(claim, (above, below, limit, under), given=())
    for instance in instances:
        wanted = at(limit, instance) / at(under, instance)[0, 0]
        near, far = (quotient(above, below, instance, name, size) for size in (NEAR, FAR))
        if claim.inverted:
            wanted, near, far = wanted.inv(), near.inv(), far.inv()
        if _size(far - wanted) * 1000 > _size(near - wanted):
            witness = f"at {name} = 1e40: {difference(far, wanted)} at {shortened(str(instance))}"
            scope, seconds = instances_scope(instances), perf_counter() - start
            return Road("exact values far out", Verdict.REFUTED, scope, "", witness, seconds)
    detail = f"{len(instances)} instances, the distance at {name} = 1e40 is below 1e-3 of that at 1e30"
    scope = instances_scope(instances)
    return Road("exact values far out", Verdict.SUPPORTED, scope, detail, "", perf_counter() - start)


def quotient(above: TracePolynomial, below: TracePolynomial, instance: Instance, name: str, size: int) -> fmpq_mat:
    """The quotient at an instance with the scalar that grows at a size."""
    there = replace(instance, numbers=instance.numbers | {name: fmpq(size)})
    return at(above, there) / at(below, there)[0, 0]


def _size(matrix: fmpq_mat) -> fmpq:
    return max(abs(entry) for entry in matrix.entries())
