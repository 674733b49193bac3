"""What uses what, and an order in which to read."""

from pathlib import Path

import networkx as nx
import pytest

from notebooks.graph import generations, reading_order, uses_graph
from proofs.core.catalogue import Entry, catalogue
from proofs.core.errors import TheoremFileError

FILE = """\"\"\"A title.\"\"\"
from proofs.core.statement import Source
from proofs.core.theorem import Theorem


def theorem():
    return Theorem(Source("me"), (), (), uses=({uses}))
"""


@pytest.fixture
def chain(tmp_path: Path) -> dict[str, Entry]:
    """a.last uses a.first and b.middle, which uses a.first; c.alone uses nothing and is not used."""
    used = {"a.last": ("a.first", "b.middle"), "b.middle": ("a.first",), "a.first": (), "c.alone": ()}
    for identifier, names in used.items():
        path = tmp_path / f"{identifier.replace('.', '/')}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(FILE.format(uses="".join(f"{name!r}, " for name in names)))
    return catalogue(tmp_path)


def test_used_theorems_come_first(chain: dict[str, Entry]) -> None:
    assert reading_order(uses_graph(chain)) == ["a.first", "c.alone", "b.middle", "a.last"]


def test_each_generation_rests_on_the_one_before(chain: dict[str, Entry]) -> None:
    assert generations(uses_graph(chain)) == [["a.first", "c.alone"], ["b.middle"], ["a.last"]]


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
