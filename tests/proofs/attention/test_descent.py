"""Gradient descent derived from the objective, against the same steps on rational matrices."""

from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import evaluate, matrix, scalar, vector
from proofs.attention.data import data
from proofs.attention.descent import gradient_step, least_squares, one_step
from proofs.core.task import Task

SAMPLE = data(Task("Sigma", "Psi", "sigma2"))
A, u, n = matrix("A", "d", "d"), vector("u", "d"), scalar("n")
X, y, x_q = SAMPLE.X, SAMPLE.y, SAMPLE.x_q


def test_the_objective():
    assert 2 * n * least_squares(SAMPLE, u) == (X @ u - y).T @ (X @ u - y)


def test_one_step_from_zero():
    assert one_step(SAMPLE, A) == x_q.T @ A @ X.T @ y / n


def test_a_step_from_anywhere():
    assert gradient_step(SAMPLE, u, A) == u - A @ X.T @ (X @ u - y) / n
    assert gradient_step(SAMPLE, gradient_step(SAMPLE, u, A), A.T).shape == ("d", "1")


@given(data=st.data())
def test_a_step_moves_against_the_difference_quotient(data, drawn):
    """R is quadratic: the central difference quotient along v is the slope along v exactly."""
    v = vector("v", "d")
    instance = data.draw(drawn(gradient_step(SAMPLE, u, A), v))

    def at(polynomial):
        return evaluate(polynomial, instance.matrices, instance.numbers)

    quotient = (at(least_squares(SAMPLE, u + v)) - at(least_squares(SAMPLE, u - v))) / 2
    moved = at(gradient_step(SAMPLE, u, A) - u)
    if instance.matrices["A"].det() != 0:
        assert at(v).transpose() * instance.matrices["A"].inv() * moved == -1 * quotient
