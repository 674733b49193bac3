"""For which values of its symbols a claim is settled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from typing import TypeGuard


@dataclass(frozen=True)
class Scope:
    """Symbols that stay symbolic, ranges of integers for the others, and the number of listed instances (0: none).

    `cases` names the instances where these are few and each counts, e.g. "d = 2, n = 3"; `conditions` are upper bounds
    under which alone all of it is settled, e.g. "n <= d".
    """

    symbolic: frozenset[str] = frozenset()
    ranges: tuple[tuple[str, int, int], ...] = ()
    instances: int = 0
    cases: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()

    def __str__(self) -> str:
        parts = []
        if self.symbolic:
            parts.append("all " + ", ".join(sorted(self.symbolic)))
        if self.conditions:
            parts = [" with ".join([*parts, ", ".join(sorted(self.conditions))])]
        if self.cases:
            return "; ".join([*parts, *(f"({case})" for case in sorted(self.cases))])
        parts += [_range_text(*item) for item in self.ranges]
        if self.instances:
            parts.append(f"{self.instances} instance{'s' if self.instances > 1 else ''}")
        return "; ".join(parts) or "no free symbol"

    def covers(self, other: "Scope") -> bool:
        """Whether everything that `other` settles is settled here. A scope without any symbol settles nothing else."""
        nothing = Scope()
        if nothing in (self, other):
            return other == nothing
        mine = {name: (low, high) for name, low, high in self.ranges}
        if not (other.symbolic <= self.symbolic and self.conditions <= other.conditions):
            return False
        for name, low, high in other.ranges:
            if name not in self.symbolic and not (name in mine and mine[name][0] <= low and high <= mine[name][1]):
                return False
        if self.cases and not other.cases <= self.cases:
            return False
        return not self.instances or 0 < other.instances <= self.instances

    def meet(self, other: "Scope") -> "Scope":
        """The scope of two claims of one theorem together: what both leave symbolic, where both ranges overlap."""
        ranges: dict[str, tuple[int, int]] = {}
        for name, low, high in self.ranges + other.ranges:
            old = ranges.get(name, (low, high))
            ranges[name] = max(low, old[0]), min(high, old[1])
        fewest = [count for count in (self.instances, other.instances) if count]
        return Scope(
            self.symbolic & other.symbolic,
            tuple((name, *ends) for name, ends in sorted(ranges.items())),
            min(fewest, default=0),
            self.cases & other.cases if self.cases and other.cases else self.cases | other.cases,
            self.conditions | other.conditions,
        )

    @staticmethod
    def of_all(scopes: Iterable["Scope"]) -> "Scope":
        """The meet of several scopes; of none, the empty scope."""
        listed = list(scopes)
        return reduce(Scope.meet, listed) if listed else Scope()

    def within(self, used: "Scope") -> "Scope":
        """This scope, narrowed to the ranges and instances of a theorem that is used."""
        return self.meet(replace(used, symbolic=self.symbolic - {name for name, _, _ in used.ranges}))

    def as_data(self) -> dict[str, object]:
        """The scope as plain data, for JSON and for the ledger."""
        data: dict[str, object] = {"symbolic": sorted(self.symbolic)}
        if self.ranges:
            data["ranges"] = {name: [low, high] for name, low, high in self.ranges}
        if self.instances:
            data["instances"] = self.instances
        if self.cases:
            data["cases"] = sorted(self.cases)
        if self.conditions:
            data["conditions"] = sorted(self.conditions)
        return data

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> "Scope":
        """The scope from what `as_data` gives. Raises ValueError if it is not of that form."""
        symbolic, ranges, instances = data.get("symbolic", []), data.get("ranges", {}), data.get("instances", 0)
        cases, conditions = data.get("cases", []), data.get("conditions", [])
        expected = (
            "a scope has lists `symbolic`, `cases` and `conditions`, a table `ranges` and a number `instances`, "
            f"got {data}"
        )
        if not isinstance(symbolic, list) or not isinstance(ranges, dict) or not isinstance(instances, int):
            raise ValueError(expected)
        if not _are_texts(cases) or not _are_texts(conditions):
            raise ValueError(expected)
        try:
            ends = tuple(sorted((name, low, high) for name, (low, high) in ranges.items()))
            return cls(frozenset(symbolic), ends, instances, frozenset(cases), frozenset(conditions))
        except TypeError as error:
            raise ValueError(expected) from error


def _are_texts(data: object) -> TypeGuard[list[str]]:
    return isinstance(data, list) and all(isinstance(text, str) for text in data)


def _range_text(name: str, low: int, high: int) -> str:
    if low > high:
        return f"no {name}"
    return f"{name} = {low}..{high}" if low < high else f"{name} = {low}"
