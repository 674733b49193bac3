"""How label noise makes the best step sizes of many layers merge."""

from collections.abc import Callable, Sequence
from typing import cast

import numpy as np
from flint import acb, fmpq, fmpq_poly
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from scipy.optimize import minimize

from notebooks.pictures.style import BLACK, SERIES, panels, styled
from proofs.core.catalogue import catalogue
from proofs.core.listed import Merging
from proofs.optimum.orthogonal import (
    OptimalPolynomial,
    optimal_polynomial,
    quadratic_form,
    spectral_moments,
    step_sizes,
)
from verify.evaluate.numeric import Floats
from verify.simulate.arrays import as_floats

THEOREM = "many_layers.merging"
DEPTHS = (2, 3)
NOISES = tuple(fmpq(k, 20) for k in range(161))
STRIDE = 8
HALVINGS = 20


def best(n: int, d: int, layers: int, noise: fmpq) -> OptimalPolynomial:
    """The best q with q(0) = 1 at a noise variance."""
    return optimal_polynomial(spectral_moments(n, d, 2 * layers + 1), layers, noise / n)


def complex_steps(found: OptimalPolynomial) -> list[complex]:
    """The reciprocal zeros of q, in the order of their real parts, then of their imaginary parts."""
    roots = cast(Callable[[], list[tuple[acb, int]]], fmpq_poly(list(found.coefficients)).numer().complex_roots)
    steps = [complex(1 / zero) for zero, multiplicity in roots() for _ in range(multiplicity)]
    return sorted(steps, key=lambda step: (step.real, step.imag))


def best_real(n: int, d: int, layers: int, noise: fmpq) -> Floats:
    """The real step sizes of the least loss in increasing order, by descent; untrusted beyond the critical level.

    The loss is the quadratic form in the coefficients of q. The descents start at the real parts of the zeros, moved
    apart, and at their mean, moved apart by little: there may be two local minima, and the lower one counts.
    """
    form = as_floats(quadratic_form(spectral_moments(n, d, 2 * layers + 1), layers, noise / n))

    def loss(steps: Floats) -> float:
        q = np.array([1.0])
        for step in steps:
            q = np.convolve(q, [1.0, -step])
        return float(q @ form @ q)

    parts = np.array([step.real for step in complex_steps(best(n, d, layers, noise))])
    apart = np.arange(layers) - (layers - 1) / 2
    starts = parts + 0.05 * apart, parts.mean() + 0.02 * apart
    ends = [minimize(loss, start, tol=1e-12) for start in starts]
    return np.sort(np.asarray(min(ends, key=lambda end: float(end.fun)).x, np.float64))


def critical(n: int, d: int, layers: int, highest: fmpq) -> fmpq | None:
    """The noise variance above which no real step sizes reach the best q, by bisection; None if it is above `highest`.

    Right to 2^-HALVINGS times `highest`, if the zeros of q become complex once as the noise grows.
    """
    low, high = fmpq(0), highest
    if step_sizes(best(n, d, layers, high), 15) is not None:
        return None
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if step_sizes(best(n, d, layers, middle), 15) is not None else (low, middle)
    return (low + high) / 2


def jumps(n: int, d: int, layers: int, identifier: str = THEOREM) -> list[float]:
    """The levels above the critical one at which equal steps take over, as a theorem of the catalogue lists them."""
    claims = [claim for claim in catalogue()[identifier].load().claims if isinstance(claim, Merging)]
    points = [point for claim in claims for point in claim.points]
    here = [point for point in points if (point.context, point.dim, point.layers) == (n, d, layers)]
    return [float(point.tied) for point in here if point.tied and point.tied != point.pair]


@styled
def merging(n: int = 20, d: int = 5, depths: Sequence[int] = DEPTHS, noises: Sequence[fmpq] = NOISES) -> Figure:
    """What does label noise do to the best step sizes?

    The reciprocal zeros of the best polynomial q against the noise variance: real parts above, imaginary parts below.
    Up to a critical level (dashed) they are real and are the best step sizes. Beyond it two are complex and no real
    step sizes reach the best q any more: of the best real ones (dots, found by descent) two have merged. For L = 3 all
    three merge at a still higher level (dash-dotted, from many_layers.merging), by a jump from one local minimum to
    another.
    """
    figure, axes = panels(2, len(depths), 5.0, ratios=(3, 2))
    for upper, lower, layers in zip(axes[: len(depths)], axes[len(depths) :], depths, strict=True):
        _panel(upper, lower, n, d, layers, noises)
    axes[0].set_ylabel("real part of $a_l$ (dimensionless)")
    axes[len(depths)].set_ylabel("imaginary part\n(dimensionless)")
    return figure


def _panel(upper: Axes, lower: Axes, n: int, d: int, layers: int, noises: Sequence[fmpq]) -> None:
    at = [float(noise) for noise in noises]
    steps = np.array([complex_steps(best(n, d, layers, noise)) for noise in noises])
    for path, colour in zip(steps.T, SERIES, strict=False):
        upper.plot(at, path.real, color=colour)
        lower.plot(at, path.imag, color=colour)
    real = np.array([best_real(n, d, layers, noise) for noise in noises[::STRIDE]])
    upper.plot(at[::STRIDE], real, color=BLACK, marker=".", linestyle="")
    level = critical(n, d, layers, max(noises))
    if level is not None:
        for axes in (upper, lower):
            axes.axvline(float(level), color=BLACK, linestyle="--", linewidth=1)
        upper.annotate(
            rf" $\sigma^2 = {float(level):.4f}$", (float(level), 1), xycoords=("data", "axes fraction"), va="top"
        )
    for tied in jumps(n, d, layers):
        upper.axvline(tied, color=BLACK, linestyle="-.", linewidth=1)
    upper.set_title(f"$L = {layers}$, $n = {n}$, $d = {d}$")
    upper.tick_params(labelbottom=False)
    lower.set_xlabel(r"noise variance $\sigma^2$ (dimensionless)")
