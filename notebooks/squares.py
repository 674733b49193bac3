"""A scalar polynomial as a square: the loss reads better as the square it came from."""

from collections.abc import Sequence

from flint import Ordering, fmpq, fmpq_mpoly, fmpq_mpoly_ctx
from flint.utils.flint_exceptions import DomainError

from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.terms import Monomial, Terms


def square_root(polynomial: TracePolynomial) -> TracePolynomial | None:
    """A polynomial whose square it is, its first term positive; None where there is none or it is a single term.

    Closed words and scalars commute, so they serve as variables; negative powers are cleared first.
    """
    words = sorted({word for _, closed, _ in polynomial.terms for word in closed})
    if not polynomial.is_scalar or len(polynomial.terms) < 2:
        return None
    lowest = [min(column) for column in zip(*(powers for _, _, powers in polynomial.terms), strict=True)]
    shift = [low - low % 2 for low in lowest]
    ring = fmpq_mpoly_ctx.get([("s", len(shift)), ("v", len(words))], Ordering.lex)
    try:
        root = ring.from_dict(_in_variables(polynomial, shift, words)).sqrt()
    except DomainError:
        return None
    return _positive(TracePolynomial(polynomial.alphabet, polynomial.shape, _in_words(root, shift, words)))


def _in_variables(
    polynomial: TracePolynomial, shift: Sequence[int], words: Sequence[bytes]
) -> dict[tuple[int, ...], fmpq]:
    return {
        (*(power - low for power, low in zip(powers, shift, strict=True)), *map(closed.count, words)): value
        for (_, closed, powers), value in polynomial.terms.items()
    }


def _in_words(root: fmpq_mpoly, shift: Sequence[int], words: Sequence[bytes]) -> Terms:
    found: dict[Monomial, fmpq] = {}
    for exponents, value in root.to_dict().items():
        powers, counts = exponents[: len(shift)], exponents[len(shift) :]
        closed = tuple(word for word, count in zip(words, counts, strict=True) for _ in range(int(count)))
        found[b"", closed, tuple(int(p) + low // 2 for p, low in zip(powers, shift, strict=True))] = fmpq(value)
    return found


def _positive(root: TracePolynomial) -> TracePolynomial:
    return root if root.terms[min(root.terms)] > 0 else -root
