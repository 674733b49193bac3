"""Which pictures there are, and in which notebooks they stand."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from inspect import getdoc

from matplotlib.figure import Figure

from notebooks.pictures.heavy_tails import heavy_tails
from notebooks.pictures.input_laws import input_laws
from notebooks.pictures.landscape import landscape
from notebooks.pictures.layer_errors import layer_errors
from notebooks.pictures.learners import learners
from notebooks.pictures.loss_curves import loss_curves
from notebooks.pictures.merging import merging
from notebooks.pictures.preconditioner import preconditioner
from notebooks.pictures.softmax_moves import softmax_moves
from notebooks.pictures.spurious import spurious
from notebooks.pictures.step_sizes import step_sizes


@dataclass(frozen=True)
class Drawing:
    """A picture: the function that draws it, with its default parameters, and the theorems it belongs to.

    Its docstring is the question that the picture is made for, and how to read it.
    """

    draw: Callable[[], Figure]
    theorems: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of the function and of its module."""
        return self.draw.__name__

    @property
    def question(self) -> str:
        """The first line of the docstring."""
        return (getdoc(self.draw) or self.name).splitlines()[0]

    @property
    def reading(self) -> str:
        """The rest of the docstring."""
        return " ".join((getdoc(self.draw) or "").splitlines()[1:])


DRAWINGS = (
    Drawing(preconditioner, ("one_layer.preconditioned", "one_layer.limits")),
    Drawing(loss_curves, ("one_layer.optimum",)),
    Drawing(input_laws, ("one_layer.elliptical_inputs", "one_layer.function_families")),
    Drawing(landscape, ("many_layers.step_sizes",)),
    Drawing(step_sizes, ("many_layers.zeros",)),
    Drawing(merging, ("many_layers.merging",)),
    Drawing(spurious, ("many_layers.spurious_minima",)),
    Drawing(heavy_tails, ("many_layers.plus_plus_tails",)),
    Drawing(layer_errors, ("constructions.rates",)),
    Drawing(learners, ("metrics.distances", "metrics.ridge_between")),
    Drawing(softmax_moves, ("softmax.sharp_bound", "softmax.opposed_shifts")),
)
"""One without a theorem of its own stands in the overview."""


def drawings_of(identifier: str) -> list[Drawing]:
    """The pictures that belong to a theorem."""
    return [drawing for drawing in DRAWINGS if identifier in drawing.theorems]


def homeless(known: Collection[str]) -> list[Drawing]:
    """The pictures of which none of the known theorems is the home."""
    return [drawing for drawing in DRAWINGS if not set(drawing.theorems) & set(known)]
