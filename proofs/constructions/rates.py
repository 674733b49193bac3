"""The symbolic proof of a rate: the leading term as a limit, the bound by inequalities in one variable."""

import sympy as sp

from proofs.algebra.ladder import LADDER, LADDER_REFERENCE, is_nonnegative
from proofs.algebra.positivity import Signs
from proofs.algebra.typesetting import with_carets
from proofs.constructions.operators import ARGUMENT, Operator, operator
from proofs.core.proof import Line, Proof
from proofs.core.rates import Rate

LEADING = "leading term"
LEADING_REFERENCE = "the quotient of error and leading term tends to 1 (sympy, limit)"
ONE = "change of variables"
ONE_REFERENCE = "substitution; the new variable takes values >= 0 only"
MIXED = "mixed derivative"
MIXED_REFERENCE = "E(p, q) is the integral of d^2 E / dp dq over (0, p) x (0, q) where E(p, 0) = E(0, q) = 0"


def prove_rate(claim: Rate, _signs: Signs) -> Proof:
    """error / leading -> 1, and |error| <= bound."""
    layer = operator(claim.operator)
    leads = sp.limit(layer.error / claim.leading, layer.scale, layer.at) == 1 if claim.leading else False
    line = Line("error / leading term -> 1", LEADING, LEADING_REFERENCE, bool(leads))
    return Proof((line, *(_of_pair(layer, claim.bound) if layer.pair else _of_one(layer, claim.bound))))


def _of_one(layer: Operator, bound: sp.Expr) -> tuple[Line, ...]:
    error, most = (sp.simplify(part.subs(*layer.change)) for part in (layer.error, bound))
    known = error.free_symbols | most.free_symbols <= {ARGUMENT} | _parameters(layer)
    return (
        Line(with_carets(f"the error is {error}, the bound {most}"), ONE, ONE_REFERENCE, known),
        Line("error >= 0", LADDER, LADDER_REFERENCE, is_nonnegative(error, ARGUMENT)),
        Line("bound - error >= 0", LADDER, LADDER_REFERENCE, is_nonnegative(most - error, ARGUMENT)),
    )


def _of_pair(layer: Operator, bound: sp.Expr) -> tuple[Line, ...]:
    """Both error and bound as double integrals of functions of p + q, the first even, the second rising."""
    p, q = layer.pair
    axes = all(sp.simplify(part.subs(one, 0)) == 0 for part in (layer.error, bound) for one in (p, q))
    mixed = sp.diff(layer.error, p, q)
    even = sp.simplify(mixed - mixed.subs({p: -p, q: -q}, simultaneous=True)) == 0
    inner, most = (sp.simplify(part.subs(*layer.change)) for part in (mixed, sp.diff(bound, p, q)))
    known = inner.free_symbols | most.free_symbols <= {ARGUMENT}
    return (
        Line("error and bound vanish for p = 0 and for q = 0", MIXED, MIXED_REFERENCE, axes),
        Line("d^2 error / dp dq is even", MIXED, MIXED_REFERENCE, even),
        Line(
            with_carets(f"it is {inner}, that of the bound {most}, in a = s^2 (p + q)^2 / 2"), ONE, ONE_REFERENCE, known
        ),
        Line("that of the bound rises", LADDER, LADDER_REFERENCE, is_nonnegative(sp.diff(most, ARGUMENT), ARGUMENT)),
        Line("their sum is >= 0", LADDER, LADDER_REFERENCE, is_nonnegative(most + inner, ARGUMENT)),
        Line("their difference is >= 0", LADDER, LADDER_REFERENCE, is_nonnegative(most - inner, ARGUMENT)),
    )


def _parameters(layer: Operator) -> set[sp.Basic]:
    """Further symbols of the error, which are positive."""
    return {symbol for symbol in layer.error.free_symbols if symbol.is_positive}
