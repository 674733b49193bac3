"""Weights from blocks."""

import numpy as np
import pytest
from flint import fmpq, fmpq_mat

from proofs.core.errors import InputError, ShapeError
from proofs.core.task import LinearAttention, ReadOutAttention
from verify.simulate.weights import weights_from_blocks


def test_blocks_land_where_the_convention_says():
    blocks = {
        "P_xx": np.array([[1.0, 2.0], [3.0, 4.0]]),
        "P_xy": np.array([5.0, 6.0]),
        "b_x": np.array([[7.0], [8.0]]),
        "b_y": 9.0,
        "A_x_1": -np.eye(2),
        "Q_xy_1": np.array([1.0, 2.0]),
        "a_y_1": np.array([3.0, 4.0]),
        "Q_yy_1": np.array([[5.0]]),
    }
    weights = weights_from_blocks(LinearAttention(2), 2, blocks)
    np.testing.assert_array_equal(weights.P[0], [[1, 2, 5], [3, 4, 6], [7, 8, 9]])
    np.testing.assert_array_equal(weights.Q[1], [[-1, 0, 1], [0, -1, 2], [3, 4, 5]])
    assert not weights.P[1].any()
    assert not weights.Q[0].any()


def test_read_out_blocks():
    blocks = {"u_x": [1.0], "u_y": 2.0, "N_xx": [[3.0]], "N_xy": [4.0], "N_yx": [5.0], "N_yy": 6.0}
    weights = weights_from_blocks(ReadOutAttention(), 1, blocks)
    np.testing.assert_array_equal(weights.u, [1, 2])
    np.testing.assert_array_equal(weights.N, [[3, 4], [5, 6]])


def test_rational_blocks_stay_rational():
    weights = weights_from_blocks(LinearAttention(), 1, {"b_y": fmpq(1, 3), "A_x": fmpq_mat(1, 1, [fmpq(1, 7)])})
    assert all(isinstance(entry, fmpq) for array in weights.arrays for entry in array.flat)
    assert weights.P[0][1, 1] == fmpq(1, 3)


def test_structure_is_kept_when_the_numbers_change():
    weights = weights_from_blocks(LinearAttention(2), 1, {"b_y": 1.0})
    doubled = weights.with_arrays([2 * array for array in weights.arrays])
    assert doubled.P[0][1, 1] == 2.0
    assert len(doubled.Q) == 2


def test_misuse_is_named():
    with pytest.raises(InputError, match="no block named b_y_1"):
        weights_from_blocks(LinearAttention(), 1, {"b_y_1": 1.0})
    with pytest.raises(ShapeError, match=r"block A_x must have shape \(2, 2\), got \(2,\)"):
        weights_from_blocks(LinearAttention(), 2, {"A_x": np.ones(2)})
    with pytest.raises(InputError, match="floats, others of rationals"):
        weights_from_blocks(LinearAttention(), 1, {"b_y": fmpq(1), "A_x": np.eye(1)})
