"""Softmax regression from its definition: derivatives against differences of floats, and on the simplex."""

import numpy as np
import pytest

from proofs.entrywise.evaluation import value
from proofs.entrywise.softmax import gradient_of, half, inputs, jacobian, loss, probabilities, residual, scores
from proofs.entrywise.sums import Symbol, as_sum

f, v = probabilities(), Symbol("v", ("n",))
n, d = 4, 2
RNG = np.random.default_rng(3)
A, x, b = RNG.standard_normal((n, d)), RNG.standard_normal(d), RNG.standard_normal(n)


def softmax(u):
    powers = np.exp(u)
    return powers / powers.sum()


def at(whole, x, **where):
    """A sum in f, A, x and b at these floats."""
    rows = {"A": A.tolist(), "x": [x.tolist()], "b": [b.tolist()], "f": [softmax(A @ x).tolist()]}
    return value(whole, rows, {"n": n, "d": d}, where, lambda number: float(number.p) / float(number.q))


def test_the_derivative_of_softmax_on_a_vector():
    row = (jacobian() * v("j")).over("j")
    assert row == f("i") * v("i") - f("i") * (f("j") * v("j")).over("j")


def test_scores_and_loss():
    assert at(scores(), x, i=2) == pytest.approx((A @ x)[2])
    assert at(residual("i"), x, i=1) == pytest.approx(softmax(A @ x)[1] - b[1])
    assert at(loss(), x) == pytest.approx(((softmax(A @ x) - b) ** 2).sum() / 2)
    assert half() * 2 == as_sum(1)
    assert [symbol.sizes for symbol in inputs()] == [("n", "d"), ("d",), ("n",)]


def test_the_jacobian_is_the_difference_quotient():
    step = 1e-6
    for j in range(n):
        e = np.eye(n)[j] * step
        slope = (softmax(A @ x + e) - softmax(A @ x - e)) / (2 * step)
        assert [at(jacobian(), x, i=i, j=j) for i in range(n)] == pytest.approx(slope, abs=1e-8)


def test_the_gradient_of_the_loss_is_the_difference_quotient():
    step, slope = 1e-6, gradient_of(loss(), "l")
    for place in range(d):
        e = np.eye(d)[place] * step
        expected = (at(loss(), x + e) - at(loss(), x - e)) / (2 * step)
        assert at(slope, x, l=place) == pytest.approx(expected, abs=1e-8)


def test_the_sum_of_probabilities_does_not_move():
    assert gradient_of(f("i").over("i"), "l") == as_sum(0)
