"""Products that share their beginnings: every node is its parent times one factor, node 0 the empty product."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.intp]


@dataclass(frozen=True)
class Level:
    """Nodes of one length, their parents and the factors they add."""

    nodes: Places
    parents: Places
    factors: Places


@dataclass(frozen=True)
class Products:
    """Node k is node `parents[k]` times factor `factors[k]`; parents come first. `ends` are the products asked for."""

    parents: tuple[int, ...]
    factors: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.parents)

    @property
    def steps(self) -> list[tuple[int, int, int]]:
        """Node, parent and factor of every product but the empty one, in order."""
        return [(k, self.parents[k], self.factors[k]) for k in range(1, len(self))]

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """The nodes by length, shortest first, without the empty product."""
        lengths = [0] * len(self)
        for node, parent, _ in self.steps:
            lengths[node] = lengths[parent] + 1
        return tuple(self._level([k for k, found in enumerate(lengths) if found == wanted]) for wanted in
                     range(1, max(lengths) + 1))  # fmt: skip

    def _level(self, nodes: Sequence[int]) -> Level:
        parents, factors = [self.parents[k] for k in nodes], [self.factors[k] for k in nodes]
        return Level(np.array(nodes, np.intp), np.array(parents, np.intp), np.array(factors, np.intp))


def shared(sequences: Iterable[Sequence[int]]) -> Products:
    """The tree of the products of given factors, each sequence one product."""
    parents, factors, ends = [0], [0], []
    children: dict[tuple[int, int], int] = {}
    for sequence in sequences:
        node = 0
        for factor in sequence:
            if (node, factor) not in children:
                children[node, factor] = len(parents)
                parents.append(node)
                factors.append(factor)
            node = children[node, factor]
        ends.append(node)
    return Products(tuple(parents), tuple(factors), tuple(ends))
