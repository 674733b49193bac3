"""False neighbours of claims on labels of random functions."""

from collections.abc import Iterator
from dataclasses import replace

from proofs.algebra.abbreviation import polynomial
from proofs.core.functions import InvariantMean, LessLoss, RotationInvariant
from proofs.core.ridge_functions import RidgeFunctions
from proofs.core.theorem import Control
from verify.refute.formulas import abbreviations, formulas


def rotation_invariant(claim: RotationInvariant) -> Iterator[Control]:
    """Other abbreviations, another estimate, another value."""
    for changed, given in abbreviations(claim.abbreviations):
        yield Control(changed, replace(claim, abbreviations=given))
    yield Control("twice the estimate", replace(claim, estimate=2 * polynomial(claim.estimate)))
    for changed, formula in formulas(polynomial(claim.value)):
        yield Control(f"{changed} in the value", replace(claim, value=formula))


def invariant_mean(claim: InvariantMean) -> Iterator[Control]:
    """Other right sides."""
    right = polynomial(claim.right)
    yield Control("one more on the right", replace(claim, right=right + 1))
    yield Control("twice the right, less one", replace(claim, right=2 * right - 1))


def less_loss(claim: LessLoss) -> Iterator[Control]:
    """Other losses, another size."""
    yield Control("twice the loss", replace(claim, loss=2 * claim.loss))
    yield Control("twice the least loss", replace(claim, least=2 * claim.least))
    yield Control("one example more", replace(claim, context=claim.context + 1))


def ridge_functions(claim: RidgeFunctions) -> Iterator[Control]:
    """Other moments, another function."""
    yield Control("twice the signal", replace(claim, signal=2 * claim.signal))
    yield Control("twice the power", replace(claim, power=2 * claim.power))
    yield Control("below and above exchanged, one of them doubled",
                  replace(claim, below=claim.above, above=2 * claim.below - 1))  # fmt: skip
