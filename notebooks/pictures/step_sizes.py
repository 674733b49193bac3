"""The best step sizes of many layers, and the nodes that they are reciprocals of."""

from collections.abc import Sequence

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import LogLocator, NullLocator, StrMethodFormatter

from notebooks.pictures.style import BLUE, GREY, ORANGE, WIDTH, styled
from proofs.optimum.orthogonal import decimal_steps, optimal_polynomial, spectral_moments
from verify.evaluate.numeric import Floats
from verify.simulate import Population, generator
from verify.simulate.arrays import transpose
from verify.simulate.estimate import batches
from verify.simulate.sampling import draw

LAYERS = range(1, 13)
DIGITS = 12


def best_steps(n: int, d: int, layers: int) -> list[float]:
    """The best step sizes in increasing order, without noise."""
    found = decimal_steps(optimal_polynomial(spectral_moments(n, d, 2 * layers + 1), layers), DIGITS)
    return [] if found is None else [float(step) for step in found]


def eigenvalues(n: int, d: int, samples: int, seed: int = 0) -> Floats:
    """Eigenvalues of X'X / n for so many simulated contexts, x ~ N(0, I), of shape (samples, d)."""
    population, rng = Population(n, np.eye(d), np.eye(d)), generator(f"eigenvalues {n} {d}", seed)
    found = [_spectra(draw(population, count, rng).X) for count in batches(samples, 4 * n * d)]
    return np.concatenate(found)


def _spectra(X: Floats) -> Floats:
    return np.asarray(np.linalg.eigvalsh(transpose(X) @ X / X.shape[-2]), np.float64)


@styled
def step_sizes(n: int = 20, d: int = 5, layers: Sequence[int] = LAYERS, samples: int = 20_000) -> Figure:
    """Where do the best step sizes of L layers come from?

    Left, the best step sizes a_1 ... a_L for every L. Right, their reciprocals: they are the nodes of Gauss quadrature
    for mu dnu, the zeros of its orthogonal polynomial of degree L, and spread over the spectrum of W = X'X / n, whose
    simulated density is drawn below them. The nodes for L and for L + 1 interlace.
    """
    figure = Figure(figsize=(WIDTH, 4.8), layout="constrained")
    axes = figure.subplot_mosaic([["steps", "nodes"], ["steps", "density"]], height_ratios=(4, 1))
    steps, nodes, density = axes["steps"], axes["nodes"], axes["density"]
    for count in layers:
        found = best_steps(n, d, count)
        steps.semilogy([count] * len(found), found, color=BLUE, marker="o", linestyle="")
        nodes.plot([1 / step for step in found], [count] * len(found), color=ORANGE, marker="o", linestyle="")
    steps.set_xlabel("layers $L$")
    steps.set_ylabel("step size $a_l$ (dimensionless)")
    steps.set_title(rf"best step sizes, $n = {n}$, $d = {d}$")
    steps.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    steps.yaxis.set_major_formatter(StrMethodFormatter("{x:g}"))
    steps.yaxis.set_minor_locator(NullLocator())
    nodes.set_ylabel("layers $L$")
    nodes.sharex(density)
    nodes.tick_params(labelbottom=False)
    nodes.set_title("their reciprocals $1 / a_l$, above the spectrum")
    density.hist(eigenvalues(n, d, samples).ravel(), bins=120, density=True, color=GREY)
    density.set_xlabel(r"eigenvalue $\mu$ of $X^\top X / n$ (dimensionless)")
    density.set_ylabel("density")
    return figure
