"""Definiteness of floats: up to rounding an eigenvalue counts as zero."""

import numpy as np
import pytest

from verify.evaluate.definiteness import Definiteness
from verify.evaluate.eigenvalues import definiteness_float, rounding

EPS = np.finfo(np.float64).eps


@pytest.mark.parametrize(
    ("eigenvalues", "found"),
    [
        ((1.0, 2.0), Definiteness.DEFINITE),
        ((1.0, 100 * EPS), Definiteness.DEFINITE),
        ((1.0, EPS), Definiteness.SEMIDEFINITE),
        ((1.0, -EPS), Definiteness.SEMIDEFINITE),
        ((0.0, 0.0), Definiteness.SEMIDEFINITE),
        ((1.0, -100 * EPS), Definiteness.INDEFINITE),
        ((1e200, -1.0), Definiteness.SEMIDEFINITE),
        ((1.0, -1.0), Definiteness.INDEFINITE),
    ],
)
def test_the_least_eigenvalue(eigenvalues, found):
    assert definiteness_float(np.diag(eigenvalues)) is found


def test_rounding_grows_with_size_and_norm():
    assert rounding(np.diag([1.0, -4.0])) == 2 * EPS * 4
    assert rounding(np.eye(3)) == 3 * EPS
