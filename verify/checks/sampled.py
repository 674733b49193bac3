"""Sampled roads: means and losses by simulation, with a stated threshold in standard errors.

A sample that disagrees refutes only where no single data set dominates its spread; otherwise the tails are too heavy
and it says nothing.
"""

from collections.abc import Iterable
from time import perf_counter

import numpy as np
from flint import fmpq, fmpq_mat

from proofs.algebra.polynomial import TracePolynomial
from proofs.core.certificate import is_semidefinite
from proofs.core.claims import Equality, Experiment, ModelClaim
from proofs.core.derivation import Expression
from proofs.core.task import EllipticalInputs, Task
from proofs.core.verdict import Verdict
from proofs.moments.mean import Mean, expanded
from proofs.moments.operators import uses_declared_operators
from verify.checks.compare import at
from verify.checks.context import Context, instances_scope
from verify.checks.definition import entering, fixed_values, matrix_value, refuse_unknown, task_of, terms, weights
from verify.report import Road
from verify.simulate.arrays import as_floats
from verify.simulate.estimate import Estimate, bonferroni
from verify.simulate.inputs import Rows, normal, on_a_sphere, three_points
from verify.simulate.loss import sampled_loss
from verify.simulate.sampling import Population, generator
from verify.simulate.weights import Weights
from verify.simulate.words import sampled_mean
from verify.sweep.covariance import identity
from verify.sweep.instance import Instance, Shape

MODERATE = (Shape(6, 2), Shape(8, 3), Shape(2, 3))
"""Sizes of samples; the last is drawn only where the hypotheses exclude the others."""


def population(task: Task, instance: Instance) -> Population:
    """The laws of a task at an instance, in floats."""
    d = instance.shape.d
    names = (task.input_covariance, task.task_covariance, task.query_covariance or task.input_covariance)
    inputs, tasks, query = (as_floats(matrix_value(name, instance)) if name else np.eye(d) for name in names)
    noise = float(instance.numbers[task.noise]) if task.noise else 0.0
    mean = as_floats(instance.matrices[task.task_mean])[:, 0] if task.task_mean else None
    return Population(instance.shape.n, inputs, tasks, noise, query, mean, _rows(task, instance))


def _rows(task: Task, instance: Instance) -> Rows:
    """The law of one row of a task, up to a root of its covariance."""
    if isinstance(task.inputs, EllipticalInputs):
        return on_a_sphere(float(instance.numbers[task.inputs.kappa]))
    if task.inputs is None:
        return normal
    fourth = np.diag(as_floats(matrix_value(task.inputs.fourth, instance)))
    if not task.input_covariance:
        return three_points(fourth)
    return three_points(fourth / np.diag(as_floats(matrix_value(task.input_covariance, instance))) ** 2)


def is_population(task: Task, instance: Instance) -> bool:
    """Whether the covariances of a task at an instance are covariances, and a law has its fourth moments.

    Raises InputError for a task made of what has no value.
    """
    refuse_unknown(task, instance)
    names = [name for name in (task.input_covariance, task.task_covariance, task.query_covariance) if name]
    return all(is_semidefinite(matrix_value(name, instance)) for name in names) and _has_law(task, instance)


def first_population(task: Task, instances: Iterable[Instance]) -> Instance | None:
    """The first instance from which data can be drawn."""
    return next((instance for instance in instances if is_population(task, instance)), None)


def _has_law(task: Task, instance: Instance) -> bool:
    d = instance.shape.d
    if task.inputs is None:
        return True
    if isinstance(task.inputs, EllipticalInputs):
        return bool(instance.numbers[task.inputs.kappa] >= fmpq(d, d + 2))
    fourth = matrix_value(task.inputs.fourth, instance)
    second = matrix_value(task.input_covariance, instance) if task.input_covariance else identity(d)
    return all(fourth[i, i] >= second[i, i] ** 2 for i in range(d))


def float_weights(experiment: Experiment, instance: Instance) -> Weights:
    """The weights of an experiment in floats."""
    exact = weights(experiment, instance)
    return exact.with_arrays([as_floats(array) for array in exact.arrays])


def sampled_mean_road(claim: Equality, context: Context) -> Road | None:
    """The integrand of the left side sampled, against the right side."""
    left, right = claim.left, claim.right
    if not isinstance(left, Mean) or not isinstance(right, TracePolynomial) or claim.experiment is not None:
        return None
    if not uses_declared_operators(claim):
        return None
    start, task = perf_counter(), task_of(left.over)
    instances = context.instances(claim, (left.integrand, right), shapes=MODERATE)
    instance = None if task is None else first_population(task, instances)
    if task is None or instance is None:
        return None
    random = {law.name for law in left.over}
    estimate = sampled_mean(
        terms(left.integrand, instance),
        population(task, instance),
        context.samples,
        generator(f"{context.identifier}/{claim.name}", context.seed),
        shape=_shape(at(right, instance)),
        fixed=fixed_values(left, claim, instance, random),
        operators=claim.operators if "X" in random else (),
    )
    return _judged("sampled mean", estimate, at(right, instance), instance, perf_counter() - start)


def sampled_loss_road(claim: ModelClaim, expected: Expression, context: Context) -> Road | None:
    """The sampled loss of the forward pass at random weights, against a formula."""
    experiment = claim.experiment
    if experiment is None:
        return None
    formula = expanded(expected)
    start = perf_counter()
    instances = context.instances(claim, (formula, *entering(experiment)), shapes=MODERATE)
    instance = first_population(experiment.task, instances)
    if instance is None:
        return None
    estimate = sampled_loss(
        experiment.model,
        float_weights(experiment, instance),
        population(experiment.task, instance),
        context.samples,
        generator(f"{context.identifier}/{claim.name}", context.seed),
    )
    return _judged("sampled loss", estimate, at(formula, instance), instance, perf_counter() - start)


def _judged(name: str, estimate: Estimate, expected: fmpq_mat, instance: Instance, seconds: float) -> Road:
    wanted = as_floats(expected).reshape(np.shape(estimate.mean))
    z = float(np.max(np.abs(estimate.z(wanted))))
    comparisons = int(np.size(estimate.mean))
    threshold = bonferroni(comparisons)
    detail = f"largest |z| = {z:.2f} of {comparisons}, threshold {threshold:.2f}, {estimate.samples} samples"
    scope = instances_scope([instance])
    if z <= threshold:
        return Road(name, Verdict.SUPPORTED, scope, detail, "", seconds)
    if not bool(np.all(estimate.trusted)):
        return Road(name, Verdict.UNKNOWN, scope, f"{detail}; the tails are too heavy to tell", "", seconds)
    return Road(name, Verdict.REFUTED, scope, detail, f"{detail} at {instance.shape}", seconds)


def _shape(value: fmpq_mat) -> tuple[int, int]:
    return value.nrows(), value.ncols()
