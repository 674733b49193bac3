"""How far softmax moves, and which way its two shifts point."""

import numpy as np
from matplotlib.figure import Figure

from notebooks.pictures.style import BLUE, GREEN, GREY, ORANGE, panels, styled
from verify.evaluate.softmax import Floats, derivatives, softmax
from verify.simulate import generator

LENGTHS = (2, 3, 5, 10, 30, 100)
DIMENSION, SMALL = 3, 1e-4


def ratios(n: int, count: int, size: float) -> Floats:
    """|f(u) - f(u')| / |u - u'| at random scores of a size, u' near u."""
    rng = generator(f"ratios {n} {size}", 0)
    scores, move = size * rng.standard_normal((count, n)), SMALL * rng.standard_normal((count, n))
    moved = np.linalg.norm(softmax(scores + move) - softmax(scores), axis=1)
    found: Floats = moved / np.linalg.norm(move, axis=1)
    return found


def worst(n: int) -> float:
    """The ratio for two scores that are far above the others, moved apart."""
    scores = np.where(np.arange(n) < 2, 0.0, -40.0)
    move = SMALL * np.where(np.arange(n) == 0, 1.0, np.where(np.arange(n) == 1, -1.0, 0.0))
    return float(np.linalg.norm(softmax(scores + move) - softmax(scores)) / np.linalg.norm(move))


def cosines(n: int, count: int) -> Floats:
    """Of the moves of f by a small gradient step on x and by a small update of A by attention over its rows."""
    rng = generator(f"cosines {n}", 0)
    found = np.empty(count)
    for place in range(count):
        A, x = rng.standard_normal((n, DIMENSION)), rng.standard_normal(DIMENSION)
        f, _, gradient, _ = derivatives(A, x, softmax(rng.standard_normal(n)))
        step = softmax(A @ (x - SMALL * gradient)) - f
        update = softmax((A + SMALL * softmax(A @ A.T) @ A) @ x) - f
        found[place] = step @ update / np.sqrt((step @ step) * (update @ update))
    return found


@styled
def softmax_moves(count: int = 1500) -> Figure:
    """How far does softmax move, and do its two small shifts point the same way?

    On the left the move of f by a small move of the scores, relative: the median at random scores of two sizes, and the
    worst case, two scores far above the rest, which comes to the bound 1/2 for every length. On the right cosines
    between the shift by a gradient step on x, towards a random target, and the shift by an attention update of A, both
    small. Most are near -1: attention sharpens f, and a step towards a target that knows nothing of f flattens it.
    """
    figure, (left, right) = panels(1, 2, 4.2)
    left.axhline(0.5, color=GREY, linestyle="--", label="the bound 1/2")
    left.plot(LENGTHS, [worst(n) for n in LENGTHS], "s", color=ORANGE, label="two scores above the rest")
    for size, marker, colour in ((0.5, "o", BLUE), (3.0, "D", GREEN)):
        middle = [float(np.median(ratios(n, count, size))) for n in LENGTHS]
        left.plot(LENGTHS, middle, marker=marker, color=colour, label=f"median at scores of size {size:g}")
    left.set(xlabel="length $n$ (dimensionless)", ylabel="relative move of $f$ (dimensionless)")
    left.set(xscale="log", ylim=(0, 0.6))
    left.legend()
    for n, colour in ((3, BLUE), (10, ORANGE)):
        found = cosines(n, count)
        right.hist(found, bins=40, range=(-1, 1), density=True, histtype="step", color=colour, label=f"n = {n}")
    right.set(xlabel="cosine of the two shifts (dimensionless)", ylabel="density", xlim=(-1, 1))
    right.legend()
    return figure
