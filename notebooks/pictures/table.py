"""Which pictures there are, and in which notebooks they stand."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from inspect import getdoc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True)
class Drawing:
    """A picture: the name of the function that draws it and of its module, and the theorems it belongs to.

    The docstring of the function is the question that the picture is made for, and how to read it. The module is
    imported when something of it is asked for.
    """

    name: str
    theorems: tuple[str, ...]

    @cached_property
    def function(self) -> "Callable[[], Figure]":
        """The function."""
        found: Callable[[], Figure] = getattr(import_module(f"notebooks.pictures.{self.name}"), self.name)
        return found

    def draw(self) -> "Figure":
        """The picture with its default parameters."""
        return self.function()

    @property
    def question(self) -> str:
        """The first line of the docstring."""
        return (getdoc(self.function) or self.name).splitlines()[0]

    @property
    def reading(self) -> str:
        """The rest of the docstring."""
        return " ".join((getdoc(self.function) or "").splitlines()[1:])


DRAWINGS = (
    Drawing("preconditioner", ("one_layer.preconditioned", "one_layer.limits")),
    Drawing("loss_curves", ("one_layer.optimum",)),
    Drawing("input_laws", ("one_layer.elliptical_inputs", "one_layer.function_families")),
    Drawing("landscape", ("many_layers.step_sizes",)),
    Drawing("step_sizes", ("many_layers.zeros",)),
    Drawing("merging", ("many_layers.merging",)),
    Drawing("spurious", ("many_layers.spurious_minima",)),
    Drawing("heavy_tails", ("many_layers.plus_plus_tails",)),
    Drawing("layer_errors", ("constructions.rates",)),
    Drawing("learners", ("metrics.distances", "metrics.ridge_between")),
    Drawing("softmax_moves", ("softmax.sharp_bound", "softmax.opposed_shifts")),
)
"""One without a theorem of its own stands in the overview."""


def drawings_of(identifier: str) -> list[Drawing]:
    """The pictures that belong to a theorem."""
    return [drawing for drawing in DRAWINGS if identifier in drawing.theorems]


def homeless(known: Collection[str]) -> list[Drawing]:
    """The pictures of which none of the known theorems is the home."""
    return [drawing for drawing in DRAWINGS if not set(drawing.theorems) & set(known)]
