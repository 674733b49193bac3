"""Means with powers of 1/g at d = 1: moments of the length, by hand and sampled; means that do not exist."""

import numpy as np
import pytest
from flint import fmpq, fmpq_mat

from proofs.core.errors import InputError
from proofs.core.task import GramOperator
from verify.simulate.exact import Roots
from verify.simulate.radial import radial_mean, radius_moment
from verify.simulate.words import Term

ONE = fmpq_mat([[fmpq(1)]])
ROOTS = Roots(fmpq_mat([[fmpq(3, 2)]]), ONE, fmpq(0))
GRAM = GramOperator()


@pytest.mark.parametrize(
    ("n", "power", "value"),
    [
        (3, 0, fmpq(1)),
        (3, 1, fmpq(3)),
        (3, 2, fmpq(15)),
        (5, -1, fmpq(1, 3)),
        (7, -2, fmpq(1, 15)),
        (5, -2, fmpq(1, 3)),
    ],
)
def test_moments_of_the_length(n, power, value):
    assert radius_moment(n, power) == value


@pytest.mark.parametrize(("n", "power"), [(2, -1), (1, -1), (4, -2)])
def test_moments_that_are_infinite(n, power):
    with pytest.raises(InputError, match=f"is infinite for n = {n}"):
        radius_moment(n, power)


@pytest.mark.parametrize(("n", "power"), [(5, 2), (5, 1), (3, 0), (3, -1), (7, -2), (7, -3)])
def test_moments_of_the_radius(n, power):
    """Against a sample where the variance is finite."""
    samples = np.sum(np.random.default_rng(n).standard_normal((400_000, n)) ** 2, axis=1)
    assert float(np.mean(samples ** float(power))) == pytest.approx(float(radius_moment(n, power)), rel=0.15)


def test_the_inverse_of_the_gram_number():
    """E 1 / (9/4 |Z|^2) = 4 / (9 (n - 2))."""
    assert radial_mean([Term(fmpq(5), (("G^-1",),))], ROOTS, 4, GRAM) == 5 * fmpq(4, 9) / 2


def test_a_power_cancels():
    assert radial_mean([Term(fmpq(1), (("G", "G^-1"),))], ROOTS, 3, GRAM) == 1


def test_against_a_sample():
    """E w^2 x_q^2 g^2 / g, with w and x_q independent of X."""
    word = ("w", "w'", "x_q", "x_q'", "G", "G", "G^-1")
    found = radial_mean([Term(fmpq(1), (word,))], ROOTS, 6, GRAM)
    rng = np.random.default_rng(1)
    g = 2.25 * (rng.standard_normal((200_000, 6)) ** 2).sum(axis=1)
    w, x = rng.standard_normal(200_000), 1.5 * rng.standard_normal(200_000)
    assert float(np.mean(w**2 * x**2 * g)) == pytest.approx(float(int(found.p) / int(found.q)), rel=0.05)


def test_other_dimensions():
    wide = Roots(fmpq_mat([[1, 0], [0, 1]]), ONE, fmpq(0))
    for roots in (wide, Roots(0 * ONE, ONE, fmpq(0))):
        with pytest.raises(InputError, match="at d = 1 and a positive variance only"):
            radial_mean([Term(fmpq(1), (("G^-1",),))], roots, 4, GRAM)
