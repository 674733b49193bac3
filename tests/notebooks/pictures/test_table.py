"""All pictures: they build, their axes have labels, and they have a question and a home."""

from collections.abc import Callable
from functools import cache

import pytest
from matplotlib.figure import Figure

from notebooks.graph import uses_graph
from notebooks.pictures.style import STYLE
from notebooks.pictures.table import DRAWINGS, Drawing, drawings_of, homeless
from notebooks.pictures.uses import uses
from proofs.core.catalogue import catalogue

IDS = [drawing.name for drawing in DRAWINGS]


@cache
def drawn(place: int) -> Figure:
    return DRAWINGS[place].draw()


@pytest.mark.parametrize("place", range(len(DRAWINGS)), ids=IDS)
def test_every_panel_has_labels_of_its_own_or_of_its_row_and_column(place: int) -> None:
    figure = drawn(place)
    for axes in figure.axes:
        box = axes.get_position()
        below = [other for other in figure.axes if abs(other.get_position().x0 - box.x0) < 0.05]
        beside = [other for other in figure.axes if abs(other.get_position().y0 - box.y0) < 0.05]
        assert any(other.get_xlabel() for other in below)
        assert any(other.get_ylabel() or _named(other) for other in beside)


def _named(axes) -> bool:
    """Whether the ticks of the vertical axis are words."""
    return any(label.get_text().replace(" ", "").isalpha() for label in axes.get_yticklabels())


@pytest.mark.parametrize("place", range(len(DRAWINGS)), ids=IDS)
def test_labels_say_the_unit(place: int) -> None:
    labels = [text for axes in drawn(place).axes for text in (axes.get_xlabel(), axes.get_ylabel()) if text]
    plain = ("layers", "sampled contexts", "density", "standard errors")
    assert all("dimensionless" in text or any(word in text for word in plain) for text in labels)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=IDS)
def test_a_picture_answers_a_question(drawing: Drawing) -> None:
    assert drawing.question.endswith("?")
    assert drawing.reading
    assert set(drawing.theorems) <= catalogue().keys()


def test_every_picture_stands_in_some_notebook() -> None:
    placed = {d.name for identifier in catalogue() for d in drawings_of(identifier)}
    assert placed | {d.name for d in homeless(catalogue())} == set(IDS)
    assert {d.name for d in homeless({})} == set(IDS)


def test_the_style_of_the_reader_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    matplotlib = pytest.importorskip("matplotlib")
    monkeypatch.setitem(matplotlib.rcParams, "font.size", 30)
    figure = uses(uses_graph(catalogue()))
    assert figure.axes[0].xaxis.label.get_fontsize() == STYLE["font.size"]
    assert matplotlib.rcParams["font.size"] == 30


def test_what_uses_what(theorem: Callable) -> None:
    graph = uses_graph(catalogue())
    texts = [text for text in uses(graph).axes[0].texts if text.get_text()]
    places = {text.get_text(): text.get_position() for text in texts}
    assert len(texts) == len(catalogue())
    for identifier in catalogue():
        x, _ = places[identifier.partition(".")[2]]
        assert all(places[used.partition(".")[2]][0] < x for used in theorem(identifier).uses)
    arrows = [text for text in uses(graph).axes[0].texts if not text.get_text()]
    assert len(arrows) == sum(len(theorem(identifier).uses) for identifier in catalogue())
