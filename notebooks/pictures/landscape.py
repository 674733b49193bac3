"""The loss around a minimizer, with the false versions of the claim that says where it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
from flint import fmpq
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from notebooks.pictures.style import BLACK, BLUE, MARKERS, RED, SERIES, panels, styled
from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import scalar_name
from proofs.algebra.typesetting import symbol
from proofs.core.catalogue import catalogue
from proofs.core.claims import Minimum
from proofs.moments.mean import expanded
from proofs.optimum.minimum import gap
from verify.checks.compare import at
from verify.checks.minimum import at_minimizer
from verify.evaluate.numeric import evaluate_float
from verify.refute import perturbed
from verify.refute.formulas import abbreviations
from verify.sweep.completion import complete
from verify.sweep.instance import Instance, Shape

THEOREM, CLAIM = "many_layers.step_sizes", "L = 2: the minimum"
Pair = tuple[float, float]


@dataclass(frozen=True)
class Version:
    """The claim or a false version of it: what was changed, and where it puts the minimizer.

    `there` and `origin` are pairs of the true objective and the claimed one (value plus squares), at the claimed
    minimizer and at the origin.
    """

    changed: str
    place: tuple[fmpq, ...]
    there: tuple[fmpq, fmpq]
    origin: tuple[fmpq, fmpq]

    @property
    def stands(self) -> bool:
        """Whether the claimed objective is the true one at both points."""
        return self.there[0] == self.there[1] and self.origin[0] == self.origin[1]


def listed(identifier: str, name: str) -> Minimum:
    """The claim of that name of a theorem of the catalogue. Raises LookupError if it is no minimum or not there."""
    for claim in catalogue()[identifier].load().claims:
        if claim.name == name and isinstance(claim, Minimum):
            return claim
    raise LookupError(f"{identifier} has no claim {name!r} of kind Minimum")


def versions(claim: Minimum, n: int, d: int) -> list[Version]:
    """The claim in scalar variables, and its false versions as verify.refute makes them, at given sizes."""
    changed = [(control.changed, control.claim) for control in perturbed(claim)]
    changed += [(what, replace(claim, abbreviations=given)) for what, given in abbreviations(claim.abbreviations)]
    return [
        _version(what, other, n, d) for what, other in [("the claim", claim), *changed] if isinstance(other, Minimum)
    ]


def _version(changed: str, claim: Minimum, n: int, d: int) -> Version:
    objective, claimed = expanded(claim.objective), polynomial(claim.value) + gap(claim)
    names = variables(claim)
    sizes = Instance(Shape(n, d), {}, {}, {"n": fmpq(n), "d": fmpq(d)}, {})
    known = complete(sizes, (), (), claim.abbreviations, Random(0))
    best = at_minimizer(claim, known)
    origin = replace(known, numbers=known.numbers | dict.fromkeys(names, fmpq(0)))
    return Version(
        changed,
        tuple(best.numbers[name] for name in names),
        (_number(objective, best), _number(polynomial(claim.value), best)),
        (_number(objective, origin), _number(claimed, origin)),
    )


def variables(claim: Minimum) -> list[str]:
    """The names of the scalar variables of a minimum."""
    return [scalar_name(polynomial(variable)) for variable, _ in claim.minimizer]


def _number(expression: TracePolynomial, instance: Instance) -> fmpq:
    return at(expression, instance)[0, 0]


@styled
def landscape(n: int = 4, d: int = 2, identifier: str = THEOREM, name: str = CLAIM) -> Figure:
    """Would a false version of the claim be noticed?

    Left, the loss of two layers with A_l = a_l Sigma^-1 above its minimum, in the symmetric functions e_1 = a_0 + a_1
    and e_2 = a_0 a_1 of the step sizes, with the minimizer that the claim and each perturbed version of it gives.
    Right, the loss (circles) and what the version says it is (crosses), at its own minimizer and at the origin, where
    nothing is learned. The claim agrees at both; every false version differs somewhere, drawn in red.
    """
    claim = listed(identifier, name)
    found = versions(claim, n, d)
    figure, (left, right) = panels(1, 2, 4.8)
    _contours(left, claim, found, n, d)
    _compared(right, found)
    figure.legend(*left.get_legend_handles_labels(), loc="outside lower center", ncols=3)
    return figure


def _contours(axes: Axes, claim: Minimum, found: Sequence[Version], n: int, d: int) -> None:
    objective, (first, second) = expanded(claim.objective), variables(claim)
    places = np.array([[float(entry) for entry in version.place] for version in found])
    low, high = np.minimum(places.min(axis=0), 0), places.max(axis=0) * 1.15
    xs, ys = (np.linspace(*ends, 60) for ends in zip(low, high, strict=True))
    grid = [[float(evaluate_float(objective, {}, {"n": n, "d": d, first: x, second: y})[0, 0]) for x in xs] for y in ys]
    above = np.array(grid) - float(found[0].there[0])
    shown = axes.contour(xs, ys, above, levels=[0.03, 0.1, 0.3, 1, 3, 10, 30], colors=BLUE, linewidths=0.9)
    axes.clabel(shown, fontsize=8, fmt="%g")
    for version, colour, marker in zip(found, (BLACK, *SERIES[1:]), ("*", *MARKERS[1:]), strict=False):
        size = 13 if version is found[0] else 7
        x, y = map(float, version.place)
        axes.plot(x, y, marker=marker, color=colour, markersize=size, linestyle="", label=version.changed)
    axes.set_xlabel(f"${symbol(first)}$ (dimensionless)")
    axes.set_ylabel(f"${symbol(second)}$ (dimensionless)")
    axes.set_title(rf"$f - f^*$ at $n = {n}$, $d = {d}$", loc="left")


def _compared(axes: Axes, found: Sequence[Version]) -> None:
    for height, version in enumerate(found):
        for shift, (true, claimed), label in ((-0.15, version.there, "minimizer"), (0.15, version.origin, "origin")):
            colour = BLACK if true == claimed else RED
            axes.plot([float(true), float(claimed)], [height + shift] * 2, color=colour, linewidth=1)
            filled = "full" if label == "minimizer" else "none"
            axes.plot(float(true), height + shift, color=BLUE, marker="o", fillstyle=filled, linestyle="")
            axes.plot(float(claimed), height + shift, color=colour, marker="x", linestyle="")
    axes.set_yticks(range(len(found)), [version.changed for version in found])
    axes.invert_yaxis()
    axes.set_xlabel("loss (dimensionless)")
    axes.set_title("at the claimed minimizer (filled) and at the origin (open)", loc="right")
    axes.plot([], [], color=BLUE, marker="o", linestyle="", label="the loss")
    axes.plot([], [], color=BLACK, marker="x", linestyle="", label="as claimed")
    axes.legend(loc="lower right")
