"""Optimal step sizes of L layers as reciprocal zeros of an orthogonal polynomial, exactly.

nu is the mean spectral measure of W = X'X / n for whitened inputs, of mass d, and s = sigma2 / n. With steps
a_1 ... a_L the loss is the integral of q^2 + s (1 - q)^2 / mu, q(mu) = prod (1 - a_l mu), a quadratic form in the
coefficients of q since mu^-1 (1 - q)^2 is a polynomial; G is its matrix, for s = 0 the Hankel matrix of the moments.

Over all polynomials of degree L with q(0) = 1 the least value is 1 / (G^-1)_00. For q = 1 - mu r the loss is stationary
where Q = 1 - (mu + s) r is orthogonal for mu dnu to all polynomials of lower degree than L, and Q(-s) = 1; so
Q = pi_L / pi_L(-s) with pi_L orthogonal for mu dnu, and the minimizer is q = (s + mu Q) / (mu + s). Its real zeros are
positive. Without noise it is pi_L / pi_L(0), and all zeros are real and simple (Szego 1939, chapter 3); with noise some
may be complex, and then no real step sizes reach the least value.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, Context, Decimal
from typing import cast

from flint import acb, arb, ctx, fmpq, fmpq_mat, fmpq_poly

from proofs.moments.wishart import trace_moments

GUARD_DIGITS = 10
NONE = fmpq(0)


def spectral_moments(n: int, d: int, count: int) -> list[fmpq]:
    """The moments of nu of order 0 to count - 1: E tr W^k = E tr S^k / n^k."""
    return [moment / fmpq(n) ** order for order, moment in enumerate(trace_moments(fmpq(n), fmpq(d), count))]


@dataclass(frozen=True)
class OptimalPolynomial:
    """q with q(0) = 1 of the least loss, coefficients from the constant one up, and that loss."""

    coefficients: tuple[fmpq, ...]
    loss: fmpq

    @property
    def degree(self) -> int:
        """The number of layers."""
        return len(self.coefficients) - 1


def quadratic_form(moments: Sequence[fmpq], layers: int, noise: fmpq = NONE) -> fmpq_mat:
    """The loss as a quadratic form in the coefficients of q, from the constant one up; `noise` is s = sigma2 / n."""
    size = layers + 1
    entries = [
        moments[i + j] + (noise * moments[i + j - 1] if noise and i and j else 0)
        for i in range(size)
        for j in range(size)
    ]
    return fmpq_mat(size, size, entries)


def optimal_polynomial(moments: Sequence[fmpq], layers: int, noise: fmpq = NONE) -> OptimalPolynomial:
    """The polynomial of degree `layers` with q(0) = 1 of the least loss, from 2 layers + 1 moments.

    Its coefficients are the first column of G^-1 divided by its first entry, for G times them is a multiple of the
    first unit vector.
    """
    first = fmpq_mat(layers + 1, 1, [int(i == 0) for i in range(layers + 1)])
    column = quadratic_form(moments, layers, noise).solve(first)
    return OptimalPolynomial(tuple(entry / column[0, 0] for entry in column.entries()), 1 / column[0, 0])


def least_loss(n: int, d: int, layers: int) -> fmpq:
    """The least loss of layers that are multiples of the identity in whitened inputs, without noise."""
    return optimal_polynomial(spectral_moments(n, d, 2 * layers + 1), layers).loss


def rounded(number: fmpq, digits: int) -> Decimal:
    """The number to that many significant digits, half to even."""
    context = Context(prec=digits, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX)
    quotient = context.divide(Decimal(int(number.p)), Decimal(int(number.q)))
    return context.quantize(quotient, Decimal((0, (1,), quotient.adjusted() - digits + 1)))


def step_sizes(polynomial: OptimalPolynomial, digits: int) -> tuple[arb, ...] | None:
    """Enclosures of the reciprocal zeros, in increasing order, each with at least the given number of correct digits.

    A zero of higher multiplicity comes that often. None if the zeros are not all real: then no real step sizes have
    this polynomial.
    """
    integral = fmpq_poly(list(polynomial.coefficients)).numer()
    roots = cast(Callable[[], list[tuple[acb, int]]], integral.complex_roots)
    old, ctx.dps = ctx.dps, digits + GUARD_DIGITS
    try:
        zeros = roots()
        if not all(zero.imag.is_zero() for zero, _ in zeros):
            return None
        steps = [1 / zero.real for zero, multiplicity in zeros for _ in range(multiplicity)]
        return tuple(sorted(steps, key=lambda step: step.mid()))
    finally:
        ctx.dps = old


def decimal_steps(polynomial: OptimalPolynomial, digits: int) -> tuple[Decimal, ...] | None:
    """The step sizes correctly rounded to that many significant digits; None if the zeros are not all real."""
    precision = digits
    while True:
        steps = step_sizes(polynomial, precision)
        if steps is None:
            return None
        settled = [_settled(step, polynomial, digits) for step in steps]
        known = tuple(step for step in settled if step is not None)
        if len(known) == len(settled):
            return known
        precision *= 2


def _settled(step: arb, polynomial: OptimalPolynomial, digits: int) -> Decimal | None:
    """The one decimal that every number of the enclosure rounds to; None if there are two.

    Where the boundary between two decimals is itself the reciprocal of a zero, the step size is that boundary.
    """
    middle, radius = _exact(step.mid()), _exact(step.rad())
    ends = middle - radius, middle + radius
    low, high = (rounded(end, digits) for end in ends)
    if low == high:
        return low
    boundary = sum((fmpq(*end.as_integer_ratio()) for end in (low, high)), fmpq(0)) / 2
    on_it = ends[0] <= boundary <= ends[1] and fmpq_poly(list(polynomial.coefficients))(1 / boundary) == 0
    return rounded(boundary, digits) if on_it else None


def _exact(point: arb) -> fmpq:
    mantissa, exponent = point.man_exp()
    return fmpq(mantissa) * fmpq(2) ** int(exponent)
