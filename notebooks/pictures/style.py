"""What all pictures share: colours that colour-blind readers can tell apart, sizes, light grids."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import ParamSpec

from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.figure import Figure

P = ParamSpec("P")

BLACK, ORANGE, SKY, GREEN, YELLOW, BLUE, RED, PINK = (
    "#000000", "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7",
)  # fmt: skip
"""The palette of Okabe and Ito 2008."""
GREY = "#7F7F7F"
SERIES = (BLUE, ORANGE, GREEN, RED, PINK, SKY)
"""Colours for series, in the order of use; yellow is too light for lines."""
MARKERS = ("o", "s", "D", "^", "v", "P")
WIDTH = 9.0
"""The width of a picture in inches."""

STYLE = {
    "font.size": 10,
    "axes.titlesize": 10,
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "grid.color": "#DDDDDD",
    "grid.linewidth": 0.6,
    "legend.frameon": False,
    "legend.fontsize": 9,
    "lines.linewidth": 1.6,
    "lines.markersize": 5,
    "mathtext.fontset": "dejavusans",
}


def styled(draw: Callable[P, Figure]) -> Callable[P, Figure]:
    """The drawing function under the common style, whatever the reader's own settings are."""

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> Figure:
        with style.context(STYLE, after_reset=True):
            return draw(*args, **kwargs)

    return drawn


def panels(rows: int, columns: int, height: float, ratios: Sequence[float] | None = None) -> tuple[Figure, list[Axes]]:
    """A figure of the common width and its panels in reading order; `ratios` are relative heights of the rows."""
    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    grid = figure.subplots(rows, columns, squeeze=False, height_ratios=ratios)
    return figure, list(grid.flat)
