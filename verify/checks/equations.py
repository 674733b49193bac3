"""Checks of kinds that come down to a list of equations: invariants of every layer, critical points by symmetry."""

from collections.abc import Sequence

from flint import fmpq_mat

from proofs.core.claims import Claim, Induction, Invariance
from proofs.optimum import induction, invariance
from proofs.optimum.induction import Equation
from verify.checks.compare import at, compared
from verify.checks.context import Context
from verify.checks.symbolic import symbolic_road
from verify.report import Road
from verify.sweep.instance import Instance


def roads(claim: Induction | Invariance, context: Context) -> list[Road]:
    """Symbolic; every equation at rational instances."""
    found = [symbolic_road(claim, context), refutation(claim, context)]
    return [road for road in found if road is not None]


def refutation(claim: Induction | Invariance, context: Context) -> Road:
    """Both sides of every equation at rational values of all symbols."""
    found = induction.equations(claim) if isinstance(claim, Induction) else invariance.equations(claim)
    return compared_equations(claim, found, context)


def compared_equations(claim: Claim, found: Sequence[Equation], context: Context) -> Road:
    """Both sides of every equation at rational instances."""
    involved = [side for _, left, right in found for side in (left, right)]

    def sides(instance: Instance) -> tuple[str, fmpq_mat, fmpq_mat]:
        values = [(says, at(left, instance), at(right, instance)) for says, left, right in found]
        return next(((says, left, right) for says, left, right in values if left != right), values[0])

    return compared("exact values", context.instances(claim, involved), sides)
