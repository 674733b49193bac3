"""Values that a claim gives to symbols: one for each, or the statement would say two things and a check see one."""

from collections import Counter
from collections.abc import Iterator

from proofs.core.claims import Claim, Equality, Implements, LowerBound, ModelClaim
from proofs.core.derivation import Expression
from proofs.core.flow import Flow
from proofs.core.functions import LessLoss, RotationInvariant
from proofs.core.listed import LocalMinimum
from proofs.moments.dependence import names_of
from proofs.moments.single import cited

Pairs = tuple[tuple[Expression, Expression], ...]
"""Symbols with their values."""


def assigned_twice(claim: Claim) -> Iterator[str]:
    """Symbols and blocks of weights that are given two values at once."""
    for what, names in assigned(claim):
        yield from (f"{name} has two values in {what}; keep one" for name, count in Counter(names).items() if count > 1)


def assigned(claim: Claim) -> Iterator[tuple[str, list[str]]]:
    """What gives values, in words, and the names of what it gives values to."""
    for what, pairs in assignments(claim):
        yield what, [name for symbol, _ in pairs for name in names_of(symbol)]
    if isinstance(claim, LessLoss):
        yield "the blocks", [name for name, _ in claim.blocks]
    if isinstance(claim, ModelClaim) and claim.experiment is not None:
        yield "the blocks of the model", [name for name, _ in claim.experiment.blocks]


def assignments(claim: Claim) -> Iterator[tuple[str, Pairs]]:
    """The symbols with their values, for kinds that give some."""
    match claim:
        case LowerBound() | RotationInvariant():
            yield "the minimizer", claim.minimizer
        case Implements():
            yield "the weights", claim.weights
        case Flow():
            yield "the start of the flow", claim.start
        case LocalMinimum():
            yield from (("a symmetry", velocities) for velocities in claim.symmetries)
        case Equality():
            yield from ((f"the citation of {rule.name}", rule.where) for rule in cited(claim))
