"""What is timed: means that the theorems need, each with its target and the number of terms of its result.

X has n rows N(0, Sigma), S = X'X. Everything is symbolic in n and d. The integrand is built beforehand, except for
losses: the time of one layer holds everything from the definition of attention on, that of many sparse layers
everything from the product of matrices that they apply to w. Values with gradients are those of derived losses, in all
entries of all matrices at d = 5, after the loss has been compiled. A command is timed as a whole process.
"""

import json
from collections.abc import Callable, Iterable, Sequence, Sized
from dataclasses import dataclass
from functools import reduce
from operator import matmul
from random import Random

import numpy as np
from flint import fmpq, fmpq_mat

from benchmarks.process import output
from proofs.algebra import TracePolynomial, matrix, symmetric, trace
from proofs.attention.data import data
from proofs.attention.linear import population_loss
from proofs.attention.sparse import preconditioners, residual_map
from proofs.core.task import LinearAttention, Task
from proofs.moments import Gaussian, expectation
from proofs.moments.mean import Mean
from verify.evaluate.compiled import compiled

Run = Callable[[], Sized]

DIM, CONTEXT = 5, 20
SIZES = {"n": fmpq(CONTEXT), "d": fmpq(DIM)}

X, Sigma, Psi = matrix("X", "n", "d"), symmetric("Sigma", "d"), symmetric("Psi", "d")
S = X.T @ X
WHITE, COLOURED = Gaussian(X), Gaussian(X, column_covariance=Sigma)


@dataclass(frozen=True)
class Case:
    """`prepare` does what is not timed and returns what is; the target is in seconds, the limit of memory in MB.

    `terms` is the length of the result: how many terms a polynomial has, how many numbers a command finds.
    """

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


def mean(integrand: TracePolynomial, law: Gaussian) -> Callable[[], TracePolynomial]:
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


def layered_loss(letters: Sequence[TracePolynomial]) -> TracePolynomial:
    """The population loss of sparse layers with these preconditioners, all covariances general, without noise."""
    sample = data(Task("Sigma", "Psi"))
    residual = sample.x_q.T @ residual_map(sample, letters) @ sample.w
    return Mean(residual**2, sample.laws).value()


def general_layers(layers: int) -> Run:
    """f(A_0, ..., A_{L-1}), the A_l without properties."""
    return lambda: layered_loss(preconditioners(layers))


def symmetric_layers(layers: int) -> Run:
    """f(A_0, ..., A_{L-1}), all A_l symmetric."""
    return lambda: layered_loss([symmetric(f"A_{layer}", "d") for layer in range(layers)])


def steps(layers: int, digits: int) -> Run:
    """The command `icl-proofs steps`, from the start of its process to the end; its result are the step sizes."""
    options = {"dim": DIM, "context": CONTEXT, "layers": layers, "digits": digits}
    arguments = [text for name, value in options.items() for text in (f"--{name}", str(value))]

    def run() -> Sized:
        found: list[str] = json.loads(output("verify", "steps", *arguments, "--json"))["steps"]
        return found

    return run


def slopes(layers: int, *, exact: bool) -> Run:
    """Value and gradient of the loss of L sparse layers, all covariances general, in all entries of all matrices."""
    loss, rng = layered_loss(preconditioners(layers)), Random(0)
    ready = compiled(loss, SIZES)
    at, rounded = {}, {}
    for letter in ready.letters:
        entries = np.array([[rng.randint(1, 99) for _ in range(DIM)] for _ in range(DIM)])
        entries = entries + entries.T
        at[letter.name] = fmpq_mat(entries.tolist()) / 99
        rounded[letter.name] = entries / 99

    def run() -> Sized:
        _ = ready.exact(at) if exact else ready.floats(rounded)
        return loss

    return run


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
    "general-layers-3": Case("loss of 3 layers, any A_l", lambda: general_layers(3), 1.0, 4421),
    "symmetric-layers-4": Case("loss of 4 layers, symmetric A_l", lambda: symmetric_layers(4), 10.0, 41_174),
    "slopes-2": Case("value, gradient: 2 layers, exact", lambda: slopes(2, exact=True), 5e-3, 88),
    "slopes-2-float": Case("value, gradient: 2 layers, float64", lambda: slopes(2, exact=False), 5e-3, 88),
    "slopes-3": Case("value, gradient: 3 layers, exact", lambda: slopes(3, exact=True), 50e-3, 4421),
    "slopes-3-float": Case("value, gradient: 3 layers, float64", lambda: slopes(3, exact=False), 50e-3, 4421),
    "steps": Case("icl-proofs steps: 20 layers, 50 digits", lambda: steps(20, 50), 2.0, 20),
    "steps-50": Case("icl-proofs steps: 50 layers, 20 digits", lambda: steps(50, 20), 2.0, 50),
    "steps-100": Case("icl-proofs steps: 100 layers, 20 digits", lambda: steps(100, 20), 10.0, 100),
}
