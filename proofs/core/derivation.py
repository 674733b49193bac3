"""Derivations: chains of steps from one side of a claim to the other, each closed by a rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class Expression(Protocol):
    """Anything with a shape that can stand on a side of an equation."""

    @property
    def shape(self) -> tuple[str, str]:
        """Row and column dimension by name."""
        ...


@dataclass(frozen=True)
class Definition:
    """A letter or scalar that abbreviates an expression, e.g. K for E g g'."""

    symbol: Expression
    value: Expression


@dataclass(frozen=True)
class Reciprocal:
    """A scalar that stands for one over a positive sum of scalars, e.g. eta = 1 / (n + d + 1)."""

    symbol: Expression
    of: Expression


@dataclass(frozen=True)
class DiagonalPart:
    """A symmetric letter that stands for the diagonal matrix with the diagonal of a square expression."""

    symbol: Expression
    of: Expression


Abbreviation = Definition | Reciprocal | DiagonalPart


class Rule(Protocol):
    """A way to close a step. `reference` says where the rule is proved."""

    @property
    def name(self) -> str:
        """The name that reports print."""
        ...

    @property
    def reference(self) -> str:
        """Where the rule is proved or stated."""
        ...

    def closes(self, left: Expression, right: Expression, given: Sequence[Abbreviation]) -> bool:
        """Whether left = right follows; the rule checks its own precondition and answers False if it fails."""
        ...


@dataclass(frozen=True)
class Step:
    """One link: from where the chain stands to `to`, by a rule."""

    to: Expression
    by: Rule
    note: str = ""
