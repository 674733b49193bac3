"""Programs of the two algorithms: steps of gradient descent on ridge regression, and Sherman-Morrison updates."""

from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import number, scalar, vector
from proofs.constructions.rounds import ROUND, anything, columns, examples, ones, rounds, shown
from proofs.core.derivation import Expression
from proofs.core.programs import Block, Combine, Divide, Move, Multiply, Operation, Program

DESCENT = (*(Block(name, "d") for name in ("x", "w", "g", "v")), *map(Block, ("y", "b", "p", "r", "o")))
RIDGE = (
    *(Block(name, "d") for name in ("x", "u", "g", "v", "z", "w")),
    *(Block(name, "d", "d") for name in ("P", "O", "D", "Q")),
    *map(Block, ("y", "one", "s", "t", "o")),
)


def gradient_step(before: str, x: str, y: str, ridge: TracePolynomial) -> tuple[Operation, ...]:
    """v = w - 2 alpha (x (w'x - y) + ridge w) in the column y, w being what the column `before` holds as v."""
    alpha, one = scalar("alpha"), number(1)
    return (
        Move((("x", "x"),), x, y),
        Move((("y", "b"),), y, y),
        Move((("v", "w"),), before, y),
        Multiply("w", "x", "p", turned=True),
        Combine(((one, "p"), (-one, "b")), "r"),
        Multiply("x", "r", "g"),
        Combine(((one, "w"), (-2 * alpha, "g"), (-2 * alpha * ridge, "w")), "v"),
    )


def prediction(before: str) -> tuple[Operation, ...]:
    """o = v'x in the query column, v from the column before."""
    return Move((("v", "v"),), before, "query"), Multiply("v", "x", "o", turned=True)


def ridge_step(before: str, x: str, y: str) -> tuple[Operation, ...]:
    """Q = P - P x x'P / (1 + x'P x), v = z + x y in the column y, P and z being Q and v of the column before."""
    one = number(1)
    return (
        Move((("x", "x"), ("one", "one")), x, y),
        Move((("Q", "P"), ("v", "z")), before, y),
        Multiply("P", "x", "u"),
        Multiply("x", "u", "s", turned=True),
        Combine(((one, "one"), (one, "s")), "t"),
        Multiply("u", "u", "O", across=True),
        Divide("O", "t", "D"),
        Combine(((one, "P"), (-one, "D")), "Q"),
        Multiply("x", "y", "g"),
        Combine(((one, "z"), (one, "g")), "v"),
    )


def ridge_prediction(before: str) -> tuple[Operation, ...]:
    """o = (Q v)'x in the query column, Q and v from the column before."""
    return (
        Move((("Q", "Q"), ("v", "v")), before, "query"),
        Multiply("Q", "v", "w"),
        Multiply("w", "x", "o", turned=True),
    )


def gradient_program(count: int, ridge: TracePolynomial) -> Program:
    """So many steps, from v = w in the first column, and the prediction w'x_q."""
    steps = [step for place in rounds(count) for step in gradient_step(*place, ridge)]
    given = (*examples(count), ("first", "v", vector("w", "d")))
    return Program(DESCENT, columns(count), given, (*steps, *prediction(f"y{count}")))


def ridge_program(count: int, first: Expression) -> Program:
    """So many updates, from Q = first and v = 0, and the prediction (Q v)'x_q."""
    steps = [step for place in rounds(count) for step in ridge_step(*place)]
    given = (*examples(count), *ones(x for _, x, _ in rounds(count)), ("first", "Q", first))
    return Program(RIDGE, columns(count), given, (*steps, *ridge_prediction(f"y{count}")))


def gradient_round(ridge: TracePolynomial) -> Program:
    """One round, whatever the column before it holds besides v = w."""
    given = (*anything(DESCENT, {"v": vector("w", "d")}), *shown())
    return Program(DESCENT, ROUND, given, gradient_step("before", "x", "y", ridge))


def ridge_round(P: TracePolynomial, z: TracePolynomial) -> Program:
    """One round, whatever the column before it holds besides Q = P and v = z."""
    given = (*anything(RIDGE, {"Q": P, "v": z}), *shown(), *ones(("x", "x later")))
    return Program(RIDGE, ROUND, given, ridge_step("before", "x", "y"))
