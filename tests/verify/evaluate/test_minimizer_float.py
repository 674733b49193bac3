"""The minimizer in floats: that of the exact road, and numbers that floats cannot hold."""

import numpy as np
import pytest
from flint import fmpq, fmpq_mat

from verify.evaluate.minimizer import EllipticalLaw, IndependentLaw, minimize
from verify.evaluate.minimizer_float import minimize_float

SIGMA, PSI = [[2, 1], [1, 3]], [[1, 0], [0, 2]]
DIAGONAL = [[2, 0], [0, 3]]


@pytest.mark.parametrize(
    ("Sigma", "law"),
    [
        (SIGMA, None),
        (SIGMA, EllipticalLaw(fmpq(5, 3))),
        (DIAGONAL, IndependentLaw(fmpq(9, 5))),
        (DIAGONAL, IndependentLaw(fmpq(1))),
    ],
)
def test_it_is_the_exact_one(Sigma, law):
    exact = minimize(fmpq_mat(Sigma), fmpq_mat(PSI), fmpq(1, 2), 5, *([] if law is None else [law]))
    found = minimize_float(Sigma, PSI, 0.5, 5, law)
    assert pytest.approx(np.array([[int(x.p) / int(x.q) for x in row] for row in exact.A.tolist()])) == found.A
    assert found.loss == pytest.approx(int(exact.loss.p) / int(exact.loss.q))


def test_beyond_the_range_of_floats():
    with pytest.raises(ArithmeticError):
        minimize_float(1e200 * np.eye(2), np.eye(2), 0.0, 3.0)


def test_a_singular_factor():
    with pytest.raises(ArithmeticError, match="singular"):
        minimize_float(np.zeros((2, 2)), np.eye(2), 0.0, 3.0)
