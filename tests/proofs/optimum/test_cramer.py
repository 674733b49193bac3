"""Cramer's rule over rationals and over polynomials, against elimination."""

import pytest
from flint import Ordering, fmpq, fmpq_mat, fmpq_mpoly_ctx
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import scalar
from proofs.algebra.evaluation import value
from proofs.optimum.cramer import determinant, least_point
from proofs.optimum.orthogonal import optimal_polynomial, quadratic_form, spectral_moments
from proofs.optimum.spectrum import quadratic_form as symbolic_form

numbers = st.integers(-9, 9).map(fmpq)


@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.lists(numbers, min_size=n, max_size=n), min_size=n, max_size=n)))
def test_determinant(rows):
    assert determinant(rows) == fmpq_mat(rows).det()


@given(st.integers(1, 8), st.integers(1, 5), st.integers(1, 4), st.integers(0, 5))
def test_least_point(n, d, layers, noise):
    moments = spectral_moments(n, d, 2 * layers + 1)
    found = least_point(quadratic_form(moments, layers, fmpq(noise, n)).tolist())
    best = optimal_polynomial(moments, layers, fmpq(noise, n))
    top = found.cofactors[0]
    assert tuple(cofactor / top for cofactor in found.cofactors) == best.coefficients
    assert found.determinant / top == best.loss


def test_over_polynomials():
    x, y = fmpq_mpoly_ctx.get(["x", "y"], Ordering.lex).gens()
    found = least_point([[x, y], [y, x]])
    assert found.cofactors == (x, -y)
    assert found.determinant == x**2 - y**2


@pytest.mark.parametrize(("n", "d", "noise"), [(1, 1, 0), (3, 2, 1), (2, 5, 4)])
def test_the_form_in_letters_is_the_form_in_numbers(n, d, noise):
    """Entry (j, k) of the symbolic form is n^(j+k) times that of the numbers."""
    layers = 2
    symbolic = symbolic_form(layers, scalar("sigma2"))
    numeric = quadratic_form(spectral_moments(n, d, 2 * layers + 1), layers, fmpq(noise, n))
    known = {"n": fmpq(n), "d": fmpq(d), "sigma2": fmpq(noise)}
    for j, row in enumerate(symbolic):
        for k, entry in enumerate(row):
            assert value(entry, {}, known) == fmpq(n) ** (j + k) * numeric[j, k]
