"""Claims about listed numbers: at which sizes and values they are made. Records only."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from flint import fmpq

from proofs.core.claims import Claim
from proofs.core.errors import InputError

Given = int | fmpq | tuple[tuple[int | fmpq, ...], ...]
"""A size, a number, or an array by rows (a vector is one row)."""
Values = tuple[tuple[str, Given], ...]
"""What symbols are at a point, by name."""


class Point(Protocol):
    """A point of a claim: it says the sizes at which it is."""

    @property
    def sizes(self) -> Values:
        """Sizes, and further numbers that the point gives, by name."""
        ...


@runtime_checkable
class Listing(Protocol):
    """A claim that is made at listed sizes and values. The hypotheses of the theorem must hold at all of them."""

    @property
    def listed(self) -> tuple[Values, ...]:
        """Sizes and values by name, for each point."""
        ...


@dataclass(frozen=True, kw_only=True)
class ListedClaim(Claim, ABC):
    """What these kinds share: their symbols stand for themselves, so they take no abbreviations and operators."""

    def __post_init__(self) -> None:
        if self.abbreviations or self.operators:
            raise InputError(f"claim {self.name!r}: claims about listed numbers take no abbreviations")

    @property
    @abstractmethod
    def listed(self) -> tuple[Values, ...]:
        """Sizes and values by name, for each point."""


@dataclass(frozen=True, kw_only=True)
class PointsClaim(ListedClaim):
    """A claim that is made at each of its points."""

    points: tuple[Point, ...]

    @property
    def listed(self) -> tuple[Values, ...]:
        """The sizes of the points."""
        return tuple(point.sizes for point in self.points)


def check_sizes(sizes: tuple[tuple[str, int], ...]) -> None:
    """Raise InputError unless the sizes are integers >= 1, each named once."""
    names = [name for name, _ in sizes]
    if len(set(names)) < len(names) or not all(type(size) is int and size >= 1 for _, size in sizes):
        raise InputError(f"sizes are integers >= 1, each named once, got {', '.join(f'{n} = {s}' for n, s in sizes)}")


def sizes_by_name(pairs: tuple[tuple[int, int], ...]) -> tuple[tuple[tuple[str, int], ...], ...]:
    """Pairs (d, n) with their names, each once. Raises InputError unless they are integers >= 1."""
    named = tuple((("d", d), ("n", n)) for d, n in dict.fromkeys(pairs))
    for pair in named:
        check_sizes(pair)
    return named


def check_array(name: str, rows: tuple[tuple[object, ...], ...]) -> None:
    """Raise InputError unless an array has at least one row and rows of one length, which is not 0."""
    lengths = {len(row) for row in rows}
    if len(lengths) != 1 or lengths == {0}:
        raise InputError(f"{name} is an array of rows of one length, at least 1, got rows of {sorted(lengths)} entries")
