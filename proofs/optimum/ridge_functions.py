"""Moments of random functions f(x) = sum_j a_j g(w_j'x), x ~ N(0, I): integrals over one coordinate and one radius.

With r = |w| and z = w'x / r, which is N(0, 1) and independent of the other d - 1 coordinates of x,
m = a E[z g(r z)] w / r and E[g^2 |x|^2 | w] = E[z^2 g(r z)^2] + (d - 1) E[g(r z)^2].
"""

from dataclasses import dataclass

import sympy as sp

from proofs.algebra.positivity import Signs
from proofs.core.proof import Line, Proof
from proofs.core.ridge_functions import DIM, SPREAD, UNITS, WEIGHT, RidgeFunctions, T

COORDINATE = "one coordinate along w"
COORDINATE_REFERENCE = "N(0, I) is rotation invariant: z = w'x / |w| and the rest of x are independent"
UNITS_RULE = "independent units"
UNITS_REFERENCE = "E a_j = 0 leaves no mixed terms of two units"
RADIUS = "radius of a Gaussian vector"
RADIUS_REFERENCE = "r = |w| has density proportional to r^(d-1) exp(-r^2 / (2 omega))"
INTEGRALS = "elementary integrals"
INTEGRALS_REFERENCE = "sympy, integrate: Gaussian moments on half lines"
Z, R = sp.Symbol("z", real=True), sp.Symbol("r", positive=True)
ALLOWED = {T}


@dataclass(frozen=True)
class Profile:
    """E[z g(r z)], E[g(r z)^2] and E[z^2 g(r z)^2] for z ~ N(0, 1), in r."""

    slope: sp.Expr
    square: sp.Expr
    weighted: sp.Expr


def profile(claim: RidgeFunctions) -> Profile:
    """The three integrals of the one coordinate."""
    below, above = claim.below, claim.above
    return Profile(
        _half(below, -sp.oo, sp.Integer(0), 1) + _half(above, sp.Integer(0), sp.oo, 1),
        _half(below**2, -sp.oo, sp.Integer(0), 0) + _half(above**2, sp.Integer(0), sp.oo, 0),
        _half(below**2, -sp.oo, sp.Integer(0), 2) + _half(above**2, sp.Integer(0), sp.oo, 2),
    )


def derived_moments(claim: RidgeFunctions) -> tuple[sp.Expr, sp.Expr]:
    """E |m|^2 and E f^2 |x|^2, in d, omega and, but for single functions, k and alpha2."""
    found, units = profile(claim), sp.Integer(1) if claim.single else UNITS * WEIGHT
    signal = units * over_radius(found.slope**2)
    return signal, units * over_radius(found.weighted + (DIM - 1) * found.square)


def prove_ridge_functions(claim: RidgeFunctions, signs: Signs) -> Proof:
    """Both moments come out of the integrals."""
    plain = is_polynomial(claim.below) and is_polynomial(claim.above)
    needed = {"omega"} if claim.single else {"omega", "alpha2"}
    counted = {"d"} if claim.single else {"d", "k"}
    positive = needed <= signs.positive and counted <= signs.integers
    lines = [
        Line("g is a real polynomial in t on either side of 0", COORDINATE, COORDINATE_REFERENCE, plain),
        Line(f"{', '.join(sorted(needed | counted))} > 0", RADIUS, RADIUS_REFERENCE, positive),
    ]
    if not claim.single:
        lines.append(Line("the units add", UNITS_RULE, UNITS_REFERENCE, holds=True))
    signal, power = derived_moments(claim) if plain else (sp.nan, sp.nan)
    for name, found, claimed in (("E |m|^2", signal, claim.signal), ("E f^2 |x|^2", power, claim.power)):
        says = f"{name} = {sp.sstr(sp.factor(found))}" if plain else f"{name} is not known"
        lines.append(Line(says, RADIUS, RADIUS_REFERENCE, holds=plain))
        same = plain and is_finite(found) and sp.simplify(found - claimed) == 0
        lines.append(Line(f"{name} = {sp.sstr(claimed)}, as claimed", INTEGRALS, INTEGRALS_REFERENCE, bool(same)))
    return Proof(tuple(lines))


def is_polynomial(g: sp.Expr) -> bool:
    """Whether g is a polynomial in t with exact real coefficients, so that all its Gaussian moments are finite."""
    if not g.free_symbols <= ALLOWED or g.has(sp.Float) or not g.is_polynomial(T):
        return False
    return all(coefficient.is_real for coefficient in sp.Poly(g, T).coeffs())


def is_finite(value: sp.Expr) -> bool:
    """Whether an expression is no infinity, nor an integral that was not done."""
    return not value.has(sp.oo, -sp.oo, sp.zoo, sp.nan, sp.Integral)


def over_radius(value: sp.Expr) -> sp.Expr:
    """The mean over r = |w|, w ~ N(0, omega I) of dimension d."""
    density = R ** (DIM - 1) * sp.exp(-(R**2) / (2 * SPREAD))
    size = 2 ** (DIM / 2 - 1) * sp.gamma(DIM / 2) * SPREAD ** (DIM / 2)
    integral = sp.integrate(sp.expand(sp.expand(value) * density), (R, 0, sp.oo), conds="none")
    return sp.gammasimp(sp.simplify(integral / size))


def _half(value: sp.Expr, low: sp.Expr, high: sp.Expr, power: int) -> sp.Expr:
    """The integral of z^power g(r z) against the normal density between two ends."""
    density = sp.exp(-(Z**2) / 2) / sp.sqrt(2 * sp.pi)
    return sp.simplify(sp.integrate(sp.expand(value.subs(T, R * Z)) * Z**power * density, (Z, low, high)))
