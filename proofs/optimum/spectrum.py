"""The spectrum of W = Sigma^-1 X'X / n, x ~ N(0, Sigma), for all n and d: moments, and polynomials given by steps."""

from collections.abc import Sequence

from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import number, scalar
from proofs.moments.wishart import trace_moment


def spectral_moment(order: int) -> TracePolynomial:
    """m_k = E tr W^k, a polynomial in n, 1 / n and d, from zonal polynomials."""
    n, d = scalar("n"), scalar("d")
    moment = trace_moment(order, n, d)
    if not isinstance(moment, TracePolynomial):
        raise TypeError(f"a moment in letters is a polynomial, got {type(moment).__name__}")
    return moment / n**order if order else moment


def coefficients(steps: Sequence[TracePolynomial]) -> tuple[TracePolynomial, ...]:
    """The coefficients of prod (1 - a mu) over the steps a, from the constant one up: (-1)^j e_j."""
    found = [number(1)]
    for step in steps:
        longer = [*found, number(0)]
        found = [here - step * below for here, below in zip(longer, [number(0), *found], strict=True)]
    return tuple(found)
