"""Other ways to a mean, run side by side with ours; the results are compared before the times are."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

import sympy
from flint import fmpq
from sympy import stats
from sympy.core.cache import clear_cache

from benchmarks.cases import WHITE, S, between
from benchmarks.clock import once, typical
from proofs.algebra import TracePolynomial, matrix, trace
from proofs.algebra.evaluation import value
from proofs.moments import expectation
from proofs.moments.enumeration import enumerate_pairings

ROUNDS = 5


@dataclass(frozen=True)
class Rival:
    """Another way to the mean of an integrand; `agrees` compares its result with ours."""

    title: str
    integrand: TracePolynomial
    other: Callable[[], object]
    agrees: Callable[[object, TracePolynomial], bool]

    def ours(self) -> TracePolynomial:
        """The mean by the calculus, symbolic in n and d."""
        return expectation(self.integrand, (WHITE,))


def race(rival: Rival) -> tuple[float, float]:
    """Median CPU seconds of the other way and of ours, taken in turn."""
    if not rival.agrees(rival.other(), rival.ours()):
        raise ArithmeticError(f"{rival.title}: the two results differ")
    rounds = [(once(rival.other), typical(rival.ours, budget=0.05)) for _ in range(ROUNDS)]
    return median(other for other, _ in rounds), median(ours for _, ours in rounds)


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


def entrywise(way: str, by: Callable[[int, int, int], sympy.Expr], exponent: int, n: int, d: int) -> Rival:
    """E tr S^k at one n and d, where ours is symbolic in both; sympy starts with an empty cache each time."""

    def other() -> fmpq:
        clear_cache()
        return fmpq(int(by(exponent, n, d)))

    def agrees(theirs: object, ours: TracePolynomial) -> bool:
        return theirs == value(ours, {}, {"n": fmpq(n), "d": fmpq(d)})

    return Rival(f"{way}: E tr S^{exponent} at n = {n}, d = {d}", trace(S**exponent), other, agrees)


def pairings(what: str, integrand: TracePolynomial) -> Rival:
    """The sum over all pairings, one by one."""
    return Rival(
        f"all pairings: {what}",
        integrand,
        lambda: enumerate_pairings(integrand, (WHITE,)),
        lambda theirs, ours: theirs == ours,
    )


RIVALS = (
    entrywise("sympy.stats", by_sympy_stats, 2, 2, 2),
    entrywise("sympy.stats", by_sympy_stats, 3, 2, 2),
    entrywise("sympy.Poly", by_sympy_polynomial, 4, 2, 3),
    pairings("E tr S^4", trace(S**4)),
    pairings("E tr S^5", trace(S**5)),
    pairings("E tr S^6", trace(S**6)),
    pairings("5 Grams, general letters", trace(between(5, lambda name: matrix(name, "d", "d")))),
)
