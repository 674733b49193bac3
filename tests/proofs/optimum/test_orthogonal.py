"""Optimal polynomials of the spectral measure: known values, the quadratic form, certified step sizes."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from flint import ctx, fmpq
from hypothesis import given
from hypothesis import strategies as st

from proofs.optimum.orthogonal import (
    OptimalPolynomial,
    decimal_steps,
    optimal_polynomial,
    spectral_moments,
    step_sizes,
)

SIZES = st.integers(1, 25)
LAYERS = st.integers(1, 6)
NOISE = st.fractions(Fraction(1, 100), 9, max_denominator=100).map(lambda s: fmpq(s.numerator, s.denominator))
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


def polynomial(*coefficients):
    return OptimalPolynomial(tuple(map(fmpq, coefficients)), fmpq(1))


def test_complex_zeros_give_no_step_sizes():
    assert step_sizes(polynomial(1, 0, 1), 10) is None
    assert decimal_steps(polynomial(1, 0, 1), 10) is None


def test_a_double_zero_gives_a_step_size_twice():
    assert decimal_steps(polynomial(1, -2, 1), 3) == (Decimal("1.00"), Decimal("1.00"))


@given(st.fractions(min_value=Fraction(1, 10**6), max_value=10**6, max_denominator=10**6), st.integers(1, 30))
def test_rational_step_sizes_are_rounded_half_to_even(step, digits):
    """Ties among them: an enclosure never decides those."""
    (found,) = decimal_steps(polynomial(1, fmpq(-step.numerator, step.denominator)), digits)
    assert len(found.as_tuple().digits) == digits
    unit = Fraction(10) ** int(found.as_tuple().exponent)
    assert Fraction(found) == round(step / unit) * unit


@pytest.mark.parametrize(("step", "digits", "expected"), [("1/4", 1, "0.2"), ("3/8", 2, "0.38"), ("125", 2, "1.2E+2")])
def test_ties(step, digits, expected):
    (found,) = decimal_steps(polynomial(1, -fmpq(*Fraction(step).as_integer_ratio())), digits)
    assert str(found) == expected


@given(SIZES, SIZES, st.integers(1, 4), NOISE)
def test_noise_through_the_orthogonal_polynomial(n, d, layers, s):
    """q = (s + mu Q) / (mu + s), Q orthogonal for mu dnu to lower degrees and 1 at -s."""
    moments = spectral_moments(n, d, 2 * layers + 2)
    found = optimal_polynomial(moments, layers, s).coefficients
    times = [s * a + b for a, b in zip((*found, fmpq(0)), (fmpq(0), *found), strict=True)]
    assert times[0] == s
    Q = times[1:]
    assert sum((entry * (-s) ** power for power, entry in enumerate(Q)), fmpq(0)) == 1
    for power in range(layers):
        assert integral(moments[1:], (Q, [fmpq(int(i == power)) for i in range(layers)])) == 0


@given(SIZES, SIZES, st.integers(1, 4), NOISE, st.lists(st.fractions(-2, 2, max_denominator=9), min_size=4, max_size=4))
def test_noise_by_the_integrals(n, d, layers, s, moves):
    """The quadratic form is the integral of q^2 + s r^2 mu, q = 1 - mu r, and the minimizer is its least point."""
    moments = spectral_moments(n, d, 2 * layers + 1)
    found = optimal_polynomial(moments, layers, s)
    change = [fmpq(move.numerator, move.denominator) for move in moves[:layers]]
    other = [fmpq(1), *(a + b for a, b in zip(found.coefficients[1:], change, strict=True))]

    def loss(q):
        return integral(moments, (q, q)) + s * integral(moments[1:], (q[1:], q[1:]))

    assert loss(found.coefficients) == found.loss
    assert loss(other) == found.loss + loss([fmpq(0), *change])


@given(SIZES, SIZES, LAYERS, NOISE)
def test_the_real_zeros_with_noise_are_positive(n, d, layers, s):
    found = optimal_polynomial(spectral_moments(n, d, 2 * layers + 1), layers, s)
    steps = step_sizes(found, 20)
    assert steps is None or all(step > 0 for step in steps)
    assert found.loss > optimal_polynomial(spectral_moments(n, d, 2 * layers + 1), layers).loss


@pytest.mark.parametrize(("noise", "real"), [(fmpq(424864, 100000), True), (fmpq(424865, 100000), False)])
def test_where_two_step_sizes_merge(noise, real):
    found = optimal_polynomial(spectral_moments(20, 5, 5), 2, noise / 20)
    assert (step_sizes(found, 20) is not None) == real
