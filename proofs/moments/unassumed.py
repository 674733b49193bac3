"""Covariances and variances of laws of which nothing is assumed: it is said which hypothesis to add."""

from collections.abc import Iterator, Sequence

from proofs.algebra.conditions import Condition, Property
from proofs.core.claims import Claim
from proofs.core.statement import Hypothesis, Predicate
from proofs.moments.dependence import laws, names_of
from proofs.moments.single import is_symbol, moved

PREDICATES = {
    Property.DEFINITE: Predicate.POSITIVE_DEFINITE,
    Property.SEMIDEFINITE: Predicate.POSITIVE_SEMIDEFINITE,
}


def unassumed(claim: Claim, hypotheses: Sequence[Hypothesis]) -> Iterator[str]:
    """One complaint for each symbol that must be semidefinite for a law to exist and that nothing else speaks of."""
    explained = {item.symbol for item in hypotheses} | {operator.letter for operator in claim.operators}
    explained |= {name for item in claim.abbreviations for name in names_of(item.symbol)}
    explained |= {name for item in moved(claim) for name in names_of(item)}
    conditions = {condition for law in laws(claim) for condition in law.conditions}
    for condition in sorted(conditions, key=lambda condition: condition.says):
        if condition.must_be in PREDICATES and is_symbol(condition.of) and not condition.names & explained:
            yield _told(condition)


def _told(condition: Condition) -> str:
    (name,) = condition.names
    predicate = Predicate.NONNEGATIVE if condition.of.is_scalar else PREDICATES[condition.must_be]
    return (
        f"{condition.says} is made of {name}, of which nothing is assumed: add Hypothesis({name!r}, {predicate}, ...)"
    )
