"""Another way to a result beside ours: the results are compared, then both are timed in turn."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Generic, TypeVar

from benchmarks.clock import once, typical

ROUNDS = 5

Theirs = TypeVar("Theirs")
Ours = TypeVar("Ours")


def just_one(theirs: object) -> float:
    """One run gives the result."""
    return 1.0


@dataclass(frozen=True)
class Rival(Generic[Theirs, Ours]):
    """Another way to a result. `runs` says, from the result of one run, how many such runs it takes to get there."""

    title: str
    other: Callable[[], Theirs]
    ours: Callable[[], Ours]
    agrees: Callable[[Theirs, Ours], bool]
    runs: Callable[[Theirs], float] = just_one


def race(rival: Rival[Theirs, Ours]) -> tuple[float, float]:
    """Median CPU seconds of the other way and of ours. Raises ArithmeticError if their results differ."""
    theirs = rival.other()
    if not rival.agrees(theirs, rival.ours()):
        raise ArithmeticError(f"{rival.title}: the two results differ")
    rounds = [(once(rival.other), typical(rival.ours, budget=0.05)) for _ in range(ROUNDS)]
    return rival.runs(theirs) * median(other for other, _ in rounds), median(ours for _, ours in rounds)
