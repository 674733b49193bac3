"""The exact minimizer against formulas by hand, against its defining property, and against its float road."""

from fractions import Fraction

import numpy as np
import pytest
from flint import fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import matrix
from proofs.algebra.evaluation import value
from proofs.attention.linear import sparse_loss
from proofs.core.task import Task
from verify.evaluate.minimizer import EllipticalLaw, IndependentLaw, minimize
from verify.evaluate.minimizer_float import minimize_float

small = st.fractions(Fraction(1, 9), 9, max_denominator=9)


def rational(number: Fraction | int) -> fmpq:
    return fmpq(Fraction(number).numerator, Fraction(number).denominator)


def identity(size: int) -> fmpq_mat:
    return fmpq_mat(size, size, [int(i == j) for i in range(size) for j in range(size)])


@given(small, small, st.one_of(st.just(Fraction(0)), small), st.integers(1, 50))
def test_one_dimension_by_hand(s: Fraction, p: Fraction, noise: Fraction, n: int) -> None:
    found = minimize(*(fmpq_mat(1, 1, [rational(entry)]) for entry in (s, p)), rational(noise), n)
    K = Fraction(n + 1, n) * s * p * s + (s * p + noise) / n * s
    assert found.A[0, 0] == rational(p * s / K)
    assert found.loss == rational(s * p - (s * p) ** 2 * s / K)


@pytest.mark.parametrize(("n", "d", "noise"), [(1, 1, 0), (20, 2, 0), (3, 5, Fraction(1, 3)), (7, 4, 2)])
def test_identity_covariances_by_hand(n: int, d: int, noise: Fraction | int) -> None:
    found = minimize(identity(d), identity(d), rational(noise), n)
    step = rational(Fraction(n) / (n + d + 1 + noise))
    assert step * identity(d) == found.A
    assert found.loss == d * (1 - step)


@given(st.data(), st.integers(1, 3), st.integers(1, 9))
def test_no_neighbour_has_a_smaller_loss(data: st.DataObject, d: int, n: int) -> None:
    entries = st.lists(st.integers(-3, 3), min_size=d * d, max_size=d * d)
    root, factor, away = (fmpq_mat(d, d, data.draw(entries)) for _ in range(3))
    Sigma, Psi, noise = root * root.transpose() + identity(d), factor * factor.transpose(), fmpq(1, 7)
    found = minimize(Sigma, Psi, noise, n)
    loss = sparse_loss(Task("Sigma", "Psi", "sigma2"), matrix("A", "d", "d")).value()
    numbers = {"n": fmpq(n), "d": fmpq(d), "sigma2": noise}
    for step in (fmpq(1, 10**6), fmpq(-1, 10**6)):
        there = value(loss, {"Sigma": Sigma, "Psi": Psi, "A": found.A + step * away}, numbers)
        assert there > found.loss or away == 0 * away


def test_zero_task_covariance_needs_no_weights() -> None:
    found = minimize(identity(2), fmpq_mat(2, 2), fmpq(1), 3)
    assert fmpq_mat(2, 2) == found.A
    assert found.loss == 0


def test_floats_agree_with_the_exact_road() -> None:
    Sigma, Psi = fmpq_mat(2, 2, [2, 1, 1, 3]), fmpq_mat(2, 2, [1, 1, 1, 2])
    exact = minimize(Sigma, Psi, fmpq(1, 4), 6)
    rounded = minimize_float(np.array([[2.0, 1], [1, 3]]), np.array([[1.0, 1], [1, 2]]), 0.25, 6.0)
    wanted = [[int(exact.A[i, j].p) / int(exact.A[i, j].q) for j in range(2)] for i in range(2)]
    np.testing.assert_allclose(rounded.A, wanted, rtol=1e-13)
    assert rounded.loss == pytest.approx(int(exact.loss.p) / int(exact.loss.q), rel=1e-13)


@pytest.mark.parametrize(
    ("law", "fourth"),
    [
        (None, fmpq(3)),
        (EllipticalLaw(fmpq(1)), fmpq(3)),
        (EllipticalLaw(fmpq(5, 3)), fmpq(5)),
        (IndependentLaw(fmpq(9, 5)), fmpq(9, 5)),
        (IndependentLaw(fmpq(1)), fmpq(1)),
    ],
)
@given(small, small, st.one_of(st.just(Fraction(0)), small), st.integers(1, 50))
def test_other_laws_in_one_dimension(law, fourth, s: Fraction, p: Fraction, noise: Fraction, n: int) -> None:
    s, p, noise = map(rational, (s, p, noise))
    found = minimize(fmpq_mat(1, 1, [s]), fmpq_mat(1, 1, [p]), noise, n, law)
    K = ((n - 1) * s * s * p + fourth * s * s * p + noise * s) / n
    assert found.A[0, 0] == p * s / K
    assert found.loss == s * p - (s * p) ** 2 * s / K


@pytest.mark.parametrize(("n", "d"), [(1, 1), (5, 2), (20, 5)])
def test_uniform_inputs_by_hand(n: int, d: int) -> None:
    """Coordinates uniform on (-1, 1), w ~ N(0, I), no noise."""
    third = fmpq(1, 3)
    a = third / (fmpq(1, n) * (fmpq(1, 5) + fmpq(d - 1, 9)) + fmpq(n - 1, n) / 9)
    found = minimize(third * identity(d), identity(d), fmpq(0), n, IndependentLaw(fmpq(9, 5)))
    assert a * identity(d) == found.A
    assert found.loss == d * third * (1 - a * third)


@pytest.mark.parametrize("law", [EllipticalLaw(fmpq(7, 3)), IndependentLaw(fmpq(6)), IndependentLaw(fmpq(1))], ids=str)
def test_floats_agree_for_other_laws(law) -> None:
    exact = minimize(fmpq_mat(2, 2, [2, 0, 0, 3]), fmpq_mat(2, 2, [1, 1, 1, 2]), fmpq(1, 4), 6, law)
    rounded = minimize_float(np.diag([2.0, 3]), np.array([[1.0, 1], [1, 2]]), 0.25, 6.0, law)
    wanted = [[int(exact.A[i, j].p) / int(exact.A[i, j].q) for j in range(2)] for i in range(2)]
    np.testing.assert_allclose(rounded.A, wanted, rtol=1e-13)
    assert rounded.loss == pytest.approx(int(exact.loss.p) / int(exact.loss.q), rel=1e-13)
