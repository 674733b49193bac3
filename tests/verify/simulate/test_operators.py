"""Letters that are functions of X: floats and rationals agree, and what cannot be had is said."""

import numpy as np
import pytest
from flint import fmpq, fmpq_mat

from proofs.core.errors import InputError
from proofs.core.task import GramOperator, RidgeOperator
from verify.simulate.arrays import as_array, as_floats
from verify.simulate.exact import Roots
from verify.simulate.operators import exact_operator_letters, operator_letters
from verify.simulate.radial import radial_mean, radius_moment
from verify.simulate.words import Term


@pytest.mark.parametrize("operator", [GramOperator(), RidgeOperator("H"), RidgeOperator("H", noise="s")])
def test_both_agree(rationals, operator):
    known = {"X": as_array(rationals(np.random.default_rng(3), 4, 2)), "s": as_array(fmpq(1, 3))}
    exact = exact_operator_letters(operator, known)
    floats = operator_letters(operator, as_floats(known["X"]), {"s": as_floats(fmpq(1, 3))})
    assert exact.keys() == floats.keys()
    for name, value in exact.items():
        np.testing.assert_allclose(floats[name], value.astype(float), rtol=1e-8, atol=1e-10)


def test_a_wide_input_has_no_inverse(rationals):
    X = rationals(np.random.default_rng(3), 1, 2)
    assert exact_operator_letters(GramOperator(), {"X": as_array(X)}).keys() == {"G"}
    assert operator_letters(GramOperator(), as_floats(X), {}).keys() == {"G"}


def test_a_random_input_has_no_exact_operator():
    with pytest.raises(InputError, match="fixed value of X"):
        exact_operator_letters(GramOperator(), {})


@pytest.mark.parametrize(("n", "power"), [(1, -1), (2, -1), (4, -2)])
def test_infinite_moments(n, power):
    with pytest.raises(InputError, match="is infinite"):
        radius_moment(n, power)


def test_only_one_dimension():
    plane = Roots(fmpq_mat(2, 2, [1, 0, 0, 1]), fmpq_mat(2, 2, [1, 0, 0, 1]), fmpq(0))
    with pytest.raises(InputError, match="d = 1"):
        radial_mean([Term(fmpq(1), (("G",),))], plane, 5, GramOperator())
