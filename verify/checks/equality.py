"""Checks of equalities."""

from dataclasses import replace

from flint import fmpq_mat

from proofs.core.claims import Equality
from proofs.core.errors import DependenceError
from proofs.core.scope import Scope
from proofs.core.task import GramOperator
from proofs.core.verdict import Verdict
from proofs.moments.mean import Mean, expanded
from proofs.moments.operators import divisors, uses_declared_operators
from verify.checks.compare import Comparison, at, compared
from verify.checks.context import Context
from verify.checks.definition import entrywise_comparison, entrywise_road, loss_comparison, loss_road
from verify.checks.radial import radial_road
from verify.checks.sampled import sampled_loss_road, sampled_mean_road
from verify.checks.swept import swept_road
from verify.checks.symbolic import symbolic_road
from verify.report import Road
from verify.sweep.instance import Instance


def roads(claim: Equality, context: Context) -> list[Road]:
    """Symbolic; exact values of both sides; entrywise means; the literal forward pass; sampling; at full a sweep."""
    found = [
        symbolic_road(claim, context),
        values_road(claim, context),
        entrywise_road(claim, context),
        radial_road(claim, context),
        loss_road(claim, claim.right, context),
        sampled_mean_road(claim, context),
        sampled_loss_road(claim, claim.right, context),
    ]
    if context.level == "full":
        swept = loss_comparison(claim, claim.right) or entrywise_comparison(claim) or values_comparison(claim)
        found.append(None if swept is None else swept_road(claim, swept, context))
    return [road for road in found if road is not None]


def refutation(claim: Equality, context: Context) -> Road:
    """The road by which a perturbed equality has to fail; with an inverse Gram matrix there are two."""
    nothing = Road("exact values", Verdict.UNKNOWN, Scope(), "a side cannot be computed")
    found = values_road(claim, context) or entrywise_road(claim, context) or nothing
    return found if found.verdict is Verdict.REFUTED else radial_road(claim, context) or found


def values_road(claim: Equality, context: Context) -> Road | None:
    """Both sides at rational instances, means by the calculus, abbreviations by their values.

    None where a mean cannot be computed, or by an equation that is not that of a declared operator.
    """
    found = values_comparison(claim)
    return None if found is None else compared("exact values", context.instances(claim, found.involved), found.sides)


def values_comparison(claim: Equality) -> Comparison | None:
    """Both sides with means computed, where that is possible."""
    try:
        left, right = expanded(claim.left), expanded(claim.right)
    except DependenceError:
        return None
    if not uses_declared_operators(claim):
        return None
    gap = left - right

    def sides(instance: Instance) -> tuple[str, fmpq_mat, fmpq_mat]:
        meant = with_divisors(claim, instance)
        one, other = (meant if isinstance(side, Mean) else instance for side in (claim.left, claim.right))
        return claim.name, at(gap + right, one), at(right, other)

    return Comparison((gap, right), sides)


def with_divisors(claim: Equality, instance: Instance) -> Instance:
    """The instance with the scalars of means of G^-1 at 1 / (n - d - 1), whatever the claim says of them."""
    meant = dict(instance.numbers)
    for operator in claim.operators:
        if isinstance(operator, GramOperator):
            sizes = [at(divisor, instance)[0, 0] for divisor in divisors(claim, operator)]
            meant |= {operator.reciprocal: 1 / sizes[0]} if all(sizes) and sizes else {}
    return replace(instance, numbers=meant)
