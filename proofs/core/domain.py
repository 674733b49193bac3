"""Domains that kinds of claim bring with them: what a claim of the kind takes for granted of its symbols."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from proofs.core.statement import INTEGERS, Hypothesis, Predicate

Domain = tuple[tuple[str, Predicate], ...]
"""What is taken for granted of symbols, by name."""


@runtime_checkable
class OnDomain(Protocol):
    """A claim that holds on a domain; the theorem has to assume it, so that it is part of the statement."""

    @property
    def domain(self) -> Domain:
        """What the claim takes for granted of its symbols."""
        ...


def implies(stronger: Predicate, weaker: Predicate) -> bool:
    """Whether a number with the first property has the second one."""
    if weaker is Predicate.INTEGER:
        return stronger in INTEGERS
    if weaker in (Predicate.POSITIVE, Predicate.NONNEGATIVE):
        return stronger in (weaker, Predicate.POSITIVE, Predicate.AT_LEAST_ONE, Predicate.ELLIPTICAL, *INTEGERS)
    return stronger is weaker


def is_assumed(name: str, predicate: Predicate, hypotheses: Sequence[Hypothesis]) -> bool:
    """Whether some hypothesis on the symbol says at least that."""
    return any(item.symbol == name and implies(item.predicate, predicate) for item in hypotheses)
