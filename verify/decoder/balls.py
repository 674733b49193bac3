"""Decoder layers in balls: the same weights, with scales and precision far beyond float64."""

from collections.abc import Sequence

import numpy as np
from flint import arb, arb_mat

from verify.decoder.layers import Floats, Layer
from verify.enclose.layers import attention, gelu, normalised


def balls(array: Floats) -> arb_mat:
    """The entries as exact balls."""
    rows, columns = array.shape
    return arb_mat(rows, columns, [arb(float(entry)) for entry in array.flat])


def passed(columns: Floats, layers: Sequence[Layer]) -> arb_mat:
    """The columns (D, T) after all layers."""
    state = balls(columns)
    for layer in layers:
        state = forward(state, layer)
    return state


def forward(columns: arb_mat, layer: Layer) -> arb_mat:
    """The columns (D, T) after one layer, as verify.decoder.layers.forward."""
    attended = attend(columns, layer)
    if not layer.units:
        return attended
    seen = _by_columns([normalised(column) for column in _columns(attended)]) if layer.normalised else attended
    width, count = columns.nrows(), columns.ncols()
    bias, shift = (np.repeat(part[:, None], count, axis=1) for part in (layer.bias, layer.shift))
    inner = balls(layer.first) * seen + balls(bias)
    active = arb_mat(layer.units, count, [gelu(entry) for entry in inner.entries()])
    found: arb_mat = attended + balls(layer.second) * active + balls(shift.reshape(width, count))
    return found


def attend(columns: arb_mat, layer: Layer) -> arb_mat:
    """The columns after attention: no column sees a later one."""
    count = columns.ncols()
    scores = columns.transpose() * balls(layer.scores) * columns
    weights = []
    for i in range(count):
        seen = attention([scores[i, j] for j in range(i + 1)])
        weights.append([*seen, *(arb(0) for _ in range(count - len(seen)))])
    found: arb_mat = columns + balls(layer.values) * columns * arb_mat(weights).transpose()
    return found


def _columns(whole: arb_mat) -> list[list[arb]]:
    return [[whole[i, j] for i in range(whole.nrows())] for j in range(whole.ncols())]


def _by_columns(columns: Sequence[Sequence[arb]]) -> arb_mat:
    return arb_mat([list(row) for row in zip(*columns, strict=True)])
