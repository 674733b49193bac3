"""The picture of what uses what: a box for each theorem, to the right of all that it uses, an arrow for each use."""

import networkx as nx

from notebooks.pictures.uses import uses

GRAPH = nx.DiGraph([("a.first", "b.second"), ("a.first", "b.third"), ("b.second", "b.third")])
GRAPH.add_node("c.alone")


def test_boxes_and_arrows() -> None:
    texts = uses(GRAPH).axes[0].texts
    places = {text.get_text(): text.get_position() for text in texts if text.get_text()}
    assert places.keys() == {"first", "second", "third", "alone"}
    assert places["first"][0] == places["alone"][0] < places["second"][0] < places["third"][0]
    assert places["first"][1] != places["alone"][1]
    assert sum(not text.get_text() for text in texts) == GRAPH.number_of_edges() == 3


def test_each_subject_has_its_colour() -> None:
    legend = uses(GRAPH).axes[0].get_legend()
    assert [text.get_text() for text in legend.get_texts()] == ["a", "b", "c"]
    assert len({line.get_color() for line in legend.get_lines()}) == 3
