"""Which theorem rests on which, as a drawing: the layout is networkx's, a column for each generation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from proofs.core.verdict import Verdict
from verify.report import TheoremReport

WIDTH, HEIGHT = 172, 44
COLUMN, ROW = 232, 58
MARGIN = 8


@dataclass(frozen=True)
class Node:
    """A box with its upper left corner, in pixels; the subject and the conclusion are the two parts of the id."""

    id: str
    x: float
    y: float
    verdict: Verdict

    @property
    def subject(self) -> str:
        """What stands in front of the point; empty for a file outside the package."""
        return self.id.rpartition(".")[0]

    @property
    def conclusion(self) -> str:
        """What stands behind the point."""
        return self.id.rpartition(".")[2]


@dataclass(frozen=True)
class Edge:
    """An arrow from the right side of a theorem to the left side of one that uses it."""

    used: str
    by: str
    start: tuple[float, float]
    end: tuple[float, float]

    @property
    def path(self) -> str:
        """The arrow as an SVG path that leaves and arrives horizontally."""
        (a, b), (c, d) = self.start, self.end
        middle = (a + c) / 2
        return f"M{a:g} {b:g}C{middle:g} {b:g} {middle:g} {d:g} {c:g} {d:g}"


@dataclass(frozen=True)
class Graph:
    """The drawing with its size in pixels."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: float
    height: float

    @property
    def in_words(self) -> str:
        """What the drawing shows."""
        uses = [f"{edge.by} uses {edge.used}" for edge in self.edges]
        return "; ".join(uses) + "." if uses else "No theorem uses another."


def graph(reports: Sequence[TheoremReport]) -> Graph:
    """The reported theorems, used ones left of those that use them."""
    verdicts = {report.id: report.verdict for report in reports}
    uses = [(used, report.id) for report in reports for used in report.uses if used in verdicts]
    columns = _columns(verdicts, uses)
    places = _places(columns)
    nodes = tuple(Node(name, *places[name], verdicts[name]) for column in columns for name in column)
    edges = tuple(Edge(used, by, _right(places[used]), _left(places[by])) for used, by in sorted(uses))
    rows = max(map(len, columns), default=0)
    return Graph(nodes, edges, _extent(len(columns), COLUMN, WIDTH), _extent(rows, ROW, HEIGHT))


def _columns(verdicts: Mapping[str, Verdict], uses: Sequence[tuple[str, str]]) -> list[list[str]]:
    """The generations: a theorem stands right of all that it uses."""
    directed = nx.DiGraph()
    directed.add_nodes_from(verdicts)
    directed.add_edges_from(uses)
    return [sorted(generation) for generation in nx.topological_generations(directed)]


def _places(columns: Sequence[Sequence[str]]) -> dict[str, tuple[float, float]]:
    """The corners of the boxes: networkx spreads and centres the columns at equal distances, here made pixels."""
    directed = nx.DiGraph()
    directed.add_nodes_from(name for column in columns for name in column)
    centres = nx.multipartite_layout(directed, subset_key=dict(enumerate(columns)))
    across, down = [float(x) for x, _ in centres.values()], [float(y) for _, y in centres.values()]
    distance = _distance(across, len(columns)) or _distance(down, len(directed)) or 1
    return {
        name: (_pixels(x - min(across), COLUMN / distance), _pixels(y - min(down), ROW / distance))
        for name, x, y in zip(centres, across, down, strict=True)
    }


def _distance(places: Sequence[float], count: int) -> float:
    return (max(places) - min(places)) / (count - 1) if count > 1 else 0


def _pixels(place: float, scale: float) -> float:
    return round(place * scale + MARGIN, 1)


def _right(corner: tuple[float, float]) -> tuple[float, float]:
    return corner[0] + WIDTH, corner[1] + HEIGHT / 2


def _left(corner: tuple[float, float]) -> tuple[float, float]:
    return corner[0], corner[1] + HEIGHT / 2


def _extent(count: int, distance: int, size: int) -> float:
    return max(count - 1, 0) * distance + size + 2 * MARGIN
