"""What is timed: means that the theorems need, each with its target and the number of terms of its result.

X has n rows N(0, Sigma), S = X'X. Everything is symbolic in n and d. The integrand is built beforehand, except for the
one-layer loss, whose time holds everything from the definition of attention on.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import matmul

from proofs.algebra import TracePolynomial, matrix, symmetric, trace
from proofs.attention.linear import population_loss
from proofs.core.task import LinearAttention, Task
from proofs.moments import Gaussian, expectation

Run = Callable[[], TracePolynomial]

X, Sigma, Psi = matrix("X", "n", "d"), symmetric("Sigma", "d"), symmetric("Psi", "d")
S = X.T @ X
WHITE, COLOURED = Gaussian(X), Gaussian(X, column_covariance=Sigma)


@dataclass(frozen=True)
class Case:
    """`prepare` does what is not timed and returns what is; the target is in seconds, the limit of memory in MB."""

    title: str
    prepare: Callable[[], Run]
    target: float
    terms: int
    memory: int | None = None


def product(factors: Iterable[TracePolynomial]) -> TracePolynomial:
    """The matrix product."""
    return reduce(matmul, factors)


def between(grams: int, letter: Callable[[str], TracePolynomial]) -> TracePolynomial:
    """S B_1 S B_2 ... S B_k."""
    return product(S @ letter(f"B_{place}") for place in range(1, grams + 1))


def mean(integrand: TracePolynomial, law: Gaussian) -> Run:
    """The average of an integrand that is built already."""
    return lambda: expectation(integrand, (law,))


def power(exponent: int, law: Gaussian = WHITE) -> Run:
    """E tr S^k."""
    return mean(trace(S**exponent), law)


def symmetric_between(grams: int) -> Run:
    """E tr(S B_1 S B_2 ... S B_k), all B_i symmetric."""
    return mean(trace(between(grams, lambda name: symmetric(name, "d"))), WHITE)


def general_between(grams: int) -> Run:
    """E tr(S B_1 S B_2 ... S B_k), all B_i without properties."""
    return mean(trace(between(grams, lambda name: matrix(name, "d", "d"))), WHITE)


def top_word() -> Run:
    """E tr(Sigma M Psi M') with M = A_3 S A_2 S A_1 S A_0 S, the word of highest degree of a four-layer loss."""
    M = product(symmetric(f"A_{layer}", "d") @ S for layer in (3, 2, 1, 0))
    return mean(trace(Sigma @ M @ Psi @ M.T), COLOURED)


def one_layer_loss() -> Run:
    """The population loss of one layer, with all of P, Q, Sigma, Psi and noise."""
    return lambda: population_loss(LinearAttention(), Task("Sigma", "Psi", "sigma2")).value()


CASES = {
    "power-8": Case("E tr S^8, Sigma = I", lambda: power(8), 1e-3, 36),
    "power-16": Case("E tr S^16, Sigma = I", lambda: power(16), 20e-3, 136),
    "power-20": Case("E tr S^20, Sigma = I", lambda: power(20), 80e-3, 210),
    "power-8-sigma": Case("E tr S^8, any Sigma", lambda: power(8, COLOURED), 50e-3, 112),
    "symmetric-5": Case("5 Grams, symmetric letters between", lambda: symmetric_between(5), 10e-3, 218),
    "symmetric-6": Case("6 Grams, symmetric letters between", lambda: symmetric_between(6), 60e-3, 1316),
    "general-5": Case("5 Grams, general letters between", lambda: general_between(5), 30e-3, 945),
    "general-6": Case("6 Grams, general letters between", lambda: general_between(6), 300e-3, 10_395),
    "top-word": Case("top word of a four-layer loss", top_word, 1.5, 13_675, memory=150),
    "one-layer": Case("one-layer loss from the definition", one_layer_loss, 50e-3, 28),
}
