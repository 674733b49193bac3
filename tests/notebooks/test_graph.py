"""What uses what, and an order in which to read."""

from pathlib import Path

import networkx as nx
import pytest

from notebooks.graph import generations, reading_order, uses_graph
from notebooks.overview import overview
from proofs.core.catalogue import catalogue
from proofs.core.errors import TheoremFileError
from verify.ledger import read_ledger

FILE = """\"\"\"A title.\"\"\"
from proofs.core.statement import Source
from proofs.core.theorem import Theorem


def theorem():
    return Theorem(Source("me"), (), (), uses=({uses}))
"""


def test_used_theorems_come_first(theorem) -> None:
    order = reading_order(uses_graph(catalogue()))
    assert sorted(order) == sorted(catalogue())
    for identifier in order:
        assert all(order.index(used) < order.index(identifier) for used in theorem(identifier).uses)


def test_each_generation_rests_on_the_one_before(theorem) -> None:
    first, *others = generations(uses_graph(catalogue()))
    assert all(not theorem(identifier).uses for identifier in first)
    before = set(first)
    for generation in others:
        assert all(set(theorem(identifier).uses) <= before for identifier in generation)
        before |= set(generation)


def test_a_circle_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    for name, uses in (("one", "'a.two',"), ("two", "'a.one',")):
        (folder / f"{name}.py").write_text(FILE.format(uses=uses))
    with pytest.raises(TheoremFileError, match="runs in a circle"):
        reading_order(uses_graph(catalogue(tmp_path)))


def test_the_order_does_not_depend_on_insertion() -> None:
    graph = nx.DiGraph([("c", "a"), ("b", "a")])
    other = nx.DiGraph([("b", "a"), ("c", "a")])
    assert reading_order(graph) == reading_order(other) == ["b", "c", "a"]


def test_the_overview_lists_every_theorem_in_that_order() -> None:
    table = overview(catalogue(), read_ledger()).cells[0].source
    places = [table.index(f"({identifier}.ipynb)") for identifier in reading_order(uses_graph(catalogue()))]
    assert places == sorted(places)
    assert table.count("PROVED") == sum(line.verdict.name == "PROVED" for line in read_ledger().values())
    assert "| new |" in overview(catalogue(), {}).cells[0].source
