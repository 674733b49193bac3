"""Checks of the moments of random functions sum_j a_j g(w_j'x): quadrature, and the step that they give, sampled."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

import numpy as np
import sympy as sp
from scipy.stats import chi, norm

from proofs.core.ridge_functions import DIM, SPREAD, UNITS, WEIGHT, RidgeFunctions, T
from proofs.core.scope import Scope
from proofs.core.task import ReadOutAttention
from proofs.core.verdict import Verdict
from verify.checks.context import Context
from verify.checks.symbolic import symbolic_road
from verify.report import Road
from verify.simulate.arrays import FloatArray
from verify.simulate.estimate import Estimate, bonferroni
from verify.simulate.sampling import generator
from verify.simulate.units import Units, sampled_step

RELATIVE = 1e-7
NOISE, CONTEXT = 0.5, 8
FAR, NODES = 16.0, 160
"""Beyond so many standard deviations a normal law holds less than 1e-50."""

Function = Callable[[FloatArray], FloatArray]


@dataclass(frozen=True)
class Place:
    """Values of d, k, omega and alpha2."""

    d: int
    k: int
    omega: float
    alpha2: float


PLACES = (Place(1, 1, 1.0, 1.0), Place(2, 3, 0.5, 2.0), Place(5, 2, 1.5, 0.25))
SAMPLED = (Place(4, 6, 0.1, 2.0), Place(8, 3, 0.05, 1.0))
"""Many units, inputs and examples: the tails are lighter there."""


def roads(claim: RidgeFunctions, context: Context) -> list[Road]:
    """Symbolic; both moments by quadrature; the forward pass at the step that they give."""
    found = symbolic_road(claim, context)
    return [*([found] if found else []), quadrature_road(claim, context), sampled_road(claim, context)]


def refutation(claim: RidgeFunctions, context: Context) -> Road:
    """The road by which a perturbed claim has to fail."""
    return quadrature_road(claim, context)


def quadrature_road(claim: RidgeFunctions, _context: Context) -> Road:
    """E |m|^2 and E f^2 |x|^2 by nested quadrature: over one normal coordinate, then over the length of w."""
    start, worst, g = perf_counter(), 0.0, function(claim)
    for place in PLACES:
        pairs = zip(("E |m|^2", "E f^2 |x|^2"), by_quadrature(g, place, single=claim.single), strict=True)
        for (name, found), claimed in zip(pairs, (claim.signal, claim.power), strict=True):
            expected = at(claimed, place)
            error = abs(found - expected) / max(abs(found), abs(expected))
            if error > RELATIVE:
                witness = f"{name} = {found:.10g}, claimed {expected:.10g}, at {place}"
                return Road("quadrature", Verdict.REFUTED, _scope(PLACES), "", witness, perf_counter() - start)
            worst = max(worst, error)
    detail = f"largest relative error {worst:.1e} at {len(PLACES)} places"
    return Road("quadrature", Verdict.SUPPORTED, _scope(PLACES), detail, "", perf_counter() - start)


def sampled_road(claim: RidgeFunctions, context: Context) -> Road:
    """E (prediction - f(x_q)) y'X x_q = 0 at the step eta, the prediction from the literal forward pass."""
    start, found = perf_counter(), list[Estimate]()
    for place in SAMPLED:
        signal, power = at(claim.signal, place), at(claim.power, place)
        eta = signal / (power + place.d * NOISE + (CONTEXT - 1) * signal)
        units = Units(function(claim), place.d, 1 if claim.single else place.k, place.omega,
                      None if claim.single else place.alpha2)  # fmt: skip
        rng = generator(f"{context.identifier}/{claim.name}/{place}", context.seed)
        found.append(sampled_step(ReadOutAttention(), units, eta, CONTEXT, NOISE, context.samples, rng))
    z, threshold = max(float(abs(one.z(0.0))) for one in found), bonferroni(len(found))
    detail = f"largest |z| = {z:.2f} of {len(found)}, threshold {threshold:.2f}"
    fits = z <= threshold and all(one.trusted for one in found)
    verdict = Verdict.SUPPORTED if fits else Verdict.UNKNOWN
    return Road("sampled step", verdict, _scope(SAMPLED), detail, "", perf_counter() - start)


def by_quadrature(g: Function, place: Place, *, single: bool) -> tuple[float, float]:
    """Both moments at a place, by Gauss-Legendre rules on half lines: g may jump at 0."""
    z, weights = half_line()
    radii = np.sqrt(place.omega) * z
    values = {sign: g(sign * np.outer(radii, z)) for sign in (1, -1)}
    normal, length = weights * norm.pdf(z), weights * chi.pdf(z, place.d)
    slope = (values[1] - values[-1]) @ (normal * z)
    square, weighted = ((values[1] ** 2 + values[-1] ** 2) @ (normal * z**power) for power in (0, 2))
    units = 1.0 if single else place.k * place.alpha2
    return float(units * length @ slope**2), float(units * length @ (weighted + (place.d - 1) * square))


def half_line() -> tuple[FloatArray, FloatArray]:
    """Nodes and weights on (0, FAR)."""
    nodes, weights = np.polynomial.legendre.leggauss(NODES)
    return FAR * (nodes + 1) / 2, FAR * weights / 2


def at(value: sp.Expr, place: Place) -> float:
    """A claimed moment in numbers."""
    return float(value.subs({DIM: place.d, UNITS: place.k, SPREAD: place.omega, WEIGHT: place.alpha2}))


def function(claim: RidgeFunctions) -> Function:
    """g at arrays."""
    below, above = (sp.lambdify(T, side, "numpy") for side in (claim.below, claim.above))
    return lambda t: np.where(t > 0, above(t), below(t)).astype(np.float64)


def _scope(places: Sequence[Place]) -> Scope:
    sizes = [place.d for place in places]
    return Scope(ranges=(("d", min(sizes), max(sizes)),), instances=len(places))
