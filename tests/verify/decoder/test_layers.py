"""Decoder layers in float64: causal attention, GeLU, LayerNorm, residual connections, from their definitions."""

import math

import numpy as np
import pytest

from verify.decoder.layers import Layer, attend, forward, gelu, normalise

RNG = np.random.default_rng(0)
D, T, K = 3, 4, 5


def layer(**changes) -> Layer:
    parts = {
        "scores": RNG.standard_normal((D, D)),
        "values": RNG.standard_normal((D, D)),
        "first": RNG.standard_normal((K, D)),
        "bias": RNG.standard_normal(K),
        "second": RNG.standard_normal((D, K)),
        "shift": RNG.standard_normal(D),
    }
    return Layer(**(parts | changes))


COLUMNS = RNG.standard_normal((D, T))


def test_gelu() -> None:
    for z in (-3.0, -0.5, 0.0, 2.0):
        assert gelu(np.array(z)) == pytest.approx(z * (1 + math.erf(z / math.sqrt(2))) / 2)


def test_normalised_columns_have_mean_zero_and_deviation_one() -> None:
    found = normalise(np.column_stack([COLUMNS, np.full(D, 7.0)]))
    assert found.mean(axis=0) == pytest.approx(0, abs=1e-12)
    assert found[:, :-1].std(axis=0) == pytest.approx(1)
    assert not found[:, -1].any()


def test_attention_column_by_column() -> None:
    one = layer()
    found = attend(COLUMNS, one)
    for i in range(T):
        weights = np.exp([COLUMNS[:, i] @ one.scores @ COLUMNS[:, j] for j in range(i + 1)])
        mean = COLUMNS[:, : i + 1] @ (weights / weights.sum())
        assert found[:, i] == pytest.approx(COLUMNS[:, i] + one.values @ mean)


def test_no_column_sees_a_later_one() -> None:
    one, later = layer(), COLUMNS.copy()
    later[:, 2:] += 1
    assert np.array_equal(forward(COLUMNS, one)[:, :2], forward(later, one)[:, :2])
    assert not np.allclose(forward(COLUMNS, one)[:, 2], forward(later, one)[:, 2])


def test_large_scores_do_not_overflow() -> None:
    assert np.isfinite(attend(1e3 * COLUMNS, layer())).all()


@pytest.mark.parametrize("normalised", [False, True])
def test_a_whole_layer(normalised: bool) -> None:
    one = layer(normalised=normalised)
    attended = attend(COLUMNS, one)
    seen = normalise(attended) if normalised else attended
    expected = attended + one.second @ gelu(one.first @ seen + one.bias[:, None]) + one.shift[:, None]
    assert forward(COLUMNS, one) == pytest.approx(expected)
    assert one.units == K
