"""Random rational instances for both roads."""

from collections.abc import Callable

import numpy as np
import pytest
from flint import fmpq, fmpq_mat

Rationals = Callable[[np.random.Generator, int, int], fmpq_mat]


def _rationals(rng: np.random.Generator, rows: int, columns: int) -> fmpq_mat:
    tops, bottoms = rng.integers(-4, 5, rows * columns), rng.integers(2, 6, rows * columns)
    return fmpq_mat(rows, columns, [fmpq(int(top), int(bottom)) for top, bottom in zip(tops, bottoms, strict=True)])


@pytest.fixture(scope="session")
def rationals() -> Rationals:
    """A random rational matrix from a generator, rows and columns."""
    return _rationals
