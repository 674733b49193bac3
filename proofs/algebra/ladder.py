"""Inequalities f(a) >= 0 for all a >= 0, by derivatives: a ladder that ends where the sign is visible."""

from collections.abc import Iterator

import sympy as sp

LADDER = "inequality in one variable"
LADDER_REFERENCE = "f >= 0 where its terms are, where f(0) >= 0 and f' >= 0, or where f falls to a limit >= 0"
DEEPEST = 3
SMOOTH = (sp.exp, sp.erf, sp.erfc)


def is_nonnegative(f: sp.Expr, a: sp.Symbol, depth: int = DEEPEST) -> bool:
    """Whether f >= 0 for a >= 0 is seen: by its terms, or since it starts at >= 0 and rises, or falls to a limit >= 0.

    The same of f exp(a), whose sign is that of f. False where nothing is seen, and for functions that are not visibly
    smooth. `a` is a symbol that is nonnegative.
    """
    if not is_smooth(f, a):
        return False
    if is_visible(f):
        return True
    if depth == 0:
        return False
    return any(_rises(g, a, depth) or _falls(g, a, depth) for g in _multiples(f, a))


def is_smooth(f: sp.Expr, a: sp.Symbol) -> bool:
    """Whether f is exact and made of exp, erf, erfc, integer powers, and powers of what is positive for all a >= 0."""
    if f.has(sp.Float, sp.I):
        return False
    functions = all(isinstance(part, SMOOTH) for part in f.atoms(sp.Function) if part.has(a))
    powers = all(
        (power.exp.is_integer and power.exp.is_nonnegative) or power.base.is_positive
        for power in f.atoms(sp.Pow)
        if power.has(a)
    )
    return functions and powers


def is_visible(f: sp.Expr) -> bool:
    """Whether numerator and denominator are sums of nonnegative terms by the signs of their symbols, none 0 below."""
    above, below = (_terms(part) for part in sp.fraction(sp.together(f)))
    return all(term.is_nonnegative for term in (*above, *below)) and any(term.is_positive for term in below)


def _terms(part: sp.Expr) -> tuple[sp.Expr, ...]:
    signed = part.replace(sp.erfc, lambda z: sp.Dummy("erfc", positive=True) if z.is_real else sp.erfc(z))
    terms: tuple[sp.Expr, ...] = sp.Add.make_args(sp.expand(signed))
    return terms


def _multiples(f: sp.Expr, a: sp.Symbol) -> Iterator[sp.Expr]:
    yield f
    if f.has(sp.exp):
        yield sp.expand(sp.powsimp(sp.expand(f * sp.exp(a))))


def _rises(f: sp.Expr, a: sp.Symbol, depth: int) -> bool:
    first = sp.simplify(f.subs(a, 0))
    return bool(first.is_nonnegative) and is_nonnegative(sp.diff(f, a), a, depth - 1)


def _falls(f: sp.Expr, a: sp.Symbol, depth: int) -> bool:
    return is_nonnegative(-sp.diff(f, a), a, depth - 1) and bool(sp.limit(f, a, sp.oo).is_nonnegative)
