"""Softmax regression in floats: finite where the input is, right where exact values are known."""

import numpy as np
import pytest
from hypothesis import given, target
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from proofs.core.errors import InputError, ShapeError
from verify.checks.lipschitz import ratio
from verify.evaluate.softmax import derivatives, jacobian, softmax

LARGE = st.floats(-1e3, 1e3, allow_nan=False)


@given(arrays(float, (4, 3), elements=LARGE), arrays(float, 3, elements=LARGE), arrays(float, 4, elements=LARGE))
def test_large_inputs_give_finite_numbers(A, x, b):
    found = derivatives(A, x, b)
    assert np.isclose(np.sum(found.f), 1)
    for part in found:
        assert np.all(np.isfinite(part))


@given(arrays(float, 5, elements=LARGE), arrays(float, 5, elements=LARGE))
def test_moves_are_at_most_half(u, w):
    """Searched towards the worst ratio."""
    found = ratio(np.concatenate([u, w]))
    target(found)
    assert found <= 0.5 * (1 + 1e-9)


@given(arrays(float, 4, elements=st.floats(-20, 20)))
def test_the_norm_of_the_derivative_is_at_most_half(u):
    eigenvalues = np.linalg.eigvalsh(jacobian(softmax(u)))
    target(float(eigenvalues[-1]))
    assert eigenvalues[0] >= -1e-12
    assert eigenvalues[-1] <= 0.5 + 1e-12


def test_derivatives_against_differences():
    rng = np.random.default_rng(0)
    A, x, b, h = rng.standard_normal((4, 3)), rng.standard_normal(3), rng.standard_normal(4), 1e-5
    found = derivatives(A, x, b)
    for k, step in enumerate(np.eye(3) * h):
        ahead, behind = derivatives(A, x + step, b), derivatives(A, x - step, b)
        assert np.isclose((ahead.loss - behind.loss) / (2 * h), found.gradient[k], rtol=1e-7, atol=1e-9)
        np.testing.assert_allclose((ahead.gradient - behind.gradient) / (2 * h), found.hessian[k], rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize(
    ("A", "x", "b", "error", "says"),
    [
        (np.ones((2, 2)), np.ones(3), np.ones(2), ShapeError, "do not fit"),
        (np.array([[np.nan]]), np.ones(1), np.ones(1), InputError, "A must be finite"),
        (np.ones((1, 1)), np.array([np.inf]), np.ones(1), InputError, "x must be finite"),
        (np.full((1, 1), 1e200), np.array([1e200]), np.ones(1), InputError, "A x overflows"),
    ],
)
def test_what_cannot_be_used(A, x, b, error, says):
    with pytest.raises(error, match=says):
        derivatives(A, x, b)
