"""ReLU by symmetry: against brute force over laws of few points, and what is refused."""

from dataclasses import replace

import pytest
from flint import fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from proofs.algebra import evaluate, matrix, substitute, symmetric, vector
from proofs.algebra.positivity import Signs
from proofs.attention.relu import relu_loss
from proofs.core.claims import Equality
from proofs.core.errors import InputError, LetterError
from proofs.core.task import EllipticalInputs, ReluAttention, Task
from proofs.moments.halved import HALVED, mean_square_error
from proofs.moments.laws import Gaussian
from proofs.moments.preconditions import preconditions
from verify.simulate.brute_force import brute_force_loss
from verify.simulate.weights import weights_from_blocks
from verify.sweep.covariance import matrix as random_matrix
from verify.sweep.covariance import rational
from verify.sweep.strategies import generators

X, x, w, q, v = matrix("X", "n", "d"), vector("x", "d"), vector("w", "d"), vector("x_q", "d"), vector("v", "d")


@settings(max_examples=8)
@given(st.sampled_from([(1, 1), (2, 1), (1, 2), (2, 2)]), generators())
def test_the_loss_is_that_of_brute_force(sizes, rng):
    n, d = sizes
    values = {"b_x": random_matrix(rng, d, 1), "A_x": random_matrix(rng, d, d)}
    b_y = rational(rng)
    numbers = {"n": fmpq(n), "d": fmpq(d), "b_y": b_y}
    found = evaluate(relu_loss(Task()).value(), values, numbers)[0, 0]
    blocks = {"b_x": values["b_x"], "A_x": values["A_x"], "b_y": b_y}
    assert found == brute_force_loss(ReluAttention(), weights_from_blocks(ReluAttention(), d, blocks), n, d)


def test_the_rule_is_a_line_of_the_proof():
    loss = relu_loss(Task())
    lines = preconditions(Equality(name="c", left=loss, right=loss.value()), (), Signs())
    assert [line.rule for line in lines if line.rule == HALVED] == [HALVED]


@pytest.mark.parametrize("task", [Task(noise="sigma2"), Task("Sigma", inputs=EllipticalInputs("kappa"))], ids=str)
def test_tasks_of_which_nothing_is_derived(task):
    with pytest.raises(InputError, match="Gaussian inputs without noise"):
        relu_loss(task)


ROWS, ROW = Gaussian(X), Gaussian(x)
REFUSED = [
    (w.T @ q, w, v, ROWS, Gaussian(x, row_covariance=symmetric("Sigma", "d"))),
    (w.T @ q, w, v, Gaussian(X, row_covariance=symmetric("V", "n")), ROW),
    (w.T @ x, w, v, ROWS, ROW),
    (w.T @ q, x, v, ROWS, ROW),
    (w.T @ q, w, x, ROWS, ROW),
    (w.T @ q, w, X.T @ X @ v, ROWS, ROW),
]


@pytest.mark.parametrize(("target", "factor", "score", "rows", "row"), REFUSED)
def test_rows_that_are_not_reflected_one_at_a_time(target, factor, score, rows, row):
    with pytest.raises(LetterError):
        mean_square_error(target, factor, score, rows, row, ())


def test_a_substitution_in_the_integrand_alone_does_not_stand():
    """X'X for A_x: the score would depend on the rows."""
    loss, A_x = relu_loss(Task()), matrix("A_x", "d", "d")
    moved = replace(loss, integrand=substitute(loss.integrand, {A_x: X.T @ X}))
    assert loss.stands
    assert not moved.stands
    lines = preconditions(Equality(name="c", left=moved, right=moved), (), Signs())
    assert [line.holds for line in lines if line.rule == HALVED] == [False]
    with pytest.raises(LetterError, match="must not hold X"):
        loss.at({A_x: X.T @ X})
    assert loss.at({A_x: matrix("B", "d", "d")}).stands
