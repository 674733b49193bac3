"""The least loss of one layer against context length, dimension and noise, beside simulation."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from flint import fmpq, fmpq_mat
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from notebooks.pictures.style import BLUE, GREY, ORANGE, panels, styled
from proofs import LinearAttention
from verify.evaluate.minimizer import minimize
from verify.simulate import Estimate, Population, generator, sampled_loss, weights_from_blocks
from verify.simulate.arrays import Value, as_floats
from verify.sweep.covariance import diagonal, identity

SAMPLES = 2000
STRIDE = 2
CONTEXTS = (2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 28, 32, 40, 50)
DIMENSIONS, NOISES = range(1, 20), range(0, 41, 2)


@dataclass(frozen=True)
class Setting:
    """Context length, dimension and noise variance; the eigenvalues of Sigma lie between 1/2 and 3/2."""

    context: int = 20
    dim: int = 5
    noise: int = 0

    def least(self) -> fmpq:
        """The least loss, exactly."""
        return minimize(self._covariance, identity(self.dim), fmpq(self.noise), self.context).loss

    def simulated(self, samples: int) -> Estimate:
        """The loss of the literal forward pass at the minimizer, over so many data sets."""
        best = minimize(self._covariance, identity(self.dim), fmpq(self.noise), self.context).A
        blocks: dict[str, Value] = {"b_y": 1.0, "A_x": -as_floats(best).T}
        population = Population(self.context, as_floats(self._covariance), np.eye(self.dim), float(self.noise))
        weights = weights_from_blocks(LinearAttention(), self.dim, blocks)
        return sampled_loss(LinearAttention(), weights, population, samples, generator(f"loss curves {self}", 0))

    @property
    def _covariance(self) -> fmpq_mat:
        """Diagonal, the eigenvalues spread evenly between 1/2 and 3/2."""
        return diagonal([fmpq(self.dim + 2 * k + 1, 2 * self.dim) for k in range(self.dim)])


@styled
def loss_curves(
    contexts: Sequence[int] = CONTEXTS,
    dimensions: Sequence[int] = DIMENSIONS,
    noises: Sequence[int] = NOISES,
    samples: int = SAMPLES,
) -> Figure:
    """Does the closed form meet a forward pass that never saw it, for every n, d and noise?

    The least loss f* exactly, and the mean squared error of the literal forward pass at the minimizer over independent
    data sets, with two standard errors on either side. Below, the difference of the two in standard errors: if the
    curve is right these are about standard normal, so most lie between the grey lines.
    """
    figure, axes = panels(2, 3, 4.8, ratios=(3, 1))
    sweeps = (
        ("context length $n$", r"$d = 5$, $\sigma^2 = 0$", [Setting(context=n) for n in contexts], contexts),
        ("dimension $d$", r"$n = 20$, $\sigma^2 = 0$", [Setting(dim=d) for d in dimensions], dimensions),
        (r"noise variance $\sigma^2$", r"$n = 20$, $d = 5$", [Setting(noise=s) for s in noises], noises),
    )
    for upper, lower, (label, title, settings, at) in zip(axes[:3], axes[3:], sweeps, strict=True):
        _panel(upper, lower, settings, at, samples)
        upper.set_title(title)
        lower.set_xlabel(f"{label} (dimensionless)")
    axes[0].set_ylabel("loss (dimensionless)")
    axes[3].set_ylabel("difference\n(standard errors)")
    axes[2].legend(loc="lower right")
    return figure


def _panel(upper: Axes, lower: Axes, settings: Sequence[Setting], at: Sequence[int], samples: int) -> None:
    """The curve at every setting; the simulation at every STRIDE-th one."""
    exact = np.array([float(setting.least()) for setting in settings])
    found = [setting.simulated(samples) for setting in settings[::STRIDE]]
    means, errors = (np.array([float(part) for part in parts]) for parts in
                     ([one.mean for one in found], [one.standard_error for one in found]))  # fmt: skip
    upper.plot(at, exact, color=BLUE, label="$f^*$, exact")
    label = f"forward pass, {samples:,} data sets"
    upper.errorbar(at[::STRIDE], means, 2 * errors, color=ORANGE, fmt="o", capsize=3, label=label)
    upper.tick_params(labelbottom=False)
    upper.set_ylim(bottom=0)
    for height in (-2, 2):
        lower.axhline(height, color=GREY, linewidth=1)
    lower.axhline(0, color=BLUE)
    lower.plot(at[::STRIDE], (means - exact[::STRIDE]) / errors, color=ORANGE, linestyle="", marker="o")
    lower.set_ylim(-4, 4)
