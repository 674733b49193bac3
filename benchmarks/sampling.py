"""A loss by sampling: how long the forward pass as it is defined takes to know it to one part in a thousand.

The standard error of SAMPLES data sets is measured, not that of as many as are needed, which would take a minute: it
falls like 1 / sqrt(samples). Beside it stands the derived loss, compiled: its value and its gradient in all entries
of all matrices, to rounding.
"""

from functools import partial

import numpy as np

from benchmarks.cases import CONTEXT, DIM, SIZES, layered_loss
from benchmarks.race import Rival
from proofs.attention.sparse import preconditioners
from proofs.core.task import LinearAttention
from verify.evaluate.compiled import compiled
from verify.evaluate.numeric import Floats
from verify.simulate import Estimate, Population, generator, sampled_loss, weights_from_blocks

SAMPLES, WANTED, LIMIT = 100_000, 1e-3, 5
"""Data sets a run, the relative standard error that is wanted, and the standard errors up to which two values agree."""


def sampling(layers: int) -> Rival[Estimate, tuple[float, dict[str, Floats]]]:
    """The loss of L sparse layers, A_l = 0.3 I plus an unsymmetric part, x and w ~ N(0, I), without noise."""
    weights = _preconditioners(layers)
    ready = compiled(layered_loss(preconditioners(layers)), SIZES)
    matrices = {"Sigma": np.eye(DIM), "Psi": np.eye(DIM)}
    matrices |= {f"A_{layer}": A for layer, A in enumerate(weights)}
    return Rival(
        f"loss of {layers} layers, sampled to 0.1 % (extrapolated)",
        partial(_sampled, weights),
        partial(ready.floats, matrices),
        lambda theirs, ours: theirs.trusted and bool(abs(theirs.z(ours[0])) < LIMIT),
        runs=lambda theirs: float(theirs.standard_error / theirs.mean / WANTED) ** 2,
    )


def _preconditioners(layers: int) -> list[Floats]:
    rng = np.random.default_rng(0)
    return [0.3 * np.eye(DIM) + 0.05 * rng.standard_normal((DIM, DIM)) for _ in range(layers)]


def _sampled(preconditioners: list[Floats]) -> Estimate:
    blocks: dict[str, Floats | float] = {}
    for layer, A in enumerate(preconditioners):
        end = f"_{layer}" if layer else ""
        blocks |= {f"b_y{end}": 1.0, f"A_x{end}": -A}
    model, population = LinearAttention(len(preconditioners)), Population(CONTEXT, np.eye(DIM), np.eye(DIM))
    return sampled_loss(model, weights_from_blocks(model, DIM, blocks), population, SAMPLES, generator("benchmark", 0))
