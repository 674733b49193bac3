"""The programs of the two algorithms compute them, example by example, for all d."""

import pytest

from proofs.algebra import identity, matrix, scalar, vector
from proofs.constructions.descent import (
    gradient_program,
    gradient_round,
    ridge_program,
    ridge_round,
)
from proofs.constructions.rounds import example
from proofs.constructions.run import run
from proofs.core.derivation import Reciprocal

alpha, ridge, w, x_q = scalar("alpha"), scalar("lambda"), vector("w", "d"), vector("x_q", "d")


def stepped(at, index):
    x, y = example(index)
    return at - 2 * alpha * (x * (at.T @ x - y) + ridge * at)


@pytest.mark.parametrize("count", [1, 2])
def test_steps_of_gradient_descent(count):
    v = w
    for index in range(1, count + 1):
        v = stepped(v, index)
    program = gradient_program(count, ridge)
    assert run(program, [("query", "o")], ()) == {("query", "o"): v.T @ x_q}


def test_a_round_is_a_step_from_whatever_the_column_before_holds():
    assert run(gradient_round(ridge), [("y", "v")], ()) == {("y", "v"): stepped(w, 1)}


def test_an_update_of_sherman_and_morrison():
    P, z, r = matrix("P", "d", "d"), vector("z", "d"), scalar("r")
    x, y = example(1)
    given = (Reciprocal(r, 1 + x.T @ P @ x),)
    found = run(ridge_round(P, z), [("y", "Q"), ("y", "v")], given)
    assert found == {("y", "Q"): P - r * P @ x @ (P @ x).T, ("y", "v"): z + x * y}


def test_the_prediction_after_one_update():
    x, y = example(1)
    r = scalar("r")
    given = (Reciprocal(r, 1 + x.T @ x),)
    found = run(ridge_program(1, identity("d")), [("query", "o")], given)
    updated = (identity("d") - r * x @ x.T) @ x * y
    assert found == {("query", "o"): updated.T @ x_q}
