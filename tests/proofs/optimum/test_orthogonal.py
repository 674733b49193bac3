"""Optimal polynomials of the spectral measure: known values, the quadratic form, certified step sizes."""

from itertools import pairwise

import pytest
from flint import ctx, fmpq
from hypothesis import given
from hypothesis import strategies as st

from proofs.core.errors import InputError
from proofs.optimum.orthogonal import OptimalPolynomial, optimal_polynomial, spectral_moments, step_sizes

SIZES = st.integers(1, 25)
LAYERS = st.integers(1, 6)
KNOWN = [
    (5, 20, 1, fmpq(15, 13), ("0.769231",)),
    (5, 20, 3, fmpq(12138645, 90852389), ("0.422409", "0.689126", "1.714217")),
    (2, 2, 3, fmpq(4875, 6151), None),
]


def integral(moments, coefficients):
    """The integral of a product of two polynomials."""
    left, right = coefficients
    return sum((a * b * moments[i + j] for i, a in enumerate(left) for j, b in enumerate(right)), fmpq(0))


def orthonormal_squares_at_zero(moments, degree):
    """p_k(0)^2 for k up to the degree, by Gram and Schmidt."""
    basis = []
    for k in range(degree + 1):
        p = [fmpq(int(i == k)) for i in range(degree + 1)]
        for other in basis:
            share = integral(moments, (p, other)) / integral(moments, (other, other))
            p = [a - share * b for a, b in zip(p, other, strict=True)]
        basis.append(p)
    return [p[0] ** 2 / integral(moments, (p, p)) for p in basis]


@pytest.mark.parametrize(("d", "n", "layers", "loss", "steps"), KNOWN)
def test_known_values(d, n, layers, loss, steps):
    found = optimal_polynomial(spectral_moments(n, d, 2 * layers + 1), layers)
    assert found.loss == loss
    assert found.degree == layers
    if steps is not None:
        assert tuple(f"{float(step):.6f}" for step in step_sizes(found, 20)) == steps


@given(SIZES, SIZES, LAYERS)
def test_the_loss_is_the_quadratic_form_and_one_over_the_kernel(n, d, layers):
    moments = spectral_moments(n, d, 2 * layers + 1)
    found = optimal_polynomial(moments, layers)
    assert found.coefficients[0] == 1
    assert integral(moments, (found.coefficients, found.coefficients)) == found.loss
    assert 1 / sum(orthonormal_squares_at_zero(moments, layers), start=fmpq(0)) == found.loss


@given(SIZES, SIZES, LAYERS, st.lists(st.fractions(-2, 2, max_denominator=9), min_size=6, max_size=6))
def test_no_polynomial_is_better(n, d, layers, moves):
    moments = spectral_moments(n, d, 2 * layers + 1)
    found = optimal_polynomial(moments, layers)
    change = [fmpq(0), *(fmpq(move.numerator, move.denominator) for move in moves[:layers])]
    other = [a + b for a, b in zip(found.coefficients, change, strict=True)]
    assert integral(moments, (other, other)) == found.loss + integral(moments, (change, change))


@given(SIZES, SIZES)
def test_one_layer_in_closed_form(n, d):
    found = optimal_polynomial(spectral_moments(n, d, 3), 1)
    assert found.coefficients == (1, -fmpq(n, n + d + 1))
    assert found.loss == fmpq(d * (d + 1), n + d + 1)


@given(SIZES, SIZES)
def test_more_layers_are_better(n, d):
    moments = spectral_moments(n, d, 15)
    losses = [optimal_polynomial(moments, layers).loss for layers in range(1, 8)]
    assert losses == sorted(set(losses), reverse=True)
    assert losses[-1] > 0


@given(SIZES, SIZES, LAYERS)
def test_step_sizes_are_enclosed(n, d, layers):
    found = optimal_polynomial(spectral_moments(n, d, 2 * layers + 1), layers)
    steps = step_sizes(found, 30)
    assert len(steps) == layers
    assert all(step > 0 and step.rel_accuracy_bits() > 100 for step in steps)
    assert all(low < high for low, high in pairwise(steps))


def test_the_precision_is_restored():
    before = ctx.dps
    step_sizes(optimal_polynomial(spectral_moments(4, 2, 5), 2), 100)
    assert ctx.dps == before


@pytest.mark.parametrize("coefficients", [(1, 0, 1), (1, -2, 1), (1, 3, 2)])
def test_zeros_that_give_no_step_sizes(coefficients):
    with pytest.raises(InputError, match="real, simple and positive"):
        step_sizes(OptimalPolynomial(tuple(map(fmpq, coefficients)), fmpq(1)), 10)
