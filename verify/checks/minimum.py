"""Checks of minima."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from time import perf_counter

from flint import fmpq, fmpq_mat

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.core.claims import Experiment, LowerBound, Minimum
from proofs.core.verdict import Verdict
from proofs.moments.mean import expanded
from proofs.optimum.minimum import gap
from verify.checks.compare import Comparison, at, compared
from verify.checks.context import Context, instances_scope
from verify.checks.convex import convex_road
from verify.checks.definition import SMALL, entering, literal_loss, loss_road
from verify.checks.sampled import MODERATE, first_population, float_weights, population, sampled_loss_road
from verify.checks.swept import swept_road
from verify.checks.symbolic import symbolic_road
from verify.report import Road
from verify.simulate.estimate import bonferroni
from verify.simulate.sampling import generator
from verify.simulate.slope import largest_z, sampled_slope
from verify.sweep.instance import Instance

NUDGES = 4


def roads(claim: LowerBound, context: Context) -> list[Road]:
    """Symbolic; the forward pass at random weights, at and around the minimizer; slopes; a solver; at full a sweep."""
    formula = polynomial(claim.value) + gap(claim)
    found = [
        symbolic_road(claim, context),
        values_road(claim, context),
        loss_road(claim, formula, context),
        minimizer_road(claim, context),
        slope_road(claim, context),
        sampled_loss_road(claim, formula, context),
        convex_road(claim, context),
        swept_road(claim, values_comparison(claim), context) if context.level == "full" else None,
    ]
    return [road for road in found if road is not None]


def refutation(claim: LowerBound, context: Context) -> Road:
    """The road by which a perturbed minimum has to fail."""
    return values_road(claim, context)


def values_road(claim: LowerBound, context: Context) -> Road:
    """Objective = value + squares at random points, and objective = value at the minimizer, exactly."""
    found = values_comparison(claim)
    return compared("exact values", context.instances(claim, found.involved), found.sides)


def values_comparison(claim: LowerBound) -> Comparison:
    """Objective and value + squares, then objective and value at the minimizer."""
    objective, value, squares = expanded(claim.objective), polynomial(claim.value), gap(claim)
    points = variables(claim)

    def sides(instance: Instance) -> tuple[str, fmpq_mat, fmpq_mat]:
        left, right = at(objective, instance), at(value + squares, instance)
        if left != right:
            return "objective and value + squares", left, right
        best = at_minimizer(claim, instance)
        return "objective at the minimizer", at(objective, best), at(value, best)

    return Comparison((objective, value, squares, *points), sides)


def minimizer_road(claim: LowerBound, context: Context) -> Road | None:
    """The literal forward pass at the minimizer gives the value, and no less at points close to it."""
    experiment = claim.experiment
    if experiment is None:
        return None
    value = polynomial(claim.value)
    rng = context.rng(f"{claim.name}/nudges")

    def sides(instance: Instance) -> tuple[str, fmpq_mat, fmpq_mat] | None:
        best = at_minimizer(claim, instance)
        loss = literal_loss(experiment, best)
        if loss is None or loss != at(value, best):
            return None if loss is None else ("forward pass at the minimizer", loss, at(value, best))
        for _ in range(NUDGES):
            near = nudged(claim, best, rng)
            higher = literal_loss(experiment, near)
            if higher is not None and higher[0, 0] < at(value, near)[0, 0]:
                return "forward pass below the minimum", higher, at(value, near)
        return "forward pass at the minimizer", loss, loss

    involved = (value, *entering(experiment), *variables(claim))
    return compared("minimizer", context.instances(claim, involved, shapes=SMALL), sides)


def slope_road(claim: LowerBound, context: Context) -> Road | None:
    """The sampled gradient in every weight vanishes at the minimizer and not at the doubled one."""
    experiment = claim.experiment
    if experiment is None or not isinstance(claim, Minimum):
        return None
    start = perf_counter()
    involved = (*entering(experiment), *variables(claim))
    instance = first_population(experiment.task, context.instances(claim, involved, shapes=MODERATE))
    if instance is None:
        return None
    best = at_minimizer(claim, instance)
    z, threshold, comparisons = _slope(experiment, best, claim, context)
    far, _, _ = _slope(experiment, doubled(claim, best), claim, context)
    detail = f"largest |z| = {z:.2f} of {comparisons}, threshold {threshold:.2f}; {far:.0f} at the doubled minimizer"
    verdict = Verdict.SUPPORTED if z <= threshold < far else Verdict.UNKNOWN
    return Road("sampled slope", verdict, instances_scope([best]), detail, "", perf_counter() - start)


def _slope(experiment: Experiment, instance: Instance, claim: LowerBound, context: Context) -> tuple[float, float, int]:
    slope = sampled_slope(
        experiment.model,
        float_weights(experiment, instance),
        population(experiment.task, instance),
        context.samples,
        generator(f"{context.identifier}/{claim.name}/slope", context.seed),
    )
    largest = largest_z(slope)
    return float(largest.z), bonferroni(largest.comparisons), largest.comparisons


def at_minimizer(claim: LowerBound, instance: Instance) -> Instance:
    """The instance with the variables of the minimizer at their claimed values."""
    return with_values(instance, {polynomial(s): at(polynomial(v), instance) for s, v in claim.minimizer})


def nudged(claim: LowerBound, instance: Instance, rng: Random) -> Instance:
    """The instance with the variables of the minimizer moved by a little, symmetric letters to symmetric matrices."""

    def near(symbol: TracePolynomial) -> fmpq_mat:
        array = at(symbol, instance)
        moves = [fmpq(rng.randint(-3, 3), 1000) for _ in range(array.nrows() * array.ncols())]
        moved = fmpq_mat(array.nrows(), array.ncols(), moves)
        mirrored = not symbol.is_scalar and symbol.letter.symmetric
        return array + (moved + moved.transpose() if mirrored else moved)

    return with_values(instance, {symbol: near(symbol) for symbol in variables(claim)})


def doubled(claim: LowerBound, instance: Instance) -> Instance:
    """The instance with the matrices of the minimizer doubled; the scalars where there are no matrices."""
    symbols = [s for s in variables(claim) if not s.is_scalar] or variables(claim)
    return with_values(instance, {s: at(s, instance) * 2 for s in symbols})


def variables(claim: LowerBound) -> list[TracePolynomial]:
    """The symbols that the minimizer sets."""
    return [polynomial(symbol) for symbol, _ in claim.minimizer]


def with_values(instance: Instance, values: Mapping[TracePolynomial, fmpq_mat]) -> Instance:
    """The instance with other values of some letters and scalars."""
    matrices = {s.letter.name: value for s, value in values.items() if not s.is_scalar}
    numbers = {s.scalars[0]: value[0, 0] for s, value in values.items() if s.is_scalar}
    return replace(instance, matrices=instance.matrices | matrices, numbers=instance.numbers | numbers)
