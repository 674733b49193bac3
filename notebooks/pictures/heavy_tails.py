"""Why the sampled loss of a deep model is not its population loss: three layers that also move the inputs (GD++)."""

from collections.abc import Sequence

import numpy as np
from flint import fmpq, fmpq_poly
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from notebooks.pictures.step_sizes import eigenvalues
from notebooks.pictures.style import BLACK, BLUE, GREY, ORANGE, SERIES, WIDTH, styled
from proofs.algebra.symbols import identity, number
from proofs.attention.data import data
from proofs.attention.placed import placed_prediction
from proofs.core.claims import Experiment
from proofs.core.task import LinearAttention, Task
from proofs.optimum.orthogonal import spectral_moments
from verify.evaluate.numeric import Floats

STEPS = (fmpq(-38, 100), fmpq(-240, 100), fmpq(-955, 100))
MOVES = (fmpq(90, 100), fmpq(57, 100), fmpq(0))
"""a_l and b_l of A_l = a_l I and P_xx = b_l I, read off the figures of Ahn, Cheng, Daneshmand, Sra 2023.

The last b does not enter.
"""


def residual(steps: Sequence[fmpq], moves: Sequence[fmpq]) -> fmpq_poly:
    """r with w' x_q - prediction = x_q' r(S / n) w, S = X'X, from the forward pass of the model, in words.

    Every term is a word x_q' S ... S w with a power of 1/n for each S; the power is the degree.
    """
    blocks = []
    for layer, (a, b) in enumerate(zip(steps, moves, strict=True)):
        end = f"_{layer}" if layer else ""
        one = identity("d")
        blocks += [(f"P_xx{end}", number(b) * one), (f"b_y{end}", number(1)), (f"A_x{end}", number(a) * one)]
    sample = data(Task())
    experiment = Experiment(LinearAttention(len(steps)), Task(), tuple(blocks))
    error = sample.w.T @ sample.x_q - placed_prediction(experiment, sample)
    place = error.alphabet.place("n")
    found = {-powers[place]: value for (_, _, powers), value in error.terms.items()}
    return fmpq_poly([found.get(degree, fmpq(0)) for degree in range(max(found) + 1)])


def exact_loss(r: fmpq_poly, n: int, d: int) -> fmpq:
    """The mean of tr r(W)^2, W = X'X / n, from the exact moments of the spectrum."""
    square = (r * r).coeffs()
    return sum((c * m for c, m in zip(square, spectral_moments(n, d, len(square)), strict=True)), fmpq(0))


def sampled_losses(r: fmpq_poly, spectra: Floats) -> Floats:
    """tr r(W)^2 of each context, from eigenvalues of shape (samples, d)."""
    coefficients = [int(c.p) / int(c.q) for c in reversed(r.coeffs())]
    return np.asarray(np.sum(np.polyval(coefficients, spectra) ** 2, axis=1), np.float64)


@styled
def heavy_tails(
    n: int = 20,
    d: int = 5,
    steps: Sequence[fmpq] = STEPS,
    moves: Sequence[fmpq] = MOVES,
    samples: int = 250_000,
    runs: int = 4,
) -> Figure:
    """Can a sampled loss judge a deep model?

    Left, the running mean of the sampled loss of three GD++ layers at about the published trained weights, in a few
    independent runs with twice their own standard error on either side, and the exact population loss. The runs agree
    with each other and miss the loss by a factor of more than seventy. Right, why: the squared residual r(mu)^2 of an
    eigenvalue mu of X'X / n explodes beyond the largest eigenvalue that was seen (dotted), and the mean lives there.
    """
    r = residual(steps, moves)
    spectra = [eigenvalues(n, d, samples, seed) for seed in range(runs)]
    figure = Figure(figsize=(WIDTH, 4.8), layout="constrained")
    axes = figure.subplot_mosaic([["mean", "square"], ["mean", "density"]], height_ratios=(3, 1))
    _means(axes["mean"], [sampled_losses(r, found) for found in spectra], float(exact_loss(r, n, d)))
    axes["mean"].set_title(f"three layers, $n = {n}$, $d = {d}$")
    _squares(axes["square"], axes["density"], r, np.concatenate(spectra))
    return figure


def _means(axes: Axes, runs: Sequence[Floats], exact: float) -> None:
    counts = np.unique(np.geomspace(100, len(runs[0]), 60).astype(int))
    for losses, colour in zip(runs, SERIES, strict=False):
        means = (np.cumsum(losses) / np.arange(1, len(losses) + 1))[counts - 1]
        errors = np.array([losses[:count].std(ddof=1) / np.sqrt(count) for count in counts])
        axes.fill_between(counts, means - 2 * errors, means + 2 * errors, color=colour, alpha=0.15, linewidth=0)
        axes.plot(counts, means, color=colour)
    axes.axhline(exact, color=BLACK, linestyle="--")
    axes.annotate(f"exact {exact:.5f}", (counts[0], exact), xytext=(0, -4), textcoords="offset points", va="top")
    axes.set(xscale="log", yscale="log", ylim=(2e-4, 0.2))
    axes.set_xlabel("sampled contexts")
    axes.set_ylabel("loss (dimensionless)")


def _squares(upper: Axes, lower: Axes, r: fmpq_poly, spectra: Floats) -> None:
    largest, end = float(spectra.max()), 8.0
    at = np.linspace(0, end, 400)[:, None]
    upper.semilogy(at, sampled_losses(r, at), color=ORANGE)
    upper.set_ylim(1e-6, None)
    upper.set_ylabel(r"$r(\mu)^2$ (dimensionless)")
    upper.set_title("squared residual, above the sampled spectrum")
    upper.sharex(lower)
    upper.tick_params(labelbottom=False)
    lower.hist(spectra.ravel(), bins=200, density=True, color=GREY)
    for axes in (upper, lower):
        axes.axvline(largest, color=BLUE, linestyle=":")
    upper.annotate(f" largest of {spectra.size:,}", (largest, 1), xycoords=("data", "axes fraction"), va="top")
    lower.set_xlim(0, end)
    lower.set_xlabel(r"eigenvalue $\mu$ of $X^\top X / n$ (dimensionless)")
    lower.set_ylabel("density")
