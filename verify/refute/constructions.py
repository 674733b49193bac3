"""False neighbours of claims on programs and their layers."""

from collections.abc import Iterator
from dataclasses import replace

import sympy as sp

from proofs.algebra.abbreviation import polynomial
from proofs.core.programs import Construction
from proofs.core.rates import Rate
from proofs.core.theorem import Control


def construction(claim: Construction) -> Iterator[Control]:
    """Another output, the first that is not zero; other sizes."""
    c_0, c_1, c_2 = claim.width
    for place, (column, block, value) in enumerate(claim.outputs):
        if polynomial(value).terms:
            twice = (column, block, 2 * polynomial(value))
            outputs = (*claim.outputs[:place], twice, *claim.outputs[place + 1 :])
            yield Control("twice the first output", replace(claim, outputs=outputs))
            break
    yield Control("a row less", replace(claim, width=(c_0 - 1, c_1, c_2)))
    yield Control("a layer less", replace(claim, depth=claim.depth - 1))
    yield Control("twice the inner units", replace(claim, hidden=(2 * claim.hidden[0], *claim.hidden[1:]))
                  if claim.hidden[0] else replace(claim, hidden=(1, *claim.hidden[1:])))  # fmt: skip


def rate(claim: Rate) -> Iterator[Control]:
    """A bound below the error where the bound is the leading term, up to its sign; other leading terms."""
    if sp.expand(claim.bound**2 - claim.leading**2) == 0:
        yield Control("nine tenths of the bound", replace(claim, bound=claim.bound * sp.Rational(9, 10)))
    yield Control("twice the leading term", replace(claim, leading=2 * claim.leading))
    yield Control("the other sign", replace(claim, leading=-claim.leading))
