"""Checks of critical points by symmetry."""

from flint import fmpq_mat

from proofs.core.claims import Invariance
from proofs.optimum.invariance import equations
from verify.checks.compare import at, compared
from verify.checks.context import Context
from verify.checks.symbolic import symbolic_road
from verify.report import Road
from verify.sweep.instance import Instance


def roads(claim: Invariance, context: Context) -> list[Road]:
    """Symbolic; the equations at rational roots and rotations."""
    found = [symbolic_road(claim, context), refutation(claim, context)]
    return [road for road in found if road is not None]


def refutation(claim: Invariance, context: Context) -> Road:
    """Every equation at a rational root R and a rational orthogonal U."""
    found = equations(claim)
    involved = [side for _, left, right in found for side in (left, right)]

    def sides(instance: Instance) -> tuple[str, fmpq_mat, fmpq_mat]:
        values = [(says, at(left, instance), at(right, instance)) for says, left, right in found]
        return next(((says, left, right) for says, left, right in values if left != right), values[0])

    return compared("exact values", context.instances(claim, involved), sides)
