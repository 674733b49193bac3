"""Checks of objectives that are least at diagonal matrices, and of those that grow in all directions."""

from dataclasses import replace
from time import perf_counter

from flint import fmpq, fmpq_mat

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.evaluation import value
from proofs.core.claims import Coercive, Diagonalised
from proofs.core.verdict import Verdict
from proofs.moments.mean import expanded
from proofs.optimum.diagonal import coercive_equations, diagonal_equations
from verify.checks.compare import shortened
from verify.checks.context import Context, instances_scope
from verify.checks.equations import compared_equations
from verify.checks.model import beside, model_road
from verify.checks.symbolic import symbolic_road
from verify.report import Road
from verify.sweep import covariance
from verify.sweep.instance import Instance


def roads(claim: Diagonalised, context: Context) -> list[Road]:
    """Symbolic; exact values at pairs whose rotation is known; the objective against the literal forward pass."""
    found = [symbolic_road(claim, context), refutation(claim, context)]
    return beside([road for road in found if road is not None], model_road(claim, claim.objective, context))


def refutation(claim: Diagonalised, context: Context) -> Road:
    """A pair that is better than its diagonal pair, exactly; or an equation that fails."""
    start = perf_counter()
    f, A, B = expanded(claim.objective), polynomial(claim.turned), polynomial(claim.averaged)
    instances = context.instances(claim, (f, A, B))
    for place, instance in enumerate(instances):
        pair, diagonal = _pairs(claim, instance, context, place)
        before, after = (value(f, there.matrices, there.numbers) for there in (pair, diagonal))
        if after > before:
            witness = f"the diagonal pair has {after}, the pair {before} at {shortened(str(pair))}"
            scope, seconds = instances_scope(instances), perf_counter() - start
            return Road("exact pairs", Verdict.REFUTED, scope, "", witness, seconds)
    equal = compared_equations(claim, diagonal_equations(claim), context)
    if equal.verdict is Verdict.REFUTED:
        return equal
    verdict = Verdict.CERTIFIED if instances else Verdict.UNKNOWN
    detail = f"{len(instances)} diagonal pairs are no worse, exactly; equations agree"
    return Road("exact pairs", verdict, instances_scope(instances), detail, "", perf_counter() - start)


def _pairs(claim: Diagonalised, instance: Instance, context: Context, place: int) -> tuple[Instance, Instance]:
    """(U D U', B) and (D, diag(U'BU)) with random rational U and D."""
    d, rng = instance.shape.d, context.rng(f"{claim.name}/turn/{place}")
    turned, averaged = polynomial(claim.turned).letter.name, polynomial(claim.averaged).letter.name
    U = covariance.orthogonal(rng, d)
    D = fmpq_mat(d, d, [fmpq(rng.randint(-6, 6), 4) if i == j else 0 for i in range(d) for j in range(d)])
    inside = U.transpose() * instance.matrices[averaged] * U
    kept = fmpq_mat(d, d, [inside[i, j] if i == j else 0 for i in range(d) for j in range(d)])
    known = instance.matrices
    return (
        replace(instance, matrices=known | {turned: U * D * U.transpose()}),
        replace(instance, matrices=known | {turned: D, averaged: kept}),
    )


def coercive_roads(claim: Coercive, context: Context) -> list[Road]:
    """Symbolic; both sides at rational instances; the objective against the literal forward pass."""
    symbolic = symbolic_road(claim, context)
    found = [*([symbolic] if symbolic else []), coercive_refutation(claim, context)]
    return beside(found, model_road(claim, claim.objective, context))


def coercive_refutation(claim: Coercive, context: Context) -> Road:
    """Both sides of the equation at rational values of all symbols."""
    return compared_equations(claim, coercive_equations(claim), context)
