"""Spectral moments in letters against numbers, and polynomials given by their steps."""

from math import prod

import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import evaluate, identity, scalar, trace
from proofs.optimum.orthogonal import spectral_moments
from proofs.optimum.spectrum import coefficients, spectral_moment


@given(st.integers(0, 9), st.integers(1, 30), st.integers(1, 30))
def test_moments_in_letters(order, n, d):
    at = {"n": fmpq(n), "d": fmpq(d)}
    assert evaluate(spectral_moment(order), {}, at)[0, 0] == spectral_moments(n, d, order + 1)[order]


def test_order_zero_is_the_trace_of_the_identity():
    assert spectral_moment(0) == trace(identity("d"))


@given(st.lists(st.fractions(-3, 3, max_denominator=5), max_size=5), st.fractions(-3, 3, max_denominator=5))
def test_coefficients_are_those_of_the_product(steps, mu):
    names = [f"a_{index}" for index in range(len(steps))]
    at = {name: fmpq(step.numerator, step.denominator) for name, step in zip(names, steps, strict=True)}
    values = [evaluate(entry, {}, at)[0, 0] for entry in coefficients([scalar(name) for name in names])]
    point = fmpq(mu.numerator, mu.denominator)
    assert len(values) == len(steps) + 1
    assert sum((value * point**power for power, value in enumerate(values)), fmpq(0)) == prod(
        (1 - at[name] * point for name in names), start=fmpq(1)
    )


@pytest.mark.parametrize("count", [1, 2, 3])
def test_coefficients_are_symmetric(count):
    letters = [scalar(f"a_{index}") for index in range(count)]
    assert coefficients(letters) == coefficients(letters[::-1])
