"""Definiteness: exact on rationals, up to a stated tolerance on floats."""

import numpy as np
import pytest
from flint import fmpq, fmpq_mat

from verify.evaluate.definiteness import Definiteness, definiteness
from verify.evaluate.eigenvalues import definiteness_float, rounding

TINY = fmpq(1, 10**40)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([2, 1, 1, 2], Definiteness.DEFINITE),
        ([1, 1, 1, 1 + TINY], Definiteness.DEFINITE),
        ([1, 1, 1, 1], Definiteness.SEMIDEFINITE),
        ([0, 0, 0, 0], Definiteness.SEMIDEFINITE),
        ([0, 0, 0, 1], Definiteness.SEMIDEFINITE),
        ([1, 1, 1, 1 - TINY], Definiteness.INDEFINITE),
        ([0, 1, 1, 0], Definiteness.INDEFINITE),
        ([0, 1, 1, 5], Definiteness.INDEFINITE),
        ([-1, 0, 0, 1], Definiteness.INDEFINITE),
    ],
)
def test_exact(entries: list[fmpq | int], expected: Definiteness) -> None:
    assert definiteness(fmpq_mat(2, 2, entries)) is expected


@pytest.mark.parametrize(
    ("least", "expected"),
    [
        (1e-12, Definiteness.DEFINITE),
        (1e-17, Definiteness.SEMIDEFINITE),
        (0.0, Definiteness.SEMIDEFINITE),
        (-1e-17, Definiteness.SEMIDEFINITE),
        (-1e-12, Definiteness.INDEFINITE),
    ],
)
def test_floats_count_rounding_as_zero(least: float, expected: Definiteness) -> None:
    matrix = np.diag([1.0, least])
    assert definiteness_float(matrix) is expected
    assert rounding(matrix) == pytest.approx(2 * np.finfo(float).eps)
