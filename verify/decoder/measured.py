"""The errors of single decoder layers in float64, at a ladder of scales."""

from dataclasses import dataclass

import numpy as np
import sympy as sp

from proofs.algebra.symbols import number
from proofs.core.programs import Block, Combine, Divide, Move, Multiply, Operation, Program
from verify.decoder.build import Layout, Scales, build, run, start
from verify.decoder.layers import Floats, attend

BLOCKS = tuple(map(Block, ("p", "q", "out")))
PAIRS = ((0.7, 1.3), (1.1, 0.9), (1.7, 0.6), (0.8, 2.1), (1.9, 1.4))
LADDERS = {
    "mul": np.logspace(-7, 0, 29),
    "div": np.logspace(0, 9, 28),
    "aff": np.linspace(0.5, 12, 24),
    "mov": np.linspace(0.5, 40, 24),
}


@dataclass(frozen=True)
class Measurement:
    """The scale of a layer, its error, and the letters of the claims on it."""

    scale: float
    error: float
    letters: tuple[tuple[str, float], ...]

    def leading(self, formula: sp.Expr) -> float:
        """A formula in the letters."""
        values = dict(self.letters)
        return float(formula.subs({symbol: values[symbol.name] for symbol in formula.free_symbols}))

    def off(self, formula: sp.Expr) -> float:
        """How far the error is from the formula, relative to it."""
        expected = self.leading(formula)
        return abs(self.error / expected - 1) if expected else np.inf


def operation(operator: str) -> Operation:
    """The one layer of a program."""
    match operator:
        case "mul":
            return Multiply("p", "q", "out")
        case "div":
            return Divide("p", "q", "out")
        case "aff":
            return Combine(((number(1), "p"),), "out")
        case _:
            return Move((("p", "out"),), "one", "two")


def measured(operator: str, pair: tuple[float, float] = PAIRS[0]) -> list[Measurement]:
    """mul, div, aff or mov at p and q, the scales being those of build."""
    return [measure(operator, float(scale), pair) for scale in LADDERS[operator]]


def least_error(operator: str) -> tuple[float, float]:
    """The least, over the scales, of the largest error at a few pairs, and its scale."""
    rows = zip(*(measured(operator, pair) for pair in PAIRS), strict=True)
    return min((max(abs(one.error) for one in row), row[0].scale) for row in rows)


def measure(operator: str, scale: float, pair: tuple[float, float]) -> Measurement:
    """One layer, built at a scale and run on p and q."""
    program = Program(BLOCKS, ("start", "one", "two"), (), (operation(operator),))
    scales = {"mul": Scales(small=scale), "div": Scales(large=scale, far=1e3), "aff": Scales(far=scale)}
    built = build(program, {(0, 0): 1.0}, 1, scales.get(operator, Scales(focus=scale)))
    (p, q), layout = pair, Layout(program, 1)
    given = {("one", "p"): np.array([p]), ("one", "q"): np.array([q])}
    found = float(run(program, built, given, 1)[layout.rows("out")[0, 0], 2 if operator == "mov" else 1])
    match operator:
        case "mul":
            return Measurement(scale, found - p * q, (("p", p), ("q", q), ("s", scale)))
        case "div":
            seen = attend(start(program, given, 1), built[0])[:, 1]
            return Measurement(scale, 1 - found * q / p, (("b", q), ("N", scale), ("V", spread(seen, layout))))
        case "aff":
            return Measurement(scale, p - found, (("t", p + scale),))
        case _:
            return Measurement(scale, 1 - found / p, (("F", scale), ("m", 2.0)))


def spread(column: Floats, layout: Layout) -> float:
    """|h|^2 - (sum h)^2 / D over the rows h of a column but for the two large copies of the divisor."""
    quotient = next(item for item in layout.program.operations if isinstance(item, Divide))
    _, large = layout.scratch(quotient)
    others = np.delete(column, [large, large + 1])
    return float(others @ others - np.sum(others) ** 2 / len(column))
