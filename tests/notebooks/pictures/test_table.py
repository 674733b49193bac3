"""All pictures: they build, their axes have labels, and they have a question and a home."""

import pytest

from notebooks.pictures.table import DRAWINGS, Drawing, drawings_of, homeless
from proofs.core.catalogue import catalogue

IDS = [drawing.name for drawing in DRAWINGS]


@pytest.mark.slow
@pytest.mark.parametrize("place", range(len(DRAWINGS)), ids=IDS)
def test_every_panel_has_labels_with_units_of_its_own_or_of_its_row_and_column(place: int) -> None:
    figure = DRAWINGS[place].draw()
    for axes in figure.axes:
        box = axes.get_position()
        below = [other for other in figure.axes if abs(other.get_position().x0 - box.x0) < 0.05]
        beside = [other for other in figure.axes if abs(other.get_position().y0 - box.y0) < 0.05]
        assert any(other.get_xlabel() for other in below)
        assert any(other.get_ylabel() or _named(other) for other in beside)
    labels = [text for axes in figure.axes for text in (axes.get_xlabel(), axes.get_ylabel()) if text]
    plain = ("layers", "sampled contexts", "density", "standard errors")
    assert all("dimensionless" in text or any(word in text for word in plain) for text in labels), "a unit"


def _named(axes) -> bool:
    """Whether the ticks of the vertical axis are words."""
    return any(label.get_text().replace(" ", "").isalpha() for label in axes.get_yticklabels())


@pytest.mark.parametrize("drawing", DRAWINGS, ids=IDS)
def test_a_picture_answers_a_question(drawing: Drawing) -> None:
    assert drawing.question.endswith("?")
    assert drawing.reading
    assert set(drawing.theorems) <= catalogue().keys()


def test_every_picture_stands_in_some_notebook() -> None:
    placed = {d.name for identifier in catalogue() for d in drawings_of(identifier)}
    assert placed | {d.name for d in homeless(catalogue())} == set(IDS)
    assert {d.name for d in homeless({})} == set(IDS)
