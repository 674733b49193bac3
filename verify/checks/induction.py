"""Checks of invariants of every layer."""

from flint import fmpq_mat

from proofs.core.claims import Induction
from proofs.moments.mean import expanded
from verify.checks.compare import at, compared
from verify.checks.context import Context
from verify.checks.symbolic import symbolic_road
from verify.report import Road
from verify.sweep.instance import Instance


def roads(claim: Induction, context: Context) -> list[Road]:
    """Symbolic; the equations at rational states. (The whole of the layers is a claim of its own: Implements.)"""
    found = [symbolic_road(claim, context), refutation(claim, context)]
    return [road for road in found if road is not None]


def refutation(claim: Induction, context: Context) -> Road:
    """Both sides of every equation at rational states and data."""
    pairs = [(expanded(left), expanded(right)) for left, right in claim.start + claim.step]
    involved = [side for pair in pairs for side in pair]

    def sides(instance: Instance) -> tuple[str, fmpq_mat, fmpq_mat] | None:
        values = [(at(left, instance), at(right, instance)) for left, right in pairs]
        wrong = next(((left, right) for left, right in values if left != right), values[0])
        return "state after one layer", *wrong

    return compared("exact values", context.instances(claim, involved), sides)
