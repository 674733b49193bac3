"""A scalar raised by one in a polynomial: n -> n + 1."""

from math import comb

from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.terms import Terms, collect


def shifted(polynomial: TracePolynomial, name: str) -> TracePolynomial:
    """The polynomial, cleared of negative powers of the scalar, with that scalar raised by one.

    Unchanged if it does not hold the scalar. Over n >= 1 its sign at n is that of the shifted one at n - 1.
    """
    if name not in polynomial.scalars:
        return polynomial
    place = polynomial.alphabet.place(name)
    lowest = -below(polynomial, name)
    terms: Terms = {}
    for (word, closed, powers), value in polynomial.terms.items():
        height = powers[place] - lowest
        for power in range(height + 1):
            moved = (*powers[:place], power, *powers[place + 1 :])
            collect(terms, {(word, closed, moved): value * comb(height, power)})
    return TracePolynomial(polynomial.alphabet, polynomial.shape, terms)


def below(polynomial: TracePolynomial, name: str) -> int:
    """The power of the scalar that clears the polynomial of its negative powers."""
    if name not in polynomial.scalars:
        return 0
    place = polynomial.alphabet.place(name)
    return max(0, *(-powers[place] for _, _, powers in polynomial.terms))
