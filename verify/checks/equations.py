"""Checks of kinds that come down to a list of equations: invariants of every layer, critical points by symmetry."""

from collections.abc import Sequence

from flint import fmpq_mat

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.letters import UNIT
from proofs.core.claims import Claim, Implements, Induction, Invariance
from proofs.core.errors import InputError
from proofs.core.task import LinearAttention
from proofs.moments.dependence import polynomials, symbols_of
from proofs.optimum import induction, invariance
from proofs.optimum.induction import Equation, after
from verify.checks.compare import at, compared
from verify.checks.context import Context
from verify.checks.implements import forward_road
from verify.checks.model import beside, needed
from verify.checks.symbolic import symbolic_road
from verify.report import Road
from verify.sweep.instance import Instance


def roads(claim: Induction | Invariance, context: Context) -> list[Road]:
    """Symbolic; every equation at rational instances; for a model with layers the literal forward pass."""
    symbolic = symbolic_road(claim, context)
    found = [*([symbolic] if symbolic else []), refutation(claim, context)]
    return beside(found, layers_road(claim, context) if isinstance(claim, Induction) else None)


def layers_road(claim: Induction, context: Context) -> Road | None:
    """The prediction of the model against the label of the query after as many layers; None without an experiment.

    Raises InputError for another model than linear attention, for an invariant that does not end with that label, and
    for weights in other symbols than those of a layer of the claim.
    """
    experiment = claim.experiment
    if experiment is None:
        return None
    if not isinstance(experiment.model, LinearAttention) or claim.invariant[-1].shape != (UNIT, UNIT):
        raise InputError("an induction is compared with linear attention, at the label of the query in its last block")
    known = {name for part in polynomials(claim.states) for name in symbols_of(part)}
    unknown = {name for _, block in experiment.blocks for name in symbols_of(polynomial(block))} - known
    if unknown:
        raise InputError(
            f"the model has the weight {min(unknown)}, which no layer of the claim has; give every layer of the model "
            "the weights of the layer"
        )
    output = -after(claim, experiment.model.layers)[-1]
    computes = Implements(name=claim.name, prediction=output, weights=(), algorithm=output, experiment=experiment)
    road = forward_road(computes, context)
    return None if road is None else needed(road)


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
