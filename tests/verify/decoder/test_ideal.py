"""Whole programs: several updates are ridge regression, several steps are descent, over the rationals and in balls."""

from random import Random

import pytest
from flint import ctx, fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra.evaluation import evaluate
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import identity, scalar
from proofs.constructions.descent import gradient_program, ridge_program
from proofs.core.programs import Combine, Program
from verify.decoder.balls import passed
from verify.decoder.build import Layout, Scales, build, start
from verify.decoder.ideal import ideal
from verify.simulate.arrays import as_floats
from verify.sweep.covariance import matrix

LAMBDA, ALPHA = fmpq(1, 2), fmpq(1, 10)
NUMBERS = {"lambda": LAMBDA, "alpha": ALPHA}


def at(value: TracePolynomial, matrices, d: int) -> fmpq_mat:
    return evaluate(value, matrices, NUMBERS | matrices.get("numbers", {}) | {"d": fmpq(d)})


def draw(rng: Random, count: int, d: int):
    """X, y, the query and a first w, and the same by the names of the programs."""
    X, y, x_q, w = (matrix(rng, *shape) for shape in ((count, d), (count, 1), (d, 1), (d, 1)))
    named = {f"x_{i + 1}": fmpq_mat(d, 1, [X[i, j] for j in range(d)]) for i in range(count)}
    numbers = {f"y_{i + 1}": y[i, 0] for i in range(count)}
    return (X, y, x_q, w), named | {"x_q": x_q, "w": w, "numbers": numbers}


def prediction(program: Program, values, d: int) -> fmpq:
    held = {(column, block): at(value, values, d) for column, block, value in program.given}
    factors = {
        (place, part): at(factor, values, d)[0, 0]
        for place, item in enumerate(program.operations)
        if isinstance(item, Combine)
        for part, (factor, _) in enumerate(item.parts)
    }
    exact = ideal(program, held, factors, d)["query", "o"][0, 0]
    built = build(program, {k: float(v) for k, v in factors.items()}, d, Scales(small=1e-15, far=1e30, large=1e15))
    with ctx.workprec(2500):
        columns = passed(start(program, {k: as_floats(v) for k, v in held.items()}, d), built)
        found = float(columns[int(Layout(program, d).rows("o")[0, 0]), columns.ncols() - 1])
    assert found == pytest.approx(float(exact), rel=1e-9, abs=1e-9)
    return exact


@given(st.integers(1, 3), st.integers(1, 3), st.integers(0, 10**6))
def test_updates_are_ridge_regression(count, d, seed):
    (X, y, x_q, _), values = draw(Random(seed), count, d)
    gram = X.transpose() * X
    for i in range(d):
        gram[i, i] += LAMBDA
    program = ridge_program(count, identity("d") / scalar("lambda"))
    assert prediction(program, values, d) == (x_q.transpose() * gram.inv() * X.transpose() * y)[0, 0]


@given(st.integers(1, 4), st.integers(1, 3), st.integers(0, 10**6))
def test_steps_are_descent(count, d, seed):
    (X, y, x_q, w), values = draw(Random(seed), count, d)
    for i in range(count):
        x = fmpq_mat(d, 1, [X[i, j] for j in range(d)])
        w = w - 2 * ALPHA * (x * ((w.transpose() * x)[0, 0] - y[i, 0]) + LAMBDA * w)
    assert prediction(gradient_program(count, scalar("lambda")), values, d) == (w.transpose() * x_q)[0, 0]
