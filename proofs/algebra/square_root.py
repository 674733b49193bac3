"""The square root of a scalar trace polynomial that is a square: how a mean square is read off its expanded form."""

from math import isqrt

from flint import fmpq

from proofs.algebra.polynomial import TracePolynomial

Vector = tuple[int, ...]
Sum = dict[Vector, fmpq]


def square_root(polynomial: TracePolynomial) -> TracePolynomial | None:
    """A polynomial r with r**2 equal to the given one; None if there is none with at most as many terms.

    Raises TypeError if the polynomial is no scalar.
    """
    if not polynomial.is_scalar:
        raise TypeError(f"a square root is taken of a scalar, got a polynomial of shape {polynomial.shape}")
    traces = sorted({word for _, closed, _ in polynomial.terms for word in closed})
    root = _root(
        {
            (*(closed.count(word) for word in traces), *powers): value
            for (_, closed, powers), value in polynomial.terms.items()
        }
    )
    if root is None or any(power < 0 for vector in root for power in vector[: len(traces)]):
        return None
    terms = {}
    for vector, value in root.items():
        closed = tuple(word for word, count in zip(traces, vector, strict=False) for _ in range(count))
        terms[(b"", closed, vector[len(traces) :])] = value
    return TracePolynomial(polynomial.alphabet, polynomial.shape, terms)


def _root(square: Sum) -> Sum | None:
    """Leading term by leading term, in the lexicographic order of the exponents, as one divides in writing."""
    root: Sum = {}
    rest, first = dict(square), max(square, default=())
    for _ in square:
        if not rest:
            break
        top = max(rest)
        vector = _halved(top) if not root else tuple(a - b for a, b in zip(top, first, strict=True))
        number = _rational_root(rest[top]) if not root else rest[top] / (2 * root[first])
        if vector is None or number is None:
            return None
        first = first if root else vector
        root[vector] = number
        _take(rest, root, vector)
    return None if rest else root


def _take(rest: Sum, root: Sum, vector: Vector) -> None:
    """Take from the rest what the newest term of the root adds to its square."""
    number = root[vector]
    for other, value in root.items():
        product = tuple(a + b for a, b in zip(vector, other, strict=True))
        left = rest.pop(product, fmpq(0)) - number * value * (1 if other == vector else 2)
        if left:
            rest[product] = left


def _halved(vector: Vector) -> Vector | None:
    return None if any(power % 2 for power in vector) else tuple(power // 2 for power in vector)


def _rational_root(value: fmpq) -> fmpq | None:
    if value < 0:
        return None
    above, below = isqrt(int(value.p)), isqrt(int(value.q))
    return fmpq(above, below) if above**2 == value.p and below**2 == value.q else None
