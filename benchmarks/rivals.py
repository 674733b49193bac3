"""Other ways to a mean: entry by entry with sympy, pairing by pairing, by sampling."""

from collections.abc import Callable
from typing import Any

import sympy
from flint import fmpq
from sympy import stats
from sympy.core.cache import clear_cache

from benchmarks.cases import WHITE, S, between, mean
from benchmarks.race import Rival
from benchmarks.sampling import sampling
from proofs.algebra import TracePolynomial, matrix, trace
from proofs.algebra.evaluation import value
from proofs.moments.enumeration import enumerate_pairings


def by_sympy_stats(exponent: int, n: int, d: int) -> sympy.Expr:
    """E tr S^k of an n x d matrix, expanded in its entries and averaged by sympy.stats."""
    X = sympy.Matrix(n, d, lambda i, j: stats.Normal(f"x_{i}{j}", 0, 1))
    return stats.E(sympy.expand(((X.T * X) ** exponent).trace()))


def by_sympy_polynomial(exponent: int, n: int, d: int) -> sympy.Expr:
    """E tr S^k of an n x d matrix, expanded as a polynomial in its entries, by E z^(2m) = (2m - 1)!!."""
    X = sympy.Matrix(n, d, sympy.symbols(f"x:{n * d}"))
    expanded = sympy.Poly(((X.T * X) ** exponent).trace(), *X)
    even = [(powers, factor) for powers, factor in expanded.terms() if not any(power % 2 for power in powers)]
    return sum(factor * sympy.prod(sympy.factorial2(power - 1) for power in powers) for powers, factor in even)


def entrywise(
    way: str, by: Callable[[int, int, int], sympy.Expr], exponent: int, n: int, d: int
) -> Rival[fmpq, TracePolynomial]:
    """E tr S^k at one n and d, where ours is symbolic in both; sympy starts with an empty cache each time."""

    def other() -> fmpq:
        clear_cache()
        return fmpq(int(by(exponent, n, d)))

    def agrees(theirs: fmpq, ours: TracePolynomial) -> bool:
        return bool(theirs == value(ours, {}, {"n": fmpq(n), "d": fmpq(d)}))

    return Rival(f"{way}: E tr S^{exponent} at n = {n}, d = {d}", other, mean(trace(S**exponent), WHITE), agrees)


def pairings(what: str, integrand: TracePolynomial) -> Rival[TracePolynomial, TracePolynomial]:
    """The sum over all pairings, one by one."""
    return Rival(
        f"all pairings: {what}",
        lambda: enumerate_pairings(integrand, (WHITE,)),
        mean(integrand, WHITE),
        lambda theirs, ours: theirs == ours,
    )


RIVALS: tuple[Callable[[], Rival[Any, Any]], ...] = (
    lambda: entrywise("sympy.stats", by_sympy_stats, 2, 2, 2),
    lambda: entrywise("sympy.stats", by_sympy_stats, 3, 2, 2),
    lambda: entrywise("sympy.Poly", by_sympy_polynomial, 4, 2, 3),
    lambda: pairings("E tr S^4", trace(S**4)),
    lambda: pairings("E tr S^5", trace(S**5)),
    lambda: pairings("E tr S^6", trace(S**6)),
    lambda: pairings("5 Grams, general letters", trace(between(5, lambda name: matrix(name, "d", "d")))),
    lambda: sampling(2),
    lambda: sampling(3),
)
