"""How the best step sizes merge under label noise, from the moments of the spectrum, exactly or in balls.

The coefficients of the best polynomial q* are polynomials in the noise variance (cofactors of the form G). Its zeros
are real and simple without noise, and they stay so up to the first zero of their discriminant. Where some are not real,
no real step sizes attain the least value over all polynomials; the loss is convex in the coefficients of q, so the best
real ones lie on the boundary, where two of them are equal.

For steps (a, ..., a, b) the loss is A - 2 B b + C b^2 with polynomials A, B, C > 0 in a, so b = B / C is best, and what
is left is N / C, N = A C - B^2, whose critical points are zeros of a polynomial. Those with b = a are the critical
points of h(a), the loss of equal steps.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import comb
from typing import cast

from flint import Ordering, acb, arb, arb_poly, fmpq, fmpq_mpoly, fmpq_mpoly_ctx, fmpq_poly

from proofs.optimum.cramer import least_point
from proofs.optimum.orthogonal import quadratic_form

X = "mu"
NOISE = "noise"


def discriminant(moments: Sequence[fmpq], layers: int, context: int) -> fmpq_poly:
    """The discriminant of the best polynomial, times a power of its leading cofactor, as a polynomial in sigma2."""
    ring = fmpq_mpoly_ctx.get([X, NOISE], Ordering.lex)
    mu, noise = ring.gens()
    plain, slope = (quadratic_form(moments, layers, fmpq(level)) for level in (0, 1))
    size = range(layers + 1)
    form = [[plain[j, k] + noise * (slope[j, k] - plain[j, k]) / context for k in size] for j in size]
    q: fmpq_mpoly = sum((c * mu**k for k, c in enumerate(least_point(form).cofactors)), start=0 * mu)
    terms = {powers[1]: value for powers, value in q.discriminant(X).to_dict().items()}
    return fmpq_poly([terms.get(power, fmpq(0)) for power in range(max(terms) + 1)])


def real_zeros(polynomial: fmpq_poly) -> list[arb]:
    """Enclosures of all real zeros, increasing, those of higher multiplicity once."""
    zeros = [zero.real for zero, _ in _complex_roots(polynomial) if zero.imag.is_zero()]
    return sorted(zeros, key=lambda zero: zero.mid())


def _complex_roots(polynomial: fmpq_poly) -> list[tuple[acb, int]]:
    roots = cast(Callable[[], list[tuple[acb, int]]], polynomial.numer().complex_roots)
    return roots()


@dataclass(frozen=True)
class Steps:
    """A critical point (a, ..., a, b) of the loss among such steps, and its value."""

    value: arb
    a: arb
    b: arb


@dataclass(frozen=True)
class AlmostTied:
    """The loss of steps (a, ..., a, b) at a given noise variance; `s` is that variance over the context length."""

    moments: tuple[fmpq, ...]
    layers: int
    s: fmpq

    def tied(self) -> Steps:
        """The best equal steps: their loss is strictly convex, so it has one critical point.

        Raises ArithmeticError if that is not what is found.
        """
        (a,) = real_zeros(self.tied_loss.derivative())
        return Steps(_at(self.tied_loss, a), a, a)

    def apart(self) -> list[Steps]:
        """All critical points with b different from a."""
        A, B, C = self.parts
        N = A * C - B * B
        slope = N.derivative() * C - N * C.derivative()
        rest, common = slope, slope.gcd(self.tied_loss.derivative())
        while common.degree() > 0:
            rest, _ = divmod(rest, common)
            common = rest.gcd(common)
        return [Steps(_at(N, a) / _at(C, a), a, _at(B, a) / _at(C, a)) for a in real_zeros(rest)]

    @cached_property
    def tied_loss(self) -> fmpq_poly:
        """The loss of equal steps a, a polynomial in a; its coefficients are linear in the noise."""
        q = _powers(self.layers)
        return self._form(q, q)

    @cached_property
    def parts(self) -> tuple[fmpq_poly, fmpq_poly, fmpq_poly]:
        """A, B, C of the loss A - 2 B b + C b^2, polynomials in a; their coefficients are linear in the noise."""
        most = [*_powers(self.layers - 1), fmpq_poly([0])]
        times = [fmpq_poly([0]), *most[:-1]]
        return self._form(most, most), self._form(most, times), self._form(times, times)

    def _form(self, left: Sequence[fmpq_poly], right: Sequence[fmpq_poly]) -> fmpq_poly:
        form = quadratic_form(self.moments, self.layers, self.s)
        return sum((x * y * form[j, k] for j, x in enumerate(left) for k, y in enumerate(right)), start=fmpq_poly([0]))


def _powers(count: int) -> list[fmpq_poly]:
    """The coefficients of (1 - a mu)^count in mu, polynomials in a."""
    return [fmpq_poly([*[0] * power, comb(count, power) * (-1) ** power]) for power in range(count + 1)]


def _at(polynomial: fmpq_poly, point: arb) -> arb:
    return arb_poly(polynomial)(point)
