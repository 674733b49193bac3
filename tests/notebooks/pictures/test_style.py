"""The common style of pictures: it holds inside a drawing, whatever the reader has set, and not outside."""

import matplotlib
import pytest
from matplotlib.figure import Figure

from notebooks.pictures.style import MARKERS, SERIES, STYLE, WIDTH, panels, styled


def test_the_style_of_the_reader_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(matplotlib.rcParams, "font.size", 30)
    seen = []

    @styled
    def drawing() -> Figure:
        seen.append({name: matplotlib.rcParams[name] for name in ("font.size", "axes.grid", "lines.linewidth")})
        return panels(1, 1, 2.0)[0]

    drawing()
    assert seen == [{name: STYLE[name] for name in seen[0]}]
    assert matplotlib.rcParams["font.size"] == 30


def test_panels_stand_in_reading_order() -> None:
    figure, found = panels(2, 3, 4.0, ratios=(1, 3))
    figure.draw_without_rendering()
    assert tuple(figure.get_size_inches()) == (WIDTH, 4.0)
    boxes = [axes.get_position() for axes in found]
    assert [(-round(box.y1, 3), round(box.x0, 3)) for box in boxes] == sorted(
        (-round(box.y1, 3), round(box.x0, 3)) for box in boxes
    )
    assert boxes[3].height > 2 * boxes[0].height


def test_series_can_be_told_apart() -> None:
    assert len(set(SERIES)) == len(SERIES) == len(set(MARKERS)) == len(MARKERS)
