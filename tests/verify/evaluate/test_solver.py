"""The least value of a quadratic form by the solver: that of the normal equations."""

import pytest
from flint import fmpq, fmpq_mat

from verify.evaluate.solver import least


@pytest.mark.parametrize(
    ("hessian", "slope"),
    [
        ([[1]], [3]),
        ([[2, 1], [1, 3]], [1, -1]),
        ([[10**6, 0], [0, 1]], [10**3, 2]),
        ([[4, 1, 0], [1, 5, 2], [0, 2, 6]], [0, 0, 0]),
    ],
)
def test_normal_equations(hessian, slope):
    H, g = fmpq_mat(hessian), fmpq_mat(len(slope), 1, slope)
    exact = fmpq(7, 2) - (g.transpose() * H.inv() * g)[0, 0] / 4
    assert least(H, g, fmpq(7, 2)) == pytest.approx(int(exact.p) / int(exact.q), rel=1e-9)
