"""Arrays of floats and arrays of rationals or polynomials: the same code runs on both."""

from collections.abc import Iterable
from math import prod
from typing import Any

import numpy as np
from flint import fmpq, fmpq_mat
from numpy.typing import NDArray

Array = NDArray[Any]
FloatArray = NDArray[np.float64]
Value = Array | fmpq_mat | fmpq | float


def array_of(shape: tuple[int, ...], entries: Iterable[object]) -> Array:
    """An array of objects from its entries in row order. (numpy itself would take a polynomial for a sequence.)"""
    result = np.empty(prod(shape), dtype=object)
    for index, entry in enumerate(entries):
        result[index] = entry
    return result.reshape(shape)


def as_array(value: Value) -> Array:
    """The value as an array: rationals stay rationals (dtype object), all other numbers become float64."""
    if isinstance(value, fmpq_mat):
        return array_of((value.nrows(), value.ncols()), value.entries())
    if isinstance(value, fmpq):
        return array_of((), [value])
    result = np.asarray(value)
    return result if result.dtype == object else result.astype(np.float64)


def as_floats(value: Value) -> FloatArray:
    """The value rounded to float64."""
    return as_array(value).astype(np.float64)


def as_rationals(value: Array) -> fmpq_mat:
    """The exact matrix of an array of rationals of shape (rows, columns)."""
    rows, columns = value.shape
    return fmpq_mat(rows, columns, list(value.flat))


def transpose(matrices: Array) -> Array:
    """The transposes of matrices of shape (..., rows, columns)."""
    return np.swapaxes(matrices, -1, -2)
