"""Completing the square: any quadratic of the form is taken apart and put together again; others are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import evaluate, gradient, identity, matrix, scalar, substitute, symmetric, trace
from proofs.attention.linear import sparse_loss
from proofs.core.errors import LetterError
from proofs.core.task import Task
from proofs.optimum.square import Quadratic, complete_square
from verify.sweep.covariance import matrix as rationals
from verify.sweep.strategies import covariances, dimensions, generators

n, s = scalar("n"), scalar("s")
A, B, C = (matrix(name, "d", "d") for name in "ABC")
L, P, Q = (symmetric(name, "d") for name in "LPQ")
PIECES = [P, Q, P @ Q + Q @ P, C @ C.T, C @ P @ C.T, trace(P @ Q) * P, n * identity("d"), s / n * Q]


@st.composite
def quadratics(draw):
    """tr(left A K A') - 2 tr(C'A) + c with symmetric K."""
    left = draw(st.sampled_from([L, identity("d")]))
    factors = st.tuples(st.integers(-3, 3).filter(bool), st.sampled_from(PIECES))
    right = sum((factor * piece for factor, piece in draw(st.lists(factors, min_size=1, max_size=3))), P * 0)
    slope = draw(st.sampled_from([B, L @ B, P @ C @ Q - B.T, B * 0, n * B + L]))
    return Quadratic(left, right, slope, draw(st.sampled_from([trace(P), s * n, trace(B) ** 2, trace(B) * 0])))


@given(quadratics())
def test_a_quadratic_is_taken_apart(form):
    found = complete_square(form.at(A), A, form.left)
    assert found == form
    assert found.at(A) == form.at(A)
    assert gradient(found.at(A), A) == 2 * (found.left @ A @ found.right - found.slope)


@given(quadratics(), dimensions(3), generators(), st.data())
def test_the_minimizer_is_left_inverse_slope_right_inverse(form, d, rng, data):
    """At random values with definite factors, no other matrix has a smaller value."""
    left, right = (data.draw(covariances(d))[0] for _ in range(2))
    slope, other = rationals(rng, d, d), rationals(rng, d, d)
    if not left.det() or not right.det():
        return
    values = {"L": left, "P": right, "B": slope, "A": left.inv() * slope * right.inv()}
    loss = trace(L @ A @ P @ A.T) - 2 * trace(B.T @ A)
    lowest, elsewhere = (evaluate(loss, values | {"A": point}, {"d": d})[0, 0] for point in (values["A"], other))
    assert lowest <= elsewhere
    assert lowest < elsewhere or other == values["A"]


@pytest.mark.parametrize(
    "loss",
    [
        trace(A @ A),
        trace(L @ A @ P @ A.T) + trace(A @ A),
        trace(A @ A.T @ A @ A.T),
        trace(A @ A.T) ** 2,
        trace(A) ** 2,
        trace(L @ A @ P @ A.T) + trace(A @ P @ A.T),
        trace(P @ A @ P @ A.T),
        trace(L @ A.T @ P @ A),
    ],
    ids=str,
)
def test_other_losses_are_refused(loss):
    with pytest.raises(LetterError, match="not of the form"):
        complete_square(loss, A, L)


@pytest.mark.parametrize(
    ("task", "left", "K"),
    [
        (Task(), identity("d"), (n + scalar("d") + 1) / n * identity("d")),
        (Task("L"), L, (n + 1) / n * L @ L + trace(L) / n * L),
        (Task("L", "P", "s"), L, (n + 1) / n * L @ P @ L + (trace(L @ P) + s) / n * L),
    ],
    ids=str,
)
def test_the_sparse_loss_of_one_layer(task, left, K):
    loss = sparse_loss(task, A).value()
    form = complete_square(loss, A, left)
    assert form.right == K
    assert form.constant == substitute(loss, {A: A * 0})
    assert form.slope == -gradient(loss - form.at(A) - 2 * trace(form.slope.T @ A), A) / 2
