"""The exact road at d = 1 for means with the inverse of a Gram matrix."""

from flint import fmpq_mat

from proofs.algebra.polynomial import TracePolynomial
from proofs.core.claims import Equality
from proofs.core.task import GramOperator
from proofs.moments.mean import Mean
from verify.checks.compare import at, compared
from verify.checks.context import Context
from verify.checks.definition import fixed_values, task_of, task_roots, terms
from verify.report import Road
from verify.simulate.radial import radial_mean
from verify.sweep.instance import Instance, Shape

SHAPES = (Shape(3, 1), Shape(4, 1), Shape(5, 1), Shape(6, 1))


def radial_road(claim: Equality, context: Context) -> Road | None:
    """The left side by length and direction of X at d = 1, against the right; None where that says nothing."""
    left, right, (operator, *others) = claim.left, claim.right, claim.operators or (None,)
    if not isinstance(left, Mean) or not isinstance(right, TracePolynomial) or others:
        return None
    random = {law.name for law in left.over}
    task = task_of(left.over)
    if not isinstance(operator, GramOperator) or "X" not in random or task is None:
        return None

    def sides(instance: Instance) -> tuple[str, fmpq_mat, fmpq_mat] | None:
        roots = task_roots(task, instance)
        if roots is None:
            return None
        fixed = fixed_values(left, claim, instance, random)
        found = radial_mean(terms(left.integrand, instance), roots, instance.shape.n, operator, fixed)
        return claim.name, fmpq_mat(1, 1, [found]), at(right, instance)

    used = context.instances(claim, (left.integrand, right), shapes=SHAPES)
    return compared("length and direction", used, sides)
