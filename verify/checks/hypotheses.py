"""What a claim lists and takes for granted, against the hypotheses of its theorem."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from flint import fmpq, fmpq_mat

from proofs.core.claims import Claim
from proofs.core.domain import OnDomain, implies, is_assumed
from proofs.core.errors import InputError
from proofs.core.points import Listing, Values
from proofs.core.statement import INTEGERS, Hypothesis, Predicate
from verify.sweep.instance import Instance, Shape, satisfies
from verify.sweep.properties import FLOORS

ALONE = (Predicate.INTEGER, Predicate.AT_LEAST_TWO, Predicate.AT_LEAST_ONE)
"""What is assumed of a number whatever d is."""
SCALAR = (Predicate.POSITIVE, Predicate.NONNEGATIVE, Predicate.ANY, *FLOORS)
"""What is assumed of numbers and of entries."""


def refuse_against(claim: Claim, hypotheses: Sequence[Hypothesis]) -> None:
    """Raise InputError where the hypotheses exclude a point of the claim, or lack what its kind takes for granted."""
    if isinstance(claim, Listing):
        for values in claim.listed:
            refuse_point(claim.name, values, hypotheses)
    if isinstance(claim, OnDomain):
        refuse_domain(claim, claim.name, hypotheses)


def is_refused(claim: Claim, hypotheses: Sequence[Hypothesis]) -> bool:
    """Whether `refuse_against` raises."""
    try:
        refuse_against(claim, hypotheses)
    except InputError:
        return True
    return False


def refuse_domain(claim: OnDomain, name: str, hypotheses: Sequence[Hypothesis]) -> None:
    """Raise InputError unless the theorem assumes what the claim takes for granted."""
    for symbol, predicate in claim.domain:
        if not is_assumed(symbol, predicate, hypotheses):
            said = " and ".join(str(item) for item in hypotheses if item.symbol == symbol) or f"nothing of {symbol}"
            raise InputError(
                f"claim {name!r} is made for {symbol} {predicate.value}, the theorem assumes {said}: add "
                f"Hypothesis({symbol!r}, Predicate.{predicate.name}, ...)"
            )


def refuse_point(name: str, values: Values, hypotheses: Sequence[Hypothesis]) -> None:
    """Raise InputError unless all hypotheses on the symbols of a point, and on sizes beside them, hold there."""
    where = ", ".join(f"{symbol} = {value}" for symbol, value in values if not isinstance(value, tuple))
    numbers = {symbol: fmpq(value) for symbol, value in values if not isinstance(value, tuple)}
    matrices = {symbol: as_matrix(value) for symbol, value in values if isinstance(value, tuple)}
    instance = Instance(Shape(1, 1), matrices, {}, {"d": fmpq(1)} | numbers, {})
    for hypothesis in hypotheses:
        if hypothesis.symbol in numbers:
            _refuse_without_d(name, hypothesis, numbers)
        if hypothesis.symbol in {*numbers, *matrices} and not satisfies(_read(instance, hypothesis), (hypothesis,)):
            raise InputError(
                f"claim {name!r}: the hypothesis {hypothesis} excludes the point {where}; list other points"
            )


def refuse_simplex(name: str, symbols: Collection[str], hypotheses: Sequence[Hypothesis]) -> None:
    """Raise InputError for a hypothesis on symbols that the claim takes as positive with sum 1, but for signs."""
    for item in hypotheses:
        if item.symbol in symbols and not implies(Predicate.POSITIVE, item.predicate):
            raise InputError(
                f"claim {name!r}: the entries of {item.symbol} are positive with sum 1, the theorem says {item}; drop "
                "the hypothesis or rename the symbol"
            )


def _read(instance: Instance, hypothesis: Hypothesis) -> Instance:
    """The instance with a number as a 1 x 1 matrix where the hypothesis is one on matrices."""
    name = hypothesis.symbol
    if name not in instance.numbers or hypothesis.predicate in (*INTEGERS, *SCALAR):
        return instance
    numbers = {other: value for other, value in instance.numbers.items() if other != name}
    matrices = instance.matrices | {name: fmpq_mat(1, 1, [instance.numbers[name]])}
    return replace(instance, numbers=numbers, matrices=matrices)


def _refuse_without_d(name: str, hypothesis: Hypothesis, numbers: Mapping[str, fmpq]) -> None:
    if "d" not in numbers and hypothesis.predicate in (*INTEGERS, *FLOORS) and hypothesis.predicate not in ALONE:
        raise InputError(f"claim {name!r}: the hypothesis {hypothesis} needs points that say d; add it to their sizes")


def as_matrix(rows: Iterable[Iterable[int | fmpq]]) -> fmpq_mat:
    """An array by rows as a matrix."""
    entries = [[fmpq(entry) for entry in row] for row in rows]
    return fmpq_mat(len(entries), len(entries[0]), [entry for row in entries for entry in row])
