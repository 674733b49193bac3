"""The square root of a scalar trace polynomial that is a square: how a mean square is read off its expanded form.

Traces and scalars commute, so they are the variables of an ordinary polynomial, of which flint takes the root.
"""

from collections.abc import Sequence

from flint import Ordering, fmpq, fmpq_mpoly, fmpq_mpoly_ctx
from flint.utils.flint_exceptions import DomainError

from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.terms import Monomial


def square_root(polynomial: TracePolynomial) -> TracePolynomial | None:
    """The polynomial r with r**2 equal to the given one and its first term positive; None if there is none.

    Raises TypeError if the polynomial is no scalar.
    """
    if not polynomial.is_scalar:
        raise TypeError(f"a square root is taken of a scalar, got a polynomial of shape {polynomial.shape}")
    if not polynomial.terms:
        return polynomial
    traces = sorted({word for _, closed, _ in polynomial.terms for word in closed})
    lowest = [min(powers) for powers in zip(*(powers for _, _, powers in polynomial.terms), strict=True)]
    halves = [low // 2 for low in lowest]
    try:
        root = _as_variables(polynomial, halves, traces).sqrt()
    except DomainError:
        return None
    terms = dict(_term(key, fmpq(value), halves, traces) for key, value in root.to_dict().items())
    sign = 1 if terms[min(terms)] > 0 else -1
    return TracePolynomial(polynomial.alphabet, polynomial.shape, terms) * sign


def _as_variables(polynomial: TracePolynomial, halves: Sequence[int], traces: Sequence[bytes]) -> fmpq_mpoly:
    """The polynomial in flint's form, times even powers of the scalars that leave no negative exponent."""
    ring = fmpq_mpoly_ctx.get([("s", len(halves)), ("t", len(traces))], Ordering.lex)
    return ring.from_dict(
        {
            (*(p - 2 * half for p, half in zip(powers, halves, strict=True)), *map(closed.count, traces)): value
            for (_, closed, powers), value in polynomial.terms.items()
        }
    )


def _term(
    exponents: Sequence[int], value: fmpq, halves: Sequence[int], traces: Sequence[bytes]
) -> tuple[Monomial, fmpq]:
    powers = tuple(int(p) + half for p, half in zip(exponents, halves, strict=False))
    counts = exponents[len(halves) :]
    closed = tuple(word for word, count in zip(traces, counts, strict=True) for _ in range(int(count)))
    return (b"", closed, powers), value
