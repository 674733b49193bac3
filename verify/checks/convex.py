"""The convex road: a quadratic recovered from exact losses of the forward pass, minimised by a solver."""

from dataclasses import replace
from itertools import combinations
from time import perf_counter

from flint import fmpq, fmpq_mat

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.core.certificate import is_definite
from proofs.core.claims import Experiment, LowerBound, Minimum
from proofs.core.errors import InputError
from proofs.core.verdict import Verdict
from verify.checks.compare import at
from verify.checks.context import Context, instances_scope
from verify.checks.definition import entering, literal_loss
from verify.late import function
from verify.report import Road
from verify.sweep.covariance import Style
from verify.sweep.instance import Instance, Shape

SHAPES = (Shape(2, 2), Shape(2, 2, Style.STRETCHED, Style.GENERIC), Shape(3, 1))
RELATIVE = 1e-8


def convex_road(claim: LowerBound, context: Context) -> Road | None:
    """Convexity exactly (the Hessian is positive definite) and the minimum to 1e-8 relative, by cvxpy and Clarabel.

    Only for a unique minimum in one matrix: the loss is then a quadratic in its entries, and d^2 (d^2 + 3) / 2 + 1
    exact losses determine it. No derived formula enters.
    """
    experiment = claim.experiment
    if experiment is None or not isinstance(claim, Minimum) or not claim.unique or len(claim.minimizer) != 1:
        return None
    if polynomial(claim.minimizer[0][0]).is_scalar:
        return None
    start = perf_counter()
    variable, value = polynomial(claim.minimizer[0][0]), polynomial(claim.value)
    instances = context.instances(claim, (value, *entering(experiment), variable), shapes=SHAPES)
    worst = 0.0
    for instance in instances:
        hessian, slope, constant = _quadratic(experiment, variable, instance)
        if not is_definite(hessian):
            witness = f"the Hessian of the loss is not positive definite at {instance}"
            return Road("convex solver", Verdict.REFUTED, instances_scope(instances), "", witness)
        claimed = float(at(value, instance)[0, 0])
        least: float = function("verify.evaluate.solver.least")(hessian, slope, constant)
        worst = max(worst, abs(least - claimed) / max(abs(claimed), float(constant)))
    detail = f"Hessian positive definite (exact); largest relative error of the minimum {worst:.1e}"
    verdict = Verdict.SUPPORTED if worst <= RELATIVE else Verdict.UNKNOWN
    return Road("convex solver", verdict, instances_scope(instances), detail, "", perf_counter() - start)


def _quadratic(
    experiment: Experiment, variable: TracePolynomial, instance: Instance
) -> tuple[fmpq_mat, fmpq_mat, fmpq]:
    """H, g, c of f(a) = a'Ha + g'a + c, a the entries of the matrix, from values of f."""
    d = instance.shape.d
    size = d * d

    def loss(places: tuple[int, ...], sign: int = 1) -> fmpq:
        entries = fmpq_mat(d, d, [sign * int(place in places) for place in range(size)])
        return _loss(experiment, replace(instance, matrices=instance.matrices | {variable.letter.name: entries}))

    constant = loss(())
    plus, minus = [loss((i,)) for i in range(size)], [loss((i,), -1) for i in range(size)]
    hessian, slope = fmpq_mat(size, size), fmpq_mat(size, 1)
    for i in range(size):
        hessian[i, i] = (plus[i] + minus[i]) / 2 - constant
        slope[i, 0] = (plus[i] - minus[i]) / 2
    for i, j in combinations(range(size), 2):
        hessian[i, j] = hessian[j, i] = (loss((i, j)) - plus[i] - plus[j] + constant) / 2
    return hessian, slope, constant


def _loss(experiment: Experiment, instance: Instance) -> fmpq:
    found = literal_loss(experiment, instance)
    if found is None:
        raise InputError(
            f"no law on finitely many points is found with the moments of the task at {instance}; are the hypotheses "
            "so strong that there is one, and do the covariances have rational roots?"
        )
    return found[0, 0]
