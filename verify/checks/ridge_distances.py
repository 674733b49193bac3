"""Checks of distances to ridge regression: integrals over the density of eigenvalues in balls, and simulation."""

from collections.abc import Iterator
from time import perf_counter

import numpy as np
from flint import arb, ctx, fmpq

from proofs.core.distances import RidgeDistances, RidgePoint
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from verify.checks.context import Context
from verify.checks.located import excluded, within
from verify.enclose.density import Density
from verify.report import Road
from verify.simulate.arrays import transpose
from verify.simulate.estimate import Estimate, Running, batches, bonferroni
from verify.simulate.ridge import ridge_operator
from verify.simulate.sampling import Population, draw, generator

BITS = 192
NAMES = ("truth", "one step", "least squares")


def roads(claim: RidgeDistances, context: Context) -> list[Road]:
    """Balls; simulation."""
    return [refutation(claim, context), sampled_road(claim, context)]


def refutation(claim: RidgeDistances, _context: Context) -> Road:
    """All three distances in balls: REFUTED for a digit that is certainly another, UNKNOWN for one that is not sure."""
    start, verdict, witness = perf_counter(), Verdict.CERTIFIED, ""
    with ctx.workprec(BITS):
        for point in claim.points:
            for name, found, text in zip(NAMES, enclosed(point), digits(point), strict=True):
                if excluded(found, text) or not within(found, text):
                    verdict = Verdict.REFUTED if excluded(found, text) else Verdict.UNKNOWN
                    witness = f"the distance to {name} is {found.str(12)}, claimed {text}, at {_sizes(point)}"
                    break
            if witness:
                break
    detail = "" if witness else f"{3 * len(claim.points)} distances to as many digits as are claimed"
    return Road("density of eigenvalues", verdict, _scope(claim), detail, witness, perf_counter() - start)


def digits(point: RidgePoint) -> tuple[str, str, str]:
    """The three claimed distances."""
    return point.to_truth, point.to_step, point.to_least


def enclosed(point: RidgePoint) -> tuple[arb, arb, arb]:
    """The three distances in balls, divided by d.

    With s = noise / n and mu' = mu + s these are the means of the sums over the eigenvalues of s / mu', of
    (1 - eta mu')^2 mu / mu' and of s^2 / (mu mu') = s / mu - s / mu'; the mean of the sum of 1 / mu is n d / (n-d-1).
    """
    n, d, noise = point.context, point.dim, point.noise
    density, s, eta = Density(n, d), noise / n, fmpq(n) / (n + d + 1 + noise)
    to_truth = density.integral(lambda mu: s / (mu + s), (fmpq(1),))
    step = density.integral(lambda mu: (1 - eta * (mu + s)) ** 2 * mu / (mu + s), (1 + eta * s, eta))
    to_least = arb(noise * d / (n - d - 1)) - to_truth
    return to_truth / d, step / d, to_least / d


def sampled_road(claim: RidgeDistances, context: Context) -> Road:
    """The learners themselves on drawn data sets, against the listed numbers."""
    start, comparisons = perf_counter(), 3 * len(claim.points)
    gaps = [z for point in claim.points for z in _deviations(point, context, claim.name)]
    worst, threshold = max(gaps), bonferroni(comparisons)
    verdict = Verdict.SUPPORTED if worst <= threshold else Verdict.UNKNOWN
    detail = f"largest |z| = {worst:.2f} of {comparisons}, threshold {threshold:.2f}, {context.samples} samples"
    return Road("simulated learners", verdict, _scope(claim), detail, "", perf_counter() - start)


def _deviations(point: RidgePoint, context: Context, label: str) -> Iterator[float]:
    rng = generator(f"{context.identifier}/{label}/{_sizes(point)}", context.seed)
    for found, text in zip(simulated(point, context.samples, rng), digits(point), strict=True):
        yield float(np.abs(found.z(float(text))))


def simulated(point: RidgePoint, samples: int, rng: np.random.Generator) -> tuple[Estimate, Estimate, Estimate]:
    """The three distances, divided by d, from the definitions of the learners."""
    n, d, noise = point.context, point.dim, float(point.noise)
    population, eta = Population(n, np.eye(d), np.eye(d), noise), n / (n + d + 1 + noise)
    running = (Running(), Running(), Running())
    for count in batches(samples, 4 * n * d):
        sample = draw(population, count, rng)
        y = sample.y[..., None]
        ridge = ridge_operator(sample.X, np.eye(d), noise) @ y
        least = ridge_operator(sample.X, np.eye(d), 0.0) @ y
        step = eta * transpose(sample.X) @ y / n
        for one, other in zip(running, (sample.w[..., None], step, least), strict=True):
            gap = np.sum((ridge - other) ** 2, axis=(-2, -1)) / d
            one.add(gap, float(np.mean(gap)))
    truth, one_step, squares = (one.estimate() for one in running)
    return truth, one_step, squares


def _sizes(point: RidgePoint) -> str:
    return f"n = {point.context}, d = {point.dim}, noise {point.noise}"


def _scope(claim: RidgeDistances) -> Scope:
    n, d = [point.context for point in claim.points], [point.dim for point in claim.points]
    return Scope(ranges=(("d", min(d), max(d)), ("n", min(n), max(n))), instances=len(claim.points))
