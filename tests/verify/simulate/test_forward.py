"""The forward pass against numbers worked by hand and against loops over tokens."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofs.core.errors import InputError, ShapeError
from proofs.core.task import LinearAttention, ReadOutAttention
from verify.simulate.arrays import array_of, as_array, as_floats
from verify.simulate.forward import predict
from verify.simulate.weights import LinearWeights, ReadOutWeights, weights_from_blocks

sizes = st.integers(1, 3)
seeds = st.integers(0, 10**6)


def test_one_layer_by_hand():
    # Z M Z' = [[4, 6], [6, 9]], Q z_q = (5, 10), their product (80, 120), last row of P: 80 - 120, sign turned
    weights = weights_from_blocks(
        LinearAttention(), 1, {"b_x": np.ones(1), "b_y": -1.0, "A_x": np.eye(1), "a_y": [2.0]}
    )
    assert predict(LinearAttention(), weights, np.array([[2.0]]), np.array([3.0]), np.array([5.0])) == 40.0


def test_two_layers_by_hand():
    # b = (0, 1), A = 1/2: the label row goes (3, 0) -> (9, 15) -> (27, 60)
    blocks = {"b_y": 1.0, "A_x": np.eye(1) / 2, "b_y_1": 1.0, "A_x_1": np.eye(1) / 2}
    weights = weights_from_blocks(LinearAttention(2), 1, blocks)
    assert predict(LinearAttention(2), weights, np.array([[2.0]]), np.array([3.0]), np.array([5.0])) == -60.0


def test_read_out_by_hand():
    # G = [[5, 8], [8, 13]], N z_q = (7, 14), G N z_q = (147, 238)
    weights = weights_from_blocks(ReadOutAttention(), 1, {"u_x": [1.0], "u_y": 2.0, "N_xx": [[1.0]], "N_yx": [2.0]})
    X, y = np.array([[2.0], [1.0]]), np.array([3.0, 2.0])
    assert predict(ReadOutAttention(), weights, X, y, np.array([7.0])) == 147 + 2 * 238


def token_by_token(weights, X, y, x_q):
    """Each token moves by the mean over the context of P z_i (z_i' Q z_j); the query is the last token."""
    tokens = [np.append(x, label) for x, label in zip(X, y, strict=True)] + [np.append(x_q, 0.0)]
    for P, Q in zip(weights.P, weights.Q, strict=True):
        moved = []
        for z in tokens:
            pull = np.zeros_like(z)
            for z_i in tokens[:-1]:
                pull += P @ z_i * (z_i @ Q @ z)
            moved.append(z + pull / len(X))
        tokens = moved
    return -tokens[-1][-1]


@given(sizes, sizes, sizes, seeds)
def test_layers_agree_with_loops(d, n, layers, seed):
    rng = np.random.default_rng(seed)
    P, Q = 0.3 * rng.standard_normal((2, layers, d + 1, d + 1))
    weights = LinearWeights(tuple(P), tuple(Q))
    X, y, x_q = rng.standard_normal((4, n, d)), rng.standard_normal((4, n)), rng.standard_normal((4, d))
    expected = [token_by_token(weights, *sample) for sample in zip(X, y, x_q, strict=True)]
    np.testing.assert_allclose(predict(LinearAttention(layers), weights, X, y, x_q), expected, rtol=1e-9, atol=1e-11)


@given(sizes, sizes, seeds)
def test_read_out_agrees_with_loops(d, n, seed):
    rng = np.random.default_rng(seed)
    weights = ReadOutWeights(rng.standard_normal(d + 1), rng.standard_normal((d + 1, d + 1)))
    X, y, x_q = rng.standard_normal((n, d)), rng.standard_normal(n), rng.standard_normal(d)
    tokens = [np.append(x, label) for x, label in zip(X, y, strict=True)]
    expected = sum((weights.u @ z) * (z @ weights.N @ np.append(x_q, 0.0)) for z in tokens)
    np.testing.assert_allclose(predict(ReadOutAttention(), weights, X, y, x_q), expected, rtol=1e-9, atol=1e-11)


@given(sizes, sizes, st.integers(1, 2), seeds)
def test_rationals_agree_with_floats(rationals, d, n, layers, seed):
    rng = np.random.default_rng(seed)
    P, Q = (tuple(as_array(rationals(rng, d + 1, d + 1)) for _ in range(layers)) for _ in "PQ")
    data = rationals(rng, n, d), rationals(rng, 1, n), rationals(rng, 1, d)
    X, y, x_q = as_array(data[0]), as_array(data[1])[0], as_array(data[2])[0]
    exact = predict(LinearAttention(layers), LinearWeights(P, Q), X, y, x_q)
    floats = LinearWeights(tuple(map(as_floats, P)), tuple(map(as_floats, Q)))
    rounded = predict(LinearAttention(layers), floats, as_floats(X), as_floats(y), as_floats(x_q))
    np.testing.assert_allclose(rounded, float(exact), rtol=1e-9, atol=1e-9)


def test_the_query_is_not_attended_to():
    rng = np.random.default_rng(1)
    weights = LinearWeights(tuple(rng.standard_normal((2, 3, 3))), tuple(rng.standard_normal((2, 3, 3))))
    X, y, x_q = rng.standard_normal((3, 2)), rng.standard_normal(3), rng.standard_normal(2)
    once = predict(LinearAttention(2), weights, X, y, x_q)
    assert predict(LinearAttention(2), weights, X, y, 2 * x_q) == pytest.approx(2 * once)


def test_misuse_is_named():
    weights = weights_from_blocks(LinearAttention(), 2, {"b_y": 1.0})
    X, y, x_q = np.ones((3, 2)), np.ones(3), np.ones(2)
    with pytest.raises(ShapeError, match="expected 2 layers"):
        predict(LinearAttention(2), weights, X, y, x_q)
    with pytest.raises(InputError, match="does not take LinearWeights"):
        predict(ReadOutAttention(), weights, X, y, x_q)
    with pytest.raises(ShapeError, match=r"P of layer 0 must have shape \(2, 2\)"):
        predict(LinearAttention(), weights, X[:, :1], y, x_q[:1])
    with pytest.raises(ShapeError, match="do not fit"):
        predict(LinearAttention(), weights, X, y[:2], x_q)


def test_an_array_of_sequences_keeps_its_shape():
    assert array_of((2, 1), [[1, 2], [3, 4]]).shape == (2, 1)
