"""The spectrum of W = Sigma^-1 X'X / n, x ~ N(0, Sigma), for all n and d: moments, and polynomials given by steps.

A polynomial in mu is the tuple of its coefficients, from the constant one up.
"""

from collections.abc import Sequence

from flint import Ordering, fmpq, fmpq_mpoly_ctx

from proofs.algebra.letters import UNIT, Alphabet
from proofs.algebra.polynomial import TracePolynomial, total
from proofs.algebra.symbols import number, scalar
from proofs.algebra.terms import Terms
from proofs.moments.wishart import trace_moment

DEPTHS = (1, 2, 3)
"""The numbers of layers at which statements about best polynomials are written out."""

Polynomial = tuple[TracePolynomial, ...]


def spectral_moment(order: int) -> TracePolynomial:
    """m_k = E tr W^k, a polynomial in n, 1 / n and d, from zonal polynomials."""
    alphabet = Alphabet((), ("d", "n"))
    d, n = fmpq_mpoly_ctx.get(alphabet.scalars, Ordering.lex).gens()
    moment = trace_moment(order, n, d)
    lowered: Terms = {(b"", (), (int(p), int(q) - order)): fmpq(value) for (p, q), value in moment.terms()}
    return TracePolynomial(alphabet, (UNIT, UNIT), lowered)


def coefficients(steps: Sequence[TracePolynomial]) -> Polynomial:
    """prod (1 - a mu) over the steps a: the coefficients are (-1)^j e_j."""
    found: Polynomial = (number(1),)
    for step in steps:
        found = times(found, (number(1), -step))
    return found


def moving_coefficients(steps: Sequence[TracePolynomial], moves: Sequence[TracePolynomial]) -> Polynomial:
    """prod (1 + a_l mu_l) where mu_0 = mu and mu_{l+1} = mu_l (1 + a_l b_l mu_l)^2, b_l the moves."""
    found: Polynomial = (number(1),)
    mu: Polynomial = (number(0), number(1))
    for step, move in zip(steps, moves, strict=True):
        found = times(found, _one_plus(step, mu))
        factor = _one_plus(step * move, mu)
        mu = times(mu, times(factor, factor))
    return found


def quadratic_form(layers: int, noise: TracePolynomial) -> tuple[tuple[TracePolynomial, ...], ...]:
    """n^(j+k) times the matrix of E tr (q(W)^2 + (noise / n) (1 - q(W))^2 W^-1) in the coefficients of q.

    Its entries E tr S^(j+k) + noise E tr S^(j+k-1) (noise for j, k >= 1 only) are polynomials in n, d and the noise.
    """
    n = scalar("n")
    gram = [spectral_moment(order) * n**order if order else spectral_moment(0) for order in range(2 * layers + 1)]
    return tuple(
        tuple(gram[j + k] + noise * gram[j + k - 1] if j and k else gram[j + k] for k in range(layers + 1))
        for j in range(layers + 1)
    )


def times(left: Polynomial, right: Polynomial) -> Polynomial:
    """The product of two polynomials."""
    size = len(left) + len(right) - 1
    return tuple(
        total(left[i] * right[k - i] for i in range(max(0, k + 1 - len(right)), min(k + 1, len(left))))
        for k in range(size)
    )


def mean_square(q: Polynomial) -> TracePolynomial:
    """E tr q(W)^2, a quadratic form in the coefficients."""
    return total(x * spectral_moment(order) for order, x in enumerate(times(q, q)))


def _one_plus(factor: TracePolynomial, mu: Polynomial) -> Polynomial:
    first, *rest = (factor * coefficient for coefficient in mu)
    return (number(1) + first, *rest)
