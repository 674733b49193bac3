"""Random functions by family: the step size of one layer in closed form.

Setting: as in one_layer.random_functions; f(x) = sum_j a_j g(w_j'x) with k units, w_j ~ N(0, omega I), E a_j = 0,
E a_j^2 = alpha2, all independent, or a single f(x) = g(w'x). Rotations leave the law of each of them as it is.
Claim: mu = E |m|^2 and q = E f(x)^2 |x|^2, hence eta = mu / (q + d sigma2 + (n - 1) mu), are
- networks of k ReLU units: mu = k alpha2 omega d / 4, q = k alpha2 omega d (d + 2) / 2,
  so eta = 1 / (2 (d + 2) + n - 1 + 4 sigma2 / (k alpha2 omega));
- polynomials of both parities, g = t + t^2: mu = omega d, q = omega d (d + 2) (3 omega d + 12 omega + 1);
- half spaces with signs, g = sign t: mu = 2/pi, q = d, so eta = 2 / (pi d (1 + sigma2) + 2 (n - 1));
- half spaces as indicators, g = 1 for t > 0, else 0: mu = 1/(2 pi), q = d/2. Here -f has another law than f.
Hypotheses: omega > 0; single functions have no factor a.
Idea: along w the input is one normal coordinate, and the others are independent of it.
Source: sign as an example in Mahankali, Hashimoto, Ma 2023, Theorem 3; the closed forms are in none of the papers.
"""

import sympy as sp

from proofs.core.ridge_functions import DIM, SPREAD, UNITS, WEIGHT, RidgeFunctions, T
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Control, Theorem

NOTHING, ONE = sp.Integer(0), sp.Integer(1)
UNIT = UNITS * WEIGHT * SPREAD * DIM
BOTH = T + T**2


def networks(power: sp.Expr) -> RidgeFunctions:
    """ReLU units."""
    return RidgeFunctions(name="ReLU networks", below=NOTHING, above=T, signal=UNIT / 4, power=power)


def polynomials(g: sp.Expr, power: sp.Expr) -> RidgeFunctions:
    """g(w'x)."""
    name = "polynomials of both parities"
    return RidgeFunctions(name=name, below=g, above=g, signal=SPREAD * DIM, power=power, single=True)


def half_spaces(name: str, below: sp.Expr, signal: sp.Expr, power: sp.Expr) -> RidgeFunctions:
    """`below` on one side, 1 on the other."""
    return RidgeFunctions(name=name, below=below, above=ONE, signal=signal, power=power, single=True)


def theorem() -> Theorem:
    """The statement and its derivation."""
    quartic = SPREAD * DIM * (DIM + 2) * (3 * SPREAD * DIM + 12 * SPREAD + 1)
    signs, indicators = "half spaces with signs", "half spaces as indicators"
    return Theorem(
        source=Source("this project", "families of random functions"),
        hypotheses=(
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("k", Predicate.INTEGER, "units of a network"),
            Hypothesis("omega", Predicate.POSITIVE, "variance of the entries of w"),
            Hypothesis("alpha2", Predicate.POSITIVE, "variance of the factors a"),
        ),
        claims=(
            networks(UNIT * (DIM + 2) / 2),
            polynomials(BOTH, quartic),
            half_spaces(signs, -ONE, 2 / sp.pi, DIM),
            half_spaces(indicators, NOTHING, 1 / (2 * sp.pi), DIM / 2),
        ),
        controls=(
            Control("d + 1 in the place of d + 2", networks(UNIT * (DIM + 1) / 2)),
            Control("the even part forgotten", polynomials(T, quartic)),
            Control("indicators with the slope of signs", half_spaces(indicators, NOTHING, 2 / sp.pi, DIM / 2)),
        ),
        uses=("one_layer.random_functions",),
    )
