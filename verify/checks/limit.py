"""Checks of limits."""

from dataclasses import replace
from random import Random
from time import perf_counter

from flint import fmpq, fmpq_mat

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import number, scalar_name
from proofs.core.claims import Limit
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from proofs.moments.dependence import held_by
from proofs.moments.mean import expanded
from verify.checks.compare import at, difference, shortened
from verify.checks.context import Context, instances_scope
from verify.checks.symbolic import symbolic_road
from verify.report import Road
from verify.sweep.completion import complete
from verify.sweep.instance import Instance, satisfies

NAME = "exact values far out"
NEAR, FAR = 10**30, 10**40


def roads(claim: Limit, context: Context) -> list[Road]:
    """Symbolic; exact values far out."""
    found = [symbolic_road(claim, context), refutation(claim, context)]
    return [road for road in found if road is not None]


def refutation(claim: Limit, context: Context) -> Road:
    """Exact values at 1e30 and 1e40, far out for ill-conditioned matrices too: the distance has to shrink by 1e3.

    Abbreviations have the values that they have there. Agreement supports a limit and does not certify it; a distance
    that stays refutes it. Nothing is said where no value is that large: of sizes, and where hypotheses forbid it.
    """
    start = perf_counter()
    sides = _sides(claim)
    name = scalar_name(polynomial(claim.grows))
    sized = {letter.name for side in sides for letter in side.letters if name in (letter.rows, letter.columns)}
    if sized:
        detail = f"{name} is a size of {', '.join(sorted(sized))}: no values far out"
        return Road(NAME, Verdict.UNKNOWN, Scope(), detail, "", perf_counter() - start)
    instances = [item for item in context.instances(claim, sides) if _exists_far_out(item, claim, context)]
    scope = instances_scope(instances)
    for instance in instances:
        witness = _wrong(claim, sides, instance)
        if witness:
            return Road(NAME, Verdict.REFUTED, scope, "", witness, perf_counter() - start)
    if not instances:
        detail = f"no instance applies: the hypotheses hold for none with {name} = 1e40"
        return Road(NAME, Verdict.UNKNOWN, scope, detail, "", perf_counter() - start)
    detail = f"{len(instances)} instances, the distance at {name} = 1e40 is below 1e-3 of that at 1e30"
    return Road(NAME, Verdict.SUPPORTED, scope, detail, "", perf_counter() - start)


def _sides(claim: Limit) -> tuple[TracePolynomial, ...]:
    """Numerator and denominator, and those of the limit."""
    parts = (claim.numerator, claim.denominator, claim.limit, claim.limit_denominator)
    return tuple(number(1) if part is None else expanded(part) for part in parts)


def _exists_far_out(instance: Instance, claim: Limit, context: Context) -> bool:
    """Whether the hypotheses on what the claim is about allow the values far out."""
    held = held_by(claim)
    asked = tuple(item for item in context.theorem.hypotheses if item.symbol in held)
    return all(satisfies(far_out(claim, instance, size), asked) for size in (NEAR, FAR))


def far_out(claim: Limit, instance: Instance, size: int) -> Instance:
    """The instance with the scalar that grows at a size, and what abbreviations stand for there."""
    name = scalar_name(polynomial(claim.grows))
    there = replace(instance, numbers=instance.numbers | {name: fmpq(size)})
    return complete(there, (), (), claim.abbreviations, Random(0))


def _wrong(claim: Limit, sides: tuple[TracePolynomial, ...], instance: Instance) -> str:
    """Where the quotient stays away from its limit; empty where it does not."""
    above, below, limit, under = sides
    wanted = at(limit, instance) / at(under, instance)[0, 0]
    near, far = (quotient(above, below, far_out(claim, instance, size)) for size in (NEAR, FAR))
    if claim.inverted:
        wanted, near, far = wanted.inv(), near.inv(), far.inv()
    if _size(far - wanted) * 1000 <= _size(near - wanted):
        return ""
    return f"{claim.grows} = 1e40: {difference(far, wanted)}, for the rest as at {shortened(str(instance))}"


def quotient(above: TracePolynomial, below: TracePolynomial, instance: Instance) -> fmpq_mat:
    """The quotient at an instance."""
    return at(above, instance) / at(below, instance)[0, 0]


def _size(matrix: fmpq_mat) -> fmpq:
    return max(abs(entry) for entry in matrix.entries())
