"""What uses what: the theorems as a directed graph, and an order in which to read them."""

from collections.abc import Mapping, Sequence

import networkx as nx

from proofs.core.catalogue import Entry
from proofs.core.errors import TheoremFileError


def uses_graph(entries: Mapping[str, Entry]) -> nx.DiGraph:
    """An edge from every theorem to each that uses it. Raises TheoremFileError if a file does not load."""
    graph = nx.DiGraph()
    for identifier, item in sorted(entries.items()):
        graph.add_node(identifier)
        graph.add_edges_from((used, identifier) for used in item.load().uses)
    return graph


def reading_order(graph: nx.DiGraph) -> list[str]:
    """The theorems, used ones first, in the order of their ids where nothing else decides.

    Raises TheoremFileError if `uses` runs in a circle.
    """
    return [identifier for generation in generations(graph) for identifier in generation]


def generations(graph: nx.DiGraph) -> Sequence[Sequence[str]]:
    """The theorems in layers: each uses only such of earlier layers. Raises TheoremFileError for a circle."""
    try:
        return [sorted(generation) for generation in nx.topological_generations(graph)]
    except nx.NetworkXUnfeasible as error:
        raise TheoremFileError(f"`uses` runs in a circle: {nx.find_cycle(graph)}") from error
