"""Programs of the two algorithms: steps of gradient descent on ridge regression, and Sherman-Morrison updates."""

from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import number, scalar, vector
from proofs.core.derivation import Expression
from proofs.core.programs import Block, Combine, Divide, Move, Multiply, Operation, Program


def example(index: int) -> tuple[TracePolynomial, TracePolynomial]:
    """x_index (d, 1) and y_index."""
    return vector(f"x_{index}", "d"), scalar(f"y_{index}")


def columns(count: int) -> tuple[str, ...]:
    """start, x1, y1, ..., query."""
    return ("start", *(f"{kind}{index}" for index in range(1, count + 1) for kind in ("x", "y")), "query")


def data_given(count: int) -> list[tuple[str, str, Expression]]:
    """The examples and the query, each in its own column."""
    found: list[tuple[str, str, Expression]] = [("query", "x", vector("x_q", "d"))]
    for index in range(1, count + 1):
        x, y = example(index)
        found += [(f"x{index}", "x", x), (f"y{index}", "y", y)]
    return found


def gradient_program(count: int, ridge: TracePolynomial) -> Program:
    """w -> w - 2 alpha (x (w'x - y) + ridge w) for each example in turn, from w in the first x column; then w'x_q.

    Each step is made in the column of its label, which takes up the input, its own label and the old w when it is due.
    """
    alpha, one = scalar("alpha"), number(1)
    operations: list[Operation] = []
    for index in range(1, count + 1):
        source = (("v", "w"), f"y{index - 1}") if index > 1 else (("w", "w"), "x1")
        operations += [
            Move((("x", "x"),), f"x{index}", f"y{index}"),
            Move((("y", "b"),), f"y{index}", f"y{index}"),
            Move((source[0],), source[1], f"y{index}"),
            Multiply("w", "x", "p", turned=True),
            Combine(((one, "p"), (-one, "b")), "r"),
            Multiply("x", "r", "g"),
            Combine(((one, "w"), (-2 * alpha, "g"), (-2 * alpha * ridge, "w")), "v"),
        ]
    operations += [Move((("v", "v"),), f"y{count}", "query"), Multiply("v", "x", "o", turned=True)]
    vectors = tuple(Block(name, "d") for name in ("x", "w", "g", "v"))
    given = (*data_given(count), ("x1", "w", vector("w", "d")))
    return Program((*vectors, *map(Block, ("y", "b", "p", "r", "o"))), columns(count), given, tuple(operations))


def ridge_program(count: int, first: Expression) -> Program:
    """P -> P - P x x'P / (1 + x'P x), z -> z + x y for each example, from P = first and z = 0; then (P z)'x_q."""
    one = number(1)
    operations: list[Operation] = []
    for index in range(1, count + 1):
        old = f"y{index - 1}" if index > 1 else "x1"
        operations += [
            Move((("x", "x"), ("one", "one")), f"x{index}", f"y{index}"),
            Move((("Q", "P"), ("v", "z")) if index > 1 else (("P", "P"),), old, f"y{index}"),
            Multiply("P", "x", "u"),
            Multiply("x", "u", "s", turned=True),
            Combine(((one, "one"), (one, "s")), "t"),
            Multiply("u", "u", "O", across=True),
            Divide("O", "t", "D"),
            Combine(((one, "P"), (-one, "D")), "Q"),
            Multiply("x", "y", "g"),
            Combine(((one, "z"), (one, "g")), "v"),
        ]
    operations += [
        Move((("Q", "Q"), ("v", "v")), f"y{count}", "query"),
        Multiply("Q", "v", "w"),
        Multiply("w", "x", "o", turned=True),
    ]
    vectors = tuple(Block(name, "d") for name in ("x", "u", "g", "v", "z", "w"))
    squares = tuple(Block(name, "d", "d") for name in ("P", "O", "D", "Q"))
    ones = [(f"x{index}", "one", one) for index in range(1, count + 1)]
    given = (*data_given(count), ("x1", "P", first), *ones)
    scalars = tuple(map(Block, ("y", "one", "s", "t", "o")))
    return Program((*vectors, *squares, *scalars), columns(count), given, tuple(operations))
