"""What other inputs and other labels change: the least loss by law of the inputs, the step size by family of labels."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from flint import fmpq
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from notebooks.pictures.style import BLUE, GREEN, GREY, ORANGE, panels, styled
from proofs import LinearAttention
from proofs.core.catalogue import catalogue
from proofs.core.ridge_functions import DIM, SPREAD, UNITS, WEIGHT, RidgeFunctions
from verify.evaluate.minimizer import EllipticalLaw, Exact, IndependentLaw, InputLaw, minimize
from verify.simulate import Estimate, Population, generator, sampled_loss, weights_from_blocks
from verify.simulate.arrays import Value
from verify.simulate.inputs import Rows, normal, student, three_points
from verify.sweep.covariance import identity

DIMENSION, SAMPLES = 5, 4000
CONTEXTS = (2, 4, 6, 8, 12, 16, 24, 32, 48, 64)
FAMILIES = ("ReLU networks", "half spaces with signs", "half spaces as indicators")


@dataclass(frozen=True)
class Law:
    """A law of inputs of covariance I: its name, its fourth moments, draws of it, and its colour."""

    name: str
    moments: InputLaw
    rows: Rows
    colour: str

    def least(self, context: int) -> Exact:
        """The minimizer and the least loss, exactly."""
        white = identity(DIMENSION)
        return minimize(white, white, fmpq(0), context, self.moments)

    def simulated(self, context: int, samples: int) -> Estimate:
        """The loss of the literal forward pass at the minimizer."""
        best, white = float(self.least(context).A[0, 0]), np.eye(DIMENSION)
        blocks: dict[str, Value] = {"b_y": 1.0, "A_x": -best * white}
        population, model = Population(context, white, white, rows=self.rows), LinearAttention()
        weights = weights_from_blocks(model, DIMENSION, blocks)
        return sampled_loss(model, weights, population, samples, generator(f"{self.name} {context}", 0))


def laws() -> tuple[Law, ...]:
    """Random signs, normal, heavy-tailed, and one entry in twenty."""
    sparse = fmpq(20)
    return (
        Law("random signs", IndependentLaw(fmpq(1)), three_points(np.ones(DIMENSION)), GREEN),
        Law("normal", EllipticalLaw(fmpq(1)), normal, BLUE),
        Law("multivariate t, 6 degrees", EllipticalLaw(fmpq(2)), student(6), ORANGE),
        Law("one entry in twenty", IndependentLaw(sparse), three_points(np.full(DIMENSION, 20.0)), GREY),
    )


def families() -> dict[str, RidgeFunctions]:
    """The families of random functions that are drawn, as their theorem states them."""
    claims = catalogue()["one_layer.function_families"].load().claims
    return {claim.name: claim for claim in claims if isinstance(claim, RidgeFunctions) and claim.name in FAMILIES}


def step(family: RidgeFunctions, context: int) -> float:
    """n eta without noise, at k alpha2 = omega = 1."""
    values = {DIM: DIMENSION, UNITS: 1, WEIGHT: 1, SPREAD: 1}
    signal, power = (float(part.subs(values)) for part in (family.signal, family.power))
    return context * signal / (power + (context - 1) * signal)


@styled
def input_laws(contexts: Sequence[int] = CONTEXTS, samples: int = SAMPLES) -> Figure:
    """How much do heavy tails of the inputs cost, and how far does one layer step on labels that are not linear?

    On the left the least loss f* of one layer for four laws of inputs of the same covariance, exactly, and the literal
    forward pass at the minimizer with two standard errors on either side: only fourth moments tell the laws apart. On
    the right the size n eta of the one step that is best for random functions, beside linear labels: the less of the
    labels is linear, the smaller the step; for long contexts all tend to 1.
    """
    figure, (left, right) = panels(1, 2, 4.2)
    for law in laws():
        _law(left, law, contexts, samples)
    left.set(title=f"$d = {DIMENSION}$, no noise", ylabel="least loss (dimensionless)", ylim=(0, None))
    linear = [n / (n + DIMENSION + 1) for n in contexts]
    right.plot(contexts, linear, color=BLUE, label="linear labels")
    for (name, family), colour in zip(families().items(), (ORANGE, GREEN, GREY), strict=True):
        right.plot(contexts, [step(family, n) for n in contexts], color=colour, label=name)
    right.set(title=f"$d = {DIMENSION}$, no noise", ylabel=r"step $n \eta$ (dimensionless)", ylim=(0, 1))
    for axes in (left, right):
        axes.set_xlabel("context length $n$ (dimensionless)")
        axes.legend()
    return figure


def _law(axes: Axes, law: Law, contexts: Sequence[int], samples: int) -> None:
    axes.plot(contexts, [float(law.least(n).loss) for n in contexts], color=law.colour, label=law.name)
    found = [law.simulated(n, samples) for n in contexts]
    errors = [2 * float(one.standard_error) for one in found]
    axes.errorbar(contexts, [float(one.mean) for one in found], errors, color=law.colour, fmt="o", capsize=3)
