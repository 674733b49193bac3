"""Optimal step sizes of L layers as reciprocal zeros of an orthogonal polynomial, exactly.

nu is the mean spectral measure of W = X'X / n for whitened inputs, of mass d. With steps a_1 ... a_L the loss without
noise is the integral of q^2 dnu, q(mu) = prod (1 - a_l mu). Over all polynomials of degree L with q(0) = 1 the least
value is 1 / (H^-1)_00, H the Hankel matrix of the moments of nu, and the minimizer is pi_L / pi_L(0), pi_L orthogonal
for mu dnu: its zeros are real, simple and positive (Szego 1939, chapter 3), so their reciprocals are the step sizes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from flint import acb, arb, ctx, fmpq, fmpq_mat, fmpq_poly

from proofs.core.errors import InputError
from proofs.moments.wishart import trace_moment

GUARD_DIGITS = 10


def spectral_moments(n: int, d: int, count: int) -> list[fmpq]:
    """The moments of nu of order 0 to count - 1: E tr W^k = E tr S^k / n^k."""
    return [fmpq(trace_moment(order, n, d)) / fmpq(n) ** order for order in range(count)]


@dataclass(frozen=True)
class OptimalPolynomial:
    """q with q(0) = 1 of the least loss, coefficients from the constant one up, and that loss."""

    coefficients: tuple[fmpq, ...]
    loss: fmpq

    @property
    def degree(self) -> int:
        """The number of layers."""
        return len(self.coefficients) - 1


def optimal_polynomial(moments: Sequence[fmpq], layers: int) -> OptimalPolynomial:
    """The minimizer of the integral of q^2 over q of degree `layers` with q(0) = 1, from 2 layers + 1 moments.

    Where H e = first unit vector up to the factor 1 / (H^-1)_00, e holds the coefficients: the first column of H^-1,
    divided by its first entry.
    """
    size = layers + 1
    hankel = fmpq_mat(size, size, [moments[i + j] for i in range(size) for j in range(size)])
    first = fmpq_mat(size, 1, [int(i == 0) for i in range(size)])
    column = hankel.solve(first)
    return OptimalPolynomial(tuple(column[i, 0] / column[0, 0] for i in range(size)), 1 / column[0, 0])


def step_sizes(polynomial: OptimalPolynomial, digits: int) -> tuple[arb, ...]:
    """Enclosures of the reciprocal zeros, in increasing order, each with at least the given number of correct digits.

    Raises InputError if the zeros are not all real, simple and positive: then no real step sizes have this polynomial.
    """
    integral = fmpq_poly(list(polynomial.coefficients)).numer()
    roots = cast(Callable[[], list[tuple[acb, int]]], integral.complex_roots)
    old, ctx.dps = ctx.dps, digits + GUARD_DIGITS
    try:
        steps = []
        for zero, multiplicity in roots():
            real, imaginary = zero.real, zero.imag
            if multiplicity != 1 or not imaginary.is_zero() or not real > 0:
                raise InputError("the zeros of the best polynomial are not all real, simple and positive")
            steps.append(1 / real)
        return tuple(sorted(steps, key=lambda step: step.mid()))
    finally:
        ctx.dps = old
