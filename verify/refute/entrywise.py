"""False neighbours of claims on sums of entries."""

from collections.abc import Iterator
from dataclasses import replace

import sympy as sp

from proofs.core.theorem import Control
from proofs.entrywise.claims import (
    DifferentValues,
    EntrywiseIdentity,
    Expansion,
    Inequality,
    Lipschitz,
    LooseBound,
    OpposedShifts,
)
from verify.refute.listed import next_digit


def identity(claim: EntrywiseIdentity) -> Iterator[Control]:
    """Another coefficient, a term dropped."""
    if claim.right.terms:
        yield Control("twice the right", replace(claim, right=2 * claim.right))
    for place in range(len(claim.right.terms)):
        terms = claim.right.terms[:place] + claim.right.terms[place + 1 :]
        right = replace(claim.right, terms=terms)
        if right.free == claim.right.free:
            yield Control(f"term {place + 1} dropped on the right", replace(claim, right=right))


def different_values(claim: DifferentValues) -> Iterator[Control]:
    """The same value twice, other values."""
    one, other = claim.found
    kept = {symbol.name for symbol in (*claim.left.symbols, *claim.simplex)}
    values = tuple(item for item in claim.values if item[0] in kept)
    yield Control("the left twice", replace(claim, right=claim.left, values=values))
    yield Control("the first value raised by one", replace(claim, found=(one + 1, other)))
    yield Control("the second value raised by one", replace(claim, found=(one, other + 1)))


def expansion(claim: Expansion) -> Iterator[Control]:
    """Other derivatives, another order."""
    yield Control("twice the first derivative", replace(claim, first=2 * claim.first))
    yield Control("twice the second derivative", replace(claim, second=2 * claim.second))
    yield Control("one order more", replace(claim, order=claim.order + 1))


def inequality(claim: Inequality) -> Iterator[Control]:
    """The sides exchanged, a larger side that is too small, a smaller one that is too large."""
    yield Control("the sides exchanged", replace(claim, smaller=claim.larger, larger=claim.smaller))
    yield Control("nine tenths of the larger side", replace(claim, larger=claim.larger * sp.Rational(9, 10)))
    yield Control("a hundredth more on the smaller side", replace(claim, smaller=claim.smaller + sp.Rational(1, 100)))


def lipschitz(claim: Lipschitz) -> Iterator[Control]:
    """Other constants, a part counted twice."""
    yield Control("half the constant", replace(claim, constant=claim.constant / 2))
    yield Control("twice the constant", replace(claim, constant=2 * claim.constant))
    yield Control("a part counted twice", replace(claim, upper=(*claim.upper, claim.upper[0])))


def loose_bound(claim: LooseBound) -> Iterator[Control]:
    """A steeper slope, less growth."""
    yield Control("a slope of 100", replace(claim, slope=claim.slope * 200))
    yield Control("growth a thousandth", replace(claim, growth=claim.growth / 10**4))


def opposed_shifts(claim: OpposedShifts) -> Iterator[Control]:
    """The last digit, the update with the other sign."""
    yield Control("the last digit of the cosine", replace(claim, cosine=next_digit(claim.cosine)))
    yield Control("the update with the other sign", replace(claim, update=-claim.update))
