"""Local minima of three layers that are not global, beside the best multiples of the identity."""

import re
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from notebooks.pictures.step_sizes import best_steps
from notebooks.pictures.style import BLUE, GREY, ORANGE, panels, styled
from proofs.core.catalogue import catalogue
from proofs.core.listed import LocalMinimum, Located

THEOREM = "many_layers.spurious_minima"
ENTRY = re.compile(r"A_(\d+)\[(\d+),\2\]")


def listed(identifier: str = THEOREM) -> tuple[Located, ...]:
    """The points of the claim of a theorem of the catalogue."""
    (claim,) = (claim for claim in catalogue()[identifier].load().claims if isinstance(claim, LocalMinimum))
    return claim.points


def diagonals(point: Located) -> list[list[float]]:
    """The diagonals of A_0, A_1, ... of a point, from its entries A_l[i,i]."""
    found: dict[int, dict[int, float]] = {}
    for name, digits in point.entries:
        place = ENTRY.fullmatch(name)
        if place is not None:
            found.setdefault(int(place[1]), {})[int(place[2])] = float(digits)
    return [[entries[i] for i in sorted(entries)] for _, entries in sorted(found.items())]


@styled
def spurious(points: Sequence[Located] | None = None) -> Figure:
    """What do the layers do at a local minimum that is not global?

    Each layer of the local minimum is a diagonal matrix, drawn as the point (A_l[0,0], A_l[1,1]); multiples of the
    identity lie on the grey line, and the squares there are the best step sizes. At the local minimum two layers leave
    the line on opposite sides: the two coordinates take their two smaller steps in opposite order. The loss, in the
    titles beside that of the best multiples of the identity, is higher for it.
    """
    found = listed() if points is None else points
    columns = min(3, len(found))
    rows = -(-len(found) // columns)
    figure, axes = panels(rows, columns, 0.6 + 2.9 * rows)
    for place, (panel, point) in enumerate(zip(axes, found, strict=False)):
        _panel(panel, point)
        if place % columns == 0:
            panel.set_ylabel("$A_l[1,1]$ (dimensionless)")
        if place >= len(found) - columns:
            panel.set_xlabel("$A_l[0,0]$ (dimensionless)")
    figure.legend(*axes[0].get_legend_handles_labels(), loc="outside lower center", ncols=4)
    return figure


def _panel(axes: Axes, point: Located) -> None:
    sizes, layers = dict(point.sizes), diagonals(point)
    steps = best_steps(sizes["n"], sizes["d"], len(layers))
    end = 1.1 * max(*steps, *(entry for layer in layers for entry in layer))
    axes.plot([0, end], [0, end], color=GREY, linewidth=1)
    axes.plot(steps, steps, color=ORANGE, marker="s", linestyle="", label="best multiples of $I$")
    for number, (layer, marker) in enumerate(zip(layers, ("o", "D", "^", "v", "P"), strict=False)):
        axes.plot(*layer, color=BLUE, marker=marker, linestyle="", label=f"$A_{number}$ of the local minimum")
    best = "" if point.exceeds is None else f", best {int(point.exceeds.p) / int(point.exceeds.q):.4f}"
    axes.set_title(f"$n = {sizes['n']}$: {float(point.value):.4f}{best}")
    axes.set_aspect("equal")
    axes.set_xticks(axes.get_yticks())
    axes.set(xlim=(0, end), ylim=(0, end))
