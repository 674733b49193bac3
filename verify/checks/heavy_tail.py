"""Checks of losses whose mean sits in rare large eigenvalues: exact, by balls, and by a sample that does not count."""

from collections.abc import Callable
from math import sqrt
from time import perf_counter

from flint import arb, ctx, fmpq, fmpq_poly

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.evaluation import value
from proofs.core.claims import Experiment
from proofs.core.listed import HeavyTail, SpectralLoss
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from proofs.moments.bidiagonal import trace_moments
from proofs.moments.mean import expanded
from proofs.moments.rules import Calculus
from proofs.optimum.best_steps import agrees
from proofs.optimum.spectrum import mean_square
from verify.checks.context import Context
from verify.checks.located import excluded, within
from verify.checks.model import ONE_BY_ONE, beside, model_road
from verify.checks.moved import symbol_name
from verify.checks.sampled import float_weights, population
from verify.enclose.density import Density
from verify.report import Road
from verify.simulate.loss import sampled_loss
from verify.simulate.sampling import generator
from verify.sweep.instance import Instance, Shape

BITS = 192
Flaw = Callable[[SpectralLoss], str]


def roads(claim: HeavyTail, context: Context) -> list[Road]:
    """The objective by pairings, moments by walks, integrals over the density of eigenvalues, the model, a sample."""
    found = [
        identity_road(claim),
        _road("exact values", claim, lambda point: _by_pairings(claim, point)),
        _road("moments by walks", claim, lambda point: _by_walks(claim, point)),
        refutation(claim, context),
    ]
    found = beside(found, model_road(claim, claim.objective, context, ONE_BY_ONE))
    return found if claim.experiment is None else [*found, sampled_road(claim, claim.experiment, context)]


def refutation(claim: HeavyTail, context: Context) -> Road:
    """The road that sees the parts: integrals over the density, in balls."""
    return _road("density of eigenvalues", claim, lambda point: _by_density(claim, point))


def identity_road(claim: HeavyTail) -> Road:
    """The objective is E tr q(W)^2 for all n and d: its mean by pairings, the moments from zonal polynomials."""
    start, q = perf_counter(), tuple(map(polynomial, claim.coefficients))
    if Calculus().closes(claim.objective, mean_square(q), ()):
        return Road("the calculus", Verdict.CERTIFIED, _scope(claim), "the objective is E tr q(W)^2 for all n, d", "",
                    perf_counter() - start)  # fmt: skip
    detail = "the objective is not seen to be E tr q(W)^2"
    return Road("the calculus", Verdict.UNKNOWN, Scope(), detail, "", perf_counter() - start, limit=Verdict.UNKNOWN)


def _road(name: str, claim: HeavyTail, flaw: Flaw) -> Road:
    start, scope = perf_counter(), _scope(claim)
    for point in claim.points:
        problem = flaw(point)
        if problem:
            witness = f"{problem} at d = {point.dim}, n = {point.context}"
            return Road(name, Verdict.REFUTED, scope, "", witness, perf_counter() - start)
    verdict = Verdict.CERTIFIED if claim.points else Verdict.UNKNOWN
    detail = "; ".join(f"loss {point.loss} at n = {point.context}" for point in claim.points)
    return Road(name, verdict, scope, detail, "", perf_counter() - start)


def _by_pairings(claim: HeavyTail, point: SpectralLoss) -> str:
    numbers = _numbers(claim) | {"n": fmpq(point.context), "d": fmpq(point.dim)}
    return _compared(value(expanded(claim.objective), {}, numbers), point)


def _by_walks(claim: HeavyTail, point: SpectralLoss) -> str:
    return _compared(_mean(_spectral(claim) ** 2, point), point)


def _compared(exact: fmpq, point: SpectralLoss) -> str:
    shown = arb(exact).str(15, radius=False)
    return "" if agrees(point.loss, exact) else f"the loss is {shown}, claimed {point.loss}"


def _by_density(claim: HeavyTail, point: SpectralLoss) -> str:
    """Every number that is certainly not the claimed one, to half a unit of its last digit.

    Raises ArithmeticError where the balls do not tell.
    """
    density, q = Density(point.context, point.dim), _spectral(claim).coeffs()
    with ctx.workprec(BITS):
        checked = [("loss", density.mean(q, fmpq(0), None), point.loss)]
        for part in point.parts:
            low, high = fmpq(part.low), None if part.high is None else fmpq(part.high)
            where = f"{part.low} < mu" + ("" if part.high is None else f" < {part.high}")
            checked.append((f"loss from {where}", density.mean(q, low, high), part.loss))
            checked.append((f"mean number of {where}", density.mean([fmpq(1)], low, high), part.count))
        wrong = [f"the {what} is {found.str(12)}, claimed {text}" for what, found, text in checked
                 if excluded(found, text)]  # fmt: skip
        if not wrong and not all(within(found, text) for _, found, text in checked):
            raise ArithmeticError("an integral over the density is not known to as many digits as are claimed")
    return "; ".join(wrong)


def sampled_road(claim: HeavyTail, experiment: Experiment, context: Context) -> Road:
    """A sample of the literal forward pass with its own standard error, and a bound on the true one.

    The variance of a sum over d eigenvalues is at most d times the mean of the sum of the squares. Whatever the sample
    says, it does not count.
    """
    start, point = perf_counter(), claim.points[0]
    numbers = _numbers(claim) | {"n": fmpq(point.context), "d": fmpq(point.dim)}
    instance = Instance(Shape(point.context, point.dim), {}, {}, numbers, {})
    found = sampled_loss(
        experiment.model,
        float_weights(experiment, instance),
        population(experiment.task, instance),
        context.samples,
        generator(f"{context.identifier}/{claim.name}", context.seed),
    )
    bound = sqrt(float(arb(point.dim * _mean(_spectral(claim) ** 4, point))) / found.samples)
    detail = (
        f"{found.samples} samples: {float(found.mean):.3g}, by their own account +- {float(found.standard_error):.1g}; "
        f"the loss is {point.loss}, a true standard error may be {bound:.2g}: the sample does not count"
    )
    return Road("sampled loss", Verdict.UNKNOWN, Scope(), detail, "", perf_counter() - start)


def _scope(claim: HeavyTail) -> Scope:
    dims, contexts = [point.dim for point in claim.points], [point.context for point in claim.points]
    ranges = (("d", min(dims), max(dims)), ("n", min(contexts), max(contexts))) if claim.points else ()
    return Scope(ranges=ranges, instances=len(claim.points))


def _numbers(claim: HeavyTail) -> dict[str, fmpq]:
    return {symbol_name(symbol): number for symbol, number in claim.weights}


def _spectral(claim: HeavyTail) -> fmpq_poly:
    """q at the weights."""
    return fmpq_poly([value(polynomial(entry), {}, _numbers(claim)) for entry in claim.coefficients])


def _mean(integrand: fmpq_poly, point: SpectralLoss) -> fmpq:
    """E of the sum of a polynomial over the eigenvalues, from closed walks."""
    traces = trace_moments(point.context, point.dim, integrand.degree() + 1)
    terms = zip(integrand.coeffs(), traces, strict=True)
    return sum((entry * fmpq(trace, point.context**k) for k, (entry, trace) in enumerate(terms)), fmpq(0))
