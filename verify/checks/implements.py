"""Checks of algorithms that weights implement."""

from dataclasses import replace

from flint import fmpq_mat

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.substitution import substitute
from proofs.attention.data import data
from proofs.core.claims import Implements
from proofs.moments.mean import expanded
from proofs.optimum.minimum import replacements
from verify.checks.compare import Comparison, at, compared
from verify.checks.context import Context
from verify.checks.definition import weights
from verify.checks.swept import swept_road
from verify.checks.symbolic import symbolic_road
from verify.report import Road
from verify.simulate.arrays import as_array
from verify.simulate.forward import predict
from verify.sweep.instance import Instance


def roads(claim: Implements, context: Context) -> list[Road]:
    """Symbolic; the literal forward pass on rational data sets; at full a sweep."""
    found = [symbolic_road(claim, context), forward_road(claim, context)]
    if context.level == "full":
        found.append(swept_road(claim, forward_comparison(claim) or values_comparison(claim), context))
    return [road for road in found if road is not None]


def refutation(claim: Implements, context: Context) -> Road:
    """The road by which a perturbed algorithm has to fail: prediction and algorithm at rational data sets."""
    found = values_comparison(claim)
    return compared("exact values", context.instances(claim, found.involved), found.sides)


def values_comparison(claim: Implements) -> Comparison:
    """The derived prediction and the algorithm."""
    left = substitute(polynomial(claim.prediction), replacements(claim.weights))
    right = expanded(claim.algorithm)

    def sides(instance: Instance) -> tuple[str, fmpq_mat, fmpq_mat]:
        return "prediction and algorithm", at(left, instance), at(right, instance)

    return Comparison((left, right), sides)


def forward_road(claim: Implements, context: Context) -> Road | None:
    """The literal forward pass, on random rational data sets, against the algorithm."""
    found = forward_comparison(claim)
    return None if found is None else compared("forward pass", context.instances(claim, found.involved), found.sides)


def forward_comparison(claim: Implements) -> Comparison | None:
    """The literal forward pass and the algorithm, where the claim has an experiment."""
    experiment = claim.experiment
    if experiment is None:
        return None
    algorithm = expanded(claim.algorithm)
    given = replacements(claim.weights)
    blocks = tuple((name, substitute(polynomial(block), given)) for name, block in experiment.blocks)
    placed = replace(experiment, blocks=blocks)
    task_vector = data(experiment.task).w
    involved = (algorithm, polynomial(claim.prediction), task_vector, *(block for _, block in blocks))

    def sides(instance: Instance) -> tuple[str, fmpq_mat, fmpq_mat]:
        X, w, x_q = instance.matrices["X"], at(task_vector, instance), instance.matrices["x_q"]
        eps = instance.matrices.get("eps", fmpq_mat(X.nrows(), 1))
        y = X * w + eps
        found = predict(
            experiment.model,
            weights(placed, instance),
            as_array(X)[None],
            as_array(y)[None, :, 0],
            as_array(x_q)[None, :, 0],
        )
        return "forward pass and algorithm", fmpq_mat(1, 1, [found[0]]), at(algorithm, instance)

    return Comparison(involved, sides)
