"""The mean density of the eigenvalues of a real Wishart matrix, and integrals over it, in balls.

For X (n, d) of independent N(0, 1) entries, n >= d, the eigenvalues x_1, ..., x_d of X'X have the joint density
const * prod |x_i - x_j| prod x_i^a exp(-x_i / 2), a = (n - d - 1) / 2. De Bruijn (1955): the mean of prod h(x_i) is
const * Pf A[h], A_jk = the integral of sgn(y - x) f_j(x) f_k(y) h(x) h(y), f_j the density of a gamma law of shape
j + a + 1 and scale 2, j = 0 ... d - 1, bordered by the integrals of f_j h where d is odd. The derivative of log Pf at
h = 1 is half the trace of A^-1 A', so the mean number of eigenvalues has the density

    rho(x) = sum_jk (A^-1)_kj f_j(x) (1 - 2 F_k(x)) + sum_j (A^-1)_(d+1)j f_j(x),

F_k the distribution functions; the last sum is the border's. No moment of the matrix is used.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from flint import acb, arb, arb_mat, ctx, fmpq

FAR = 60


@dataclass(frozen=True)
class Density:
    """rho for X (n, d), n >= d. Eigenvalues are measured as mu = x / n, those of W = X'X / n."""

    n: int
    d: int

    def mean(self, q: Sequence[fmpq], low: fmpq, high: fmpq | None) -> arb:
        """The integral of q(mu)^2 rho over low < mu < high (None: infinity); q from the constant coefficient up."""
        far = fmpq(FAR) if high is None else high
        found = self._between(lambda mu: _value(q, mu) ** 2, low, far)
        return found + self._beyond(q, far) if high is None else found

    def integral(self, h: Callable[[acb], acb], above: Sequence[fmpq]) -> arb:
        """The integral of h(mu) rho over mu > 0, h without poles there; beyond `FAR`, |h| is at most above(mu)^2."""
        return self._between(h, fmpq(0), fmpq(FAR)) + self._beyond(above, fmpq(FAR))

    def _between(self, h: Callable[[acb], acb], low: fmpq, high: fmpq) -> arb:
        ends = (acb(arb(low * self.n).sqrt()), acb(arb(high * self.n).sqrt()))
        found = acb.integral(lambda t, _: self._rho(t) * h(t * t / self.n), *ends, rel_tol=_tolerance())
        return arb(found.real)

    def _rho(self, t: acb) -> acb:
        """rho dx / dt at x = t^2, which is entire in t."""
        densities, distributions = self._gammas(t)
        total = acb(0)
        for j, density in enumerate(densities):
            inner = sum((self._inverse[k, j] * (1 - 2 * F) for k, F in enumerate(distributions)), start=acb(0))
            total += density * (inner + (self._inverse[self.d, j] if self.d % 2 else 0))
        return total

    def _gammas(self, t: acb) -> tuple[list[acb], list[acb]]:
        """f dx / dt and F at x = t^2 for all shapes, from F of shape 1/2 or 1 up: F_(s+1) = F_s - 2 f_(s+1)."""
        bell, first = (-t * t / 2).exp(), self._shapes[0]
        shape = first - int(first) if first.q == 2 else fmpq(1)
        F = (t / arb(2).sqrt()).erf() if shape.q == 2 else 1 - bell
        found: list[tuple[acb, acb]] = []
        while len(found) < self.d:
            scale = arb(2) ** arb(shape) * arb(shape).gamma()
            if shape >= first:
                found.append((2 * t ** int((2 * shape - 1).p) * bell / scale, F))
            F -= t ** int((2 * shape).p) * bell / (scale * arb(shape))
            shape += 1
        return [density for density, _ in found], [distribution for _, distribution in found]

    def _beyond(self, q: Sequence[fmpq], far: fmpq) -> arb:
        """A ball around 0 that holds the part beyond `far`, |1 - 2 F| being at most 1."""
        size = self._inverse.nrows()
        rest = arb(0)
        for j, shape in enumerate(self._shapes):
            weight = sum((abs(self._inverse[k, j]) for k in range(size)), start=arb(0))
            for power, coefficient in enumerate(_squared(q)):
                at = arb(shape + power)
                mean = at.gamma() / arb(shape).gamma() * arb(far * self.n / 2).gamma_upper(at, regularized=1)
                rest += weight * abs(coefficient) * mean * arb(fmpq(2, self.n)) ** power
        return arb(0, rest.upper())

    @property
    def _shapes(self) -> list[fmpq]:
        return [fmpq(self.n - self.d + 1, 2) + j for j in range(self.d)]

    @cached_property
    def _inverse(self) -> arb_mat:
        """A^-1; A_jk = P(x < y) - P(y < x) for gamma variables x, y of the shapes j, k: an incomplete beta function."""
        size = self.d + self.d % 2
        entries = [[arb(0)] * size for _ in range(size)]
        for j, first in enumerate(self._shapes):
            for k, second in enumerate(self._shapes[:j]):
                less = arb(fmpq(1, 2)).beta_lower(arb(first), arb(second), regularized=1)
                entries[j][k], entries[k][j] = 2 * less - 1, 1 - 2 * less
            if self.d % 2:
                entries[j][self.d], entries[self.d][j] = arb(1), arb(-1)
        return arb_mat(entries).inv()


def _value(q: Sequence[fmpq], mu: acb) -> acb:
    value = acb(0)
    for coefficient in reversed(q):
        value = value * mu + coefficient
    return value


def _squared(q: Sequence[fmpq]) -> list[fmpq]:
    found = [fmpq(0)] * (2 * len(q) - 1)
    for i, left in enumerate(q):
        for j, right in enumerate(q):
            found[i + j] += left * right
    return found


def _tolerance() -> arb:
    """A third of the digits at hand: what the integrals need is less than what the inverse loses."""
    return arb(2) ** (-ctx.prec // 3)
