"""Which theorem uses which."""

import networkx as nx
from matplotlib.figure import Figure

from notebooks.graph import generations
from notebooks.pictures.style import BLUE, GREEN, GREY, ORANGE, PINK, RED, SKY, panels, styled

SUBJECTS = (BLUE, ORANGE, GREEN, RED, PINK, SKY)


@styled
def uses(graph: nx.DiGraph) -> Figure:
    """What rests on what?

    An arrow leads from a theorem to each one that uses it. Each column uses only what stands further to the left; the
    colours are those of the subjects. Theorems that use nothing and are used by none stand in the first column.
    """
    columns = generations(graph)
    tallest = max(map(len, columns), default=1)
    figure, (axes,) = panels(1, 1, max(2.0, 0.36 * tallest))
    places = {
        identifier: (column, -height * tallest / (len(group) + 1))
        for column, group in enumerate(columns)
        for height, identifier in enumerate(group, 1)
    }
    subjects = sorted({identifier.partition(".")[0] for identifier in graph})
    colours = dict(zip(subjects, SUBJECTS, strict=False))
    boxes = {}
    for identifier, place in places.items():
        subject, _, conclusion = identifier.partition(".")
        box = {"boxstyle": "round", "facecolor": "white", "edgecolor": colours.get(subject, GREY)}
        shown = axes.annotate(conclusion, place, ha="center", va="center", fontsize=9, bbox=box, zorder=3)
        boxes[identifier] = shown.get_bbox_patch()
    for used, user in graph.edges:
        ends = {"patchA": boxes[used], "patchB": boxes[user], "shrinkA": 0, "shrinkB": 1}
        line = {"arrowstyle": "-|>", "color": GREY, "linewidth": 1, "connectionstyle": "arc3,rad=0.08", **ends}
        axes.annotate("", places[user], places[used], arrowprops=line, zorder=1)
    for subject, colour in colours.items():
        axes.plot([], [], color=colour, marker="s", linestyle="", label=subject)
    axes.set(xlim=(-0.5, len(columns) - 0.5), ylim=(-tallest, 0))
    axes.set_axis_off()
    axes.legend(loc="lower right")
    return figure
