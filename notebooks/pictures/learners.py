"""Where the best linear networks stand among the learners: one step, ridge regression, least squares."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import NullLocator

from notebooks.pictures.step_sizes import eigenvalues
from notebooks.pictures.style import BLUE, GREEN, ORANGE, panels, styled
from verify.evaluate.learners import Filter, best_steps, distance, least_squares_filter, ridge_filter, steps_filter

DIMENSION, SAMPLES = 5, 4000
CONTEXTS, NOISES, DEPTHS = (8, 10, 14, 20, 30, 50, 80), (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0), (1, 2, 3, 4, 5)
TICKS = (10, 20, 40, 80)
COLOURS = {"one step": BLUE, "ridge regression": GREEN, "least squares": ORANGE}
Setting = tuple[int, float, int]
"""n, the variance of the noise, and the number of layers."""


def others(n: int, noise: float) -> dict[str, Filter]:
    """The three learners that a network is compared with."""
    return {
        "one step": steps_filter(best_steps(n, DIMENSION, 1, noise)),
        "ridge regression": ridge_filter(n, noise),
        "least squares": least_squares_filter(),
    }


def distances(setting: Setting, samples: int) -> dict[str, tuple[float, float]]:
    """Mean squared distances of the best network, divided by d, with their standard errors."""
    n, noise, layers = setting
    network, mu = steps_filter(best_steps(n, DIMENSION, layers, noise)), eigenvalues(n, DIMENSION, samples)
    found = {name: distance(network, other, mu, n, noise) for name, other in others(n, noise).items()}
    return {name: (float(one.mean), float(one.standard_error)) for name, one in found.items()}


@styled
def learners(samples: int = SAMPLES) -> Figure:
    """Is the best network of L linear layers a step of descent, ridge regression, or least squares?

    Mean squared distances of its weights, or predictions, from the three, divided by d, at d = 5; inputs and tasks
    N(0, I), best step sizes, simulated spectra with two standard errors. Left against the length of the context, in the
    middle against the noise, both for three layers; right against depth. It stands nearest to ridge regression, and
    nears it with depth and with context. Least squares is far where labels are noisy or contexts short; one step is
    near only where labels are very noisy.
    """
    figure, (left, middle, right) = panels(1, 3, 4.0)
    _panel(left, CONTEXTS, [(n, 0.5, 3) for n in CONTEXTS], samples)
    left.set(
        title=r"3 layers, $\sigma^2 = 0.5$",
        xlabel="context length $n$ (dimensionless)",
        xscale="log",
        xticks=TICKS,
        xticklabels=TICKS,
    )
    left.xaxis.set_minor_locator(NullLocator())
    _panel(middle, NOISES, [(14, noise, 3) for noise in NOISES], samples)
    middle.set(title="3 layers, $n = 14$", xlabel=r"noise $\sigma^2$ (dimensionless)", xscale="log")
    _panel(right, DEPTHS, [(14, 0.5, layers) for layers in DEPTHS], samples)
    right.set(title=r"$n = 14$, $\sigma^2 = 0.5$", xlabel="layers $L$", xticks=DEPTHS)
    left.set_ylabel("distance / d (dimensionless)")
    left.legend()
    return figure


def _panel(axes: Axes, places: Sequence[float], settings: Sequence[Setting], samples: int) -> None:
    found = [distances(setting, samples) for setting in settings]
    for name, colour in COLOURS.items():
        kept = [(place, *one[name]) for place, one in zip(places, found, strict=True) if one[name][0] > 0]
        if kept:
            at, means, errors = zip(*kept, strict=True)
            axes.errorbar(at, means, [2 * error for error in errors], color=colour, marker="o", capsize=3, label=name)
    axes.set_yscale("log")
