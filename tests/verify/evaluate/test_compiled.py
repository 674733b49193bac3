"""The compiled loss against the plain evaluation and against the gradient that the algebra derives."""

from random import Random

import numpy as np
import pytest
from flint import fmpq, fmpq_mat

from proofs.algebra import TracePolynomial, gradient, identity, inverse, matrix, scalar, symmetric, trace
from proofs.algebra.evaluation import evaluate, value
from proofs.algebra.symbols import as_polynomial, orthogonal, vector
from proofs.attention.data import data
from proofs.attention.sparse import preconditioners, residual_map
from proofs.core.errors import InputError, LetterError, ShapeError
from proofs.core.task import Task
from proofs.moments.mean import Mean
from verify.evaluate.compiled import Compiled, compiled
from verify.evaluate.products import shared

A, B, S = matrix("A", "d", "d"), matrix("B", "d", "d"), symmetric("S", "d")


def loss(layers: int, task: Task) -> TracePolynomial:
    sample = data(task)
    return Mean((sample.x_q.T @ residual_map(sample, preconditioners(layers)) @ sample.w) ** 2, sample.laws).value()


def point(ready: Compiled, seed: int) -> dict[str, fmpq_mat]:
    rng, found = Random(seed), {}
    for letter in ready.letters:
        entries = [fmpq(rng.randint(-9, 9), rng.randint(1, 5)) for _ in range(ready.size**2)]
        drawn = fmpq_mat(ready.size, ready.size, entries)
        found[letter.name] = drawn + drawn.transpose() if letter.symmetric else drawn
    return found


def floats(array: fmpq_mat) -> np.ndarray:
    return np.array([[int(entry.p) / int(entry.q) for entry in row] for row in array.tolist()])


@pytest.mark.parametrize(
    ("polynomial", "d"),
    [
        (loss(2, Task()), 3),
        (loss(3, Task()), 2),
        (loss(2, Task("Sigma", "Psi")), 2),
        (trace(A @ B.T @ A @ S) ** 2 * scalar("n") - trace(A.T @ S) + trace(S) * trace(A @ A.T) / scalar("n"), 3),
        (trace(A) * trace(identity("d")) + 7, 2),
        (trace(S @ S @ S) + trace(S @ A), 1),
    ],
)
def test_value_and_gradient_are_those_of_the_algebra(polynomial: TracePolynomial, d: int) -> None:
    numbers = {"n": fmpq(3), "d": fmpq(d)}
    ready = compiled(polynomial, numbers)
    for seed in range(3):
        at = point(ready, seed)
        found, slopes = ready.exact(at)
        rounded, near = ready.floats({name: floats(array) for name, array in at.items()})
        assert found == value(polynomial, at, numbers)
        assert rounded == pytest.approx(float(found), rel=1e-12)
        for letter in ready.letters:
            assert slopes[letter.name] == evaluate(gradient(polynomial, as_polynomial(letter)), at, numbers)
            exact = floats(slopes[letter.name])
            np.testing.assert_allclose(near[letter.name], exact, rtol=1e-11, atol=1e-11 * (1 + abs(exact).max()))


def test_the_value_is_kept_when_points_follow_each_other() -> None:
    ready = compiled(loss(2, Task()), {"n": fmpq(2), "d": fmpq(2)})
    first, second = point(ready, 1), point(ready, 2)
    assert ready.exact(first) == (ready.exact(second), ready.exact(first))[1]


@pytest.mark.parametrize(
    ("polynomial", "error", "named"),
    [
        (A, ShapeError, "1 x 1"),
        (trace(A @ A) * scalar("k"), InputError, "k"),
        (scalar("n"), ShapeError, "none"),
        (vector("w", "d").T @ A @ vector("w", "d"), ShapeError, "1, d"),
        (trace(A @ inverse(S)), LetterError, r"S\^-1"),
        (trace(A @ orthogonal("U", "d")), LetterError, "U"),
    ],
)
def test_what_it_cannot_take_is_named(polynomial: TracePolynomial, error: type[Exception], named: str) -> None:
    with pytest.raises(error, match=named):
        compiled(polynomial, {"n": fmpq(2), "d": fmpq(2)})


@pytest.mark.parametrize(
    ("values", "error", "named"),
    [
        ({"A": fmpq_mat(2, 2)}, InputError, "S"),
        ({"A": fmpq_mat(3, 3), "S": fmpq_mat(2, 2)}, ShapeError, "A must be 2 x 2"),
        ({"A": fmpq_mat(2, 2), "S": fmpq_mat(2, 2, [1, 2, 3, 4])}, InputError, "symmetric"),
    ],
)
def test_unsuitable_values_are_named(values: dict[str, fmpq_mat], error: type[Exception], named: str) -> None:
    with pytest.raises(error, match=named):
        compiled(trace(A @ S), {"d": fmpq(2)}).exact(values)


def test_floats_of_the_wrong_shape_are_refused() -> None:
    with pytest.raises(ShapeError, match=r"\(2, 2, 2\)"):
        compiled(trace(A @ S), {"d": fmpq(2)}).stacked(np.zeros((2, 3, 3)))


def test_products_share_their_beginnings() -> None:
    found = shared([(1, 2), (1, 2, 3), (), (1, 2), (2,)])
    assert len(found) == 5
    assert found.ends == (2, 3, 0, 2, 4)
    assert [list(level.factors) for level in found.levels] == [[1, 2], [2], [3]]
