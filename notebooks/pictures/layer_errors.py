"""What single decoder layers miss of their operators, by scale."""

import numpy as np
from matplotlib.figure import Figure

from notebooks.pictures.style import BLUE, ORANGE, panels, styled
from proofs.core.catalogue import catalogue
from proofs.core.rates import Rate
from verify.decoder.measured import PAIRS, measured

TITLES = {
    "mul": ("products through GeLU", "scale $s$ of the arguments"),
    "div": ("quotients through LayerNorm", "scale $N$ of the divisor"),
    "aff": ("copies through GeLU", "shift far"),
    "mov": ("moves by attention", "score $F$"),
}


def rates() -> dict[str, Rate]:
    """The rates by operator, as their theorem states them."""
    claims = catalogue()["constructions.rates"].load().claims
    return {claim.operator: claim for claim in claims if isinstance(claim, Rate)}


@styled
def layer_errors(pair: tuple[float, float] = PAIRS[0]) -> Figure:
    """How exact can a layer be in float64, and at which scale?

    Dots are the errors of layers with explicit weights; lines are the leading terms that are proved. Products and
    quotients err by the square of a scale, until rounding takes over: 1e-16 / s for products, which is why no product
    is better than about 1e-11, and 1e-16 for the others. Copies and moves err by what lies in a tail: soon nothing.
    """
    figure, axes = panels(2, 2, 6.4)
    for panel, (operator, claim) in zip(axes, rates().items(), strict=True):
        found = measured(operator, pair)
        scales = [one.scale for one in found]
        errors = np.array([abs(one.error) for one in found])
        kept = errors > 0
        panel.plot(np.array(scales)[kept], errors[kept], "o", color=BLUE, label="layer in float64")
        leading = [abs(one.leading(claim.leading)) for one in found]
        panel.plot(scales, leading, color=ORANGE, label="leading term")
        title, scale = TITLES[operator]
        panel.set(title=title, xlabel=f"{scale} (dimensionless)", ylabel="error (dimensionless)", yscale="log")
        panel.set_ylim(1e-17, 3)
        if operator in ("mul", "div"):
            panel.set_xscale("log")
    axes[0].legend()
    return figure
