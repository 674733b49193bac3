"""Arrays of floats and arrays of rationals: shapes and exactness are kept."""

import numpy as np
import pytest
from flint import fmpq, fmpq_mat

from verify.simulate.arrays import array_of, as_array, as_floats, as_rationals, transpose

MATRIX = fmpq_mat(2, 3, [fmpq(k, 3) for k in range(6)])


def test_rationals_stay_rationals():
    found = as_array(MATRIX)
    assert (found.dtype, found.shape) == (np.dtype(object), (2, 3))
    assert found[1, 0] == fmpq(1)
    assert as_rationals(found) == MATRIX
    assert as_array(fmpq(1, 2)).shape == ()
    assert as_array(fmpq(1, 2)).item() == fmpq(1, 2)


@pytest.mark.parametrize("value", [2, 0.5, [[1, 2], [3, 4]], np.arange(3, dtype=np.int8)])
def test_all_other_numbers_become_floats(value):
    assert as_array(value).dtype == np.float64
    assert np.array_equal(as_array(value), value)


def test_floats_are_the_nearest():
    assert as_floats(MATRIX) == pytest.approx(np.arange(6).reshape(2, 3) / 3)
    assert as_floats(fmpq(1, 10)) == 0.1


def test_objects_in_row_order():
    found = array_of((2, 2), [[1], [2], [3], [4]])
    assert found[0, 1] == [2]
    assert found[1, 0] == [3]


def test_transposes_of_stacked_matrices():
    stacked = np.arange(24).reshape(2, 3, 4)
    assert transpose(stacked).shape == (2, 4, 3)
    assert np.array_equal(transpose(stacked)[1], stacked[1].T)
