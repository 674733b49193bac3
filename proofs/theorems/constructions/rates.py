"""How fast decoder layers become the operators of programs: products, quotients, copies and moves.

Setting: G(z) = z Phi(z) (GeLU), LayerNorm, softmax attention. The product of p and q is taken at the scale s; the
quotient by b > 0 with N copies of b, V being the spread of the other rows; a copy at the place t of GeLU; a move past m
other columns whose score is F below that of the wanted one.
Claim: for all values, and with the bound as the leading term:
of products |error| <= s^2 (|p|^3 |q| / 3 + p^2 q^2 / 2 + |p| |q|^3 / 3), to leading order as s -> 0 it is
-s^2 (p^3 q / 3 + p^2 q^2 / 2 + p q^3 / 3): the remainder is of order four in p and q;
of quotients 0 <= relative error <= V / (4 N^2 b^2) as N -> oo;
of copies 0 <= error <= exp(-t^2 / 2) / sqrt(2 pi) as t -> oo;
of moves 0 <= what is left to other columns <= m exp(-F) as F -> oo.
Hypotheses: all letters but p, q and V are positive; V >= 0.
Idea: the mixed derivative of G(p + q) - G(p) - G(q) is that of G at p + q, and there 1 - exp(-a) (1 - a) <= 2 a;
LayerNorm divides by sqrt(2 N^2 b^2 + V), V >= 0 by Cauchy-Schwarz; t Phi(-t) is below the density (Mills).
Source: Akyurek et al. 2022 use the operators and say for products that the remainder is of order three; that it is of
order four, and the bounds, are in none of the papers.
"""

import sympy as sp

from proofs.core.rates import DIVISOR, FOCUS, LARGE, OTHERS, OUT, SMALL, SPREAD, P, Q, Rate
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Control, Theorem


def product(leading: sp.Expr, order: int = 2) -> Rate:
    """The product, its error in powers of the scale."""
    bound = SMALL**2 * (P**3 * Q / 3 + P**2 * Q**2 / 2 + P * Q**3 / 3)
    return Rate(name="product", operator="mul", leading=SMALL**order * leading, bound=bound)


def same(name: str, operator: str, bound: sp.Expr) -> Rate:
    """A rate whose bound is its leading term."""
    return Rate(name=name, operator=operator, leading=bound, bound=bound)


def theorem() -> Theorem:
    """The statement and its derivation."""
    quartic = -(P**3) * Q / 3 - P**2 * Q**2 / 2 - P * Q**3 / 3
    quotient = same("quotient", "div", SPREAD / (4 * LARGE**2 * DIVISOR**2))
    tail = sp.exp(-(OUT**2) / 2) / sp.sqrt(2 * sp.pi)
    return Theorem(
        source=Source("this project", "rates of convergence of decoder layers"),
        hypotheses=(
            Hypothesis("p", Predicate.ANY, "first factor of a product"),
            Hypothesis("q", Predicate.ANY, "second factor of a product"),
            Hypothesis("s", Predicate.POSITIVE, "scale of a product"),
            Hypothesis("b", Predicate.POSITIVE, "divisor, up to its sign"),
            Hypothesis("N", Predicate.POSITIVE, "scale of a quotient"),
            Hypothesis("t", Predicate.POSITIVE, "copies are made above -far"),
            Hypothesis("F", Predicate.POSITIVE, "score of the wanted column"),
            Hypothesis("V", Predicate.NONNEGATIVE, "spread of the other rows"),
            Hypothesis("m", Predicate.POSITIVE, "number of other columns"),
        ),
        claims=(
            product(quartic),
            quotient,
            same("copy", "aff", tail),
            same("move", "mov", OTHERS * sp.exp(-FOCUS)),
        ),
        controls=(
            Control("a cubic remainder of products", product(P**2 * Q + P * Q**2, order=1)),
            Control("another coefficient of p^2 q^2", product(quartic - P**2 * Q**2 / 2)),
            Control("a quotient without the mean of the rows", same("quotient", "div", quotient.bound / 2)),
            Control("a tail that falls faster", same("copy", "aff", sp.exp(-(OUT**2)))),
            Control("scores twice as large", same("move", "mov", OTHERS * sp.exp(-2 * FOCUS))),
        ),
    )
