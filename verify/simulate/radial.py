"""Exact means at d = 1 with powers of 1/g, g = X'X: length and direction of X are independent.

For X = root Z, Z of n standard normal entries, |Z|^2 has the moments m(j) = n (n + 2) ... (n + 2j - 2) and
m(-j) = 1 / ((n - 2) ... (n - 2j)), and a monomial of degree 2k over |Z|^2p has the mean of the monomial, times
m(k - p) / m(k).
"""

from collections.abc import Mapping, Sequence
from math import prod

from flint import fmpq, fmpq_mpoly

from proofs.core.errors import InputError
from proofs.core.task import GramOperator
from verify.simulate.arrays import Array, Value, as_array
from verify.simulate.exact import Roots, mean, random_letters
from verify.simulate.words import Term, columns, contributions


def radial_mean(
    terms: Sequence[Term], roots: Roots, n: int, operator: GramOperator, fixed: Mapping[str, Value] | None = None
) -> fmpq:
    """The mean of a scalar sum of terms in X, w, eps, x_q, G and G^-1 at d = 1.

    Raises InputError for d > 1, and for a power of G^-1 that has no mean.
    """
    root = roots.R[0, 0]
    if (roots.R.nrows(), roots.R.ncols()) != (1, 1) or not root:
        raise InputError("length and direction say the mean at d = 1 and a positive variance only")
    letters: dict[str, Array] = random_letters(roots, n, ("X", "w", "eps", "x_q"))
    letters |= columns({name: as_array(value) for name, value in (fixed or {}).items()})
    G, inverse = operator.letter, f"{operator.letter}^-1"
    square = letters["X"].swapaxes(-1, -2) @ letters["X"]
    letters |= {G: square, inverse: as_array(1 / root**2)[None, None, None]}
    powers = [sum(name == inverse for word in (*term.traces, term.product) for name in word) for term in terms]
    parts = contributions(terms, letters, (1, 1))
    return sum((_lowered(part[0, 0, 0], n, power) for part, power in zip(parts, powers, strict=True)), fmpq(0))


def _lowered(polynomial: fmpq_mpoly | fmpq, n: int, power: int) -> fmpq:
    """The mean of a polynomial over |Z|^(2 power), the first n variables being Z."""
    if isinstance(polynomial, fmpq):
        return polynomial * radius_moment(n, -power)
    total = fmpq(0)
    for powers, factor in polynomial.terms():
        k, odd = divmod(sum(powers[:n]), 2)
        if not odd:
            one = polynomial.context().from_dict({powers: factor})
            total += mean(one) * radius_moment(n, k - power) / radius_moment(n, k)
    return total


def radius_moment(n: int, power: int) -> fmpq:
    """E |Z|^(2 power) for n standard normal entries. Raises InputError where it is infinite."""
    if power >= 0:
        return fmpq(prod(n + 2 * j for j in range(power)))
    if n + 2 * power <= 0:
        raise InputError(f"E |Z|^{2 * power} is infinite for n = {n}")
    return fmpq(1, prod(n - 2 * j for j in range(1, -power + 1)))
