"""Decoder layers: each operation by itself, and the rates at which they become exact."""

import numpy as np
import pytest

from proofs.algebra.symbols import number
from proofs.core.programs import Block, Combine, Divide, Move, Multiply, Program
from verify.decoder.build import Layout, Scales, build, run

BLOCKS = (Block("a", "d"), Block("b", "d"), Block("c", "d"), Block("p"), Block("q"), Block("M", "d", "d"))
A, B, Q = np.array([0.5, -1.0, 2.0]), np.array([1.5, 0.25, -0.75]), np.array([-1.25])


def after(operation, scales=Scales(), factors=None):  # noqa: B008
    program = Program(BLOCKS, ("start", "one", "two"), (), (operation,))
    given = {("one", "a"): A, ("one", "b"): B, ("one", "q"): Q, ("two", "b"): 2 * B}
    columns = run(program, build(program, factors or {}, 3, scales), given, 3)
    layout = Layout(program, 3)
    return lambda name, column: columns[layout.rows(name), column]


def test_move():
    found = after(Move((("a", "c"),), "one", "two"))
    np.testing.assert_allclose(found("c", 2)[:, 0], A, rtol=1e-12)
    np.testing.assert_array_equal(found("c", 1)[:, 0], 0)
    np.testing.assert_array_equal(found("a", 2)[:, 0], 0)


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        (Multiply("a", "b", "p", turned=True), [[A @ B]]),
        (Multiply("a", "b", "M", across=True), np.outer(A, B)),
        (Multiply("a", "q", "c"), (A * Q)[:, None]),
        (Multiply("q", "a", "c"), (A * Q)[:, None]),
    ],
)
def test_products(operation, expected):
    np.testing.assert_allclose(after(operation)(operation.target, 1), expected, atol=1e-6)


def test_sums():
    operation = Combine(((number(2), "a"), (number(-1), "b")), "c")
    found = after(operation, factors={(0, 0): 2.0, (0, 1): -1.0})
    np.testing.assert_allclose(found("c", 1)[:, 0], 2 * A - B, atol=1e-10)


def test_quotients():
    found = after(Divide("a", "q", "c"))
    np.testing.assert_allclose(found("c", 1)[:, 0], A / 1.25, rtol=1e-8)
    np.testing.assert_allclose(found("c", 0)[:, 0], 0, atol=1e-8)
