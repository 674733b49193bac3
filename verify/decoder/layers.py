"""Decoder layers in float64: causal softmax attention, GeLU, LayerNorm and residual connections.

Columns h_1 ... h_T of shape (D,): h += W_V (mean of the h_j, j <= i, with weights softmax(h_i' W_QK h_j)), and then
h += W_2 G(W_1 h + b_1) + b_2, h behind LayerNorm where the layer has one. G(z) = z Phi(z).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Layer:
    """The weights: scores (D, D) for W_Q' W_K, values (D, D), first (k, D), bias (k,), second (D, k), shift (D,)."""

    scores: Floats
    values: Floats
    first: Floats
    bias: Floats
    second: Floats
    shift: Floats
    normalised: bool = False

    @property
    def units(self) -> int:
        """The number of inner units."""
        return len(self.bias)


def gelu(z: Floats) -> Floats:
    """z Phi(z), Phi the distribution function of N(0, 1)."""
    found: Floats = z * ndtr(z)
    return found


def normalise(columns: Floats) -> Floats:
    """(h - mean) / standard deviation of every column; a column without deviation becomes 0."""
    centred = columns - np.mean(columns, axis=0)
    deviation = np.sqrt(np.mean(centred**2, axis=0))
    found: Floats = centred / np.where(deviation > 0, deviation, 1.0)
    return found


def attend(columns: Floats, layer: Layer) -> Floats:
    """The columns (D, T) after attention: no column sees a later one."""
    scores = columns.T @ layer.scores @ columns
    masked = np.where(np.tril(np.ones_like(scores)) > 0, scores, -np.inf)
    weights = np.exp(masked - np.max(masked, axis=1, keepdims=True))
    weights /= np.sum(weights, axis=1, keepdims=True)
    found: Floats = columns + layer.values @ columns @ weights.T
    return found


def forward(columns: Floats, layer: Layer) -> Floats:
    """The columns (D, T) after one layer."""
    attended = attend(columns, layer)
    seen = normalise(attended) if layer.normalised else attended
    inner = gelu(layer.first @ seen + layer.bias[:, None])
    found: Floats = attended + layer.second @ inner + layer.shift[:, None]
    return found
