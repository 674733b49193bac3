"""The errors of decoder layers as the operators of a program, from the definitions of GeLU, LayerNorm and softmax."""

from dataclasses import dataclass

import sympy as sp

from proofs.core.rates import DIVISOR, FOCUS, LARGE, OTHERS, OUT, SMALL, SPREAD, P, Q

ARGUMENT = sp.Symbol("a", nonnegative=True)
"""The one variable that an error depends on after a change of variables."""


@dataclass(frozen=True)
class Operator:
    """An error, the scale by which it vanishes and where, and what a symbol is in terms of one new variable.

    With `pair` the error is of two real arguments and vanishes where one of them does.
    """

    error: sp.Expr
    scale: sp.Symbol
    at: sp.Expr
    change: tuple[sp.Symbol, sp.Expr]
    pair: tuple[sp.Symbol, ...] = ()


def gelu(z: sp.Expr) -> sp.Expr:
    """G(z) = z Phi(z), Phi the distribution function of N(0, 1)."""
    return z * (1 + sp.erf(z / sp.sqrt(2))) / 2


def product_error() -> sp.Expr:
    """Of sqrt(pi/2) (G(s(p+q)) - G(sp) - G(sq)) / s^2 as p q."""
    units = gelu(SMALL * (P + Q)) - gelu(SMALL * P) - gelu(SMALL * Q)
    return sp.sqrt(sp.pi / 2) * units / SMALL**2 - P * Q


def quotient_error() -> sp.Expr:
    """Relative, of N sqrt(2/D) a / deviation as a / b: D rows, N b and -N b among them, and h_i in the others."""
    rows, total = sp.Symbol("D", positive=True), sp.Symbol("h", real=True)
    squares = SPREAD + total**2 / rows + 2 * (LARGE * DIVISOR) ** 2
    deviation = sp.sqrt(squares / rows - (total / rows) ** 2)
    return sp.simplify(1 - LARGE * sp.sqrt(2 / rows) * DIVISOR / deviation)


def copy_error() -> sp.Expr:
    """Of G(z + far) - far as z, z + far = t."""
    return OUT * sp.erfc(OUT / sp.sqrt(2)) / 2


def move_error() -> sp.Expr:
    """What softmax leaves to m scores 0 beside one F."""
    return 1 - sp.exp(FOCUS) / (sp.exp(FOCUS) + OTHERS)


def operator(name: str) -> Operator:
    """The operator of that name: mul, div, aff or mov."""
    match name:
        case "mul":
            return Operator(product_error(), SMALL, sp.Integer(0), (P, sp.sqrt(2 * ARGUMENT) / SMALL - Q), (P, Q))
        case "div":
            return Operator(quotient_error(), LARGE, sp.oo, (SPREAD, 2 * (LARGE * DIVISOR) ** 2 * ARGUMENT))
        case "aff":
            return Operator(copy_error(), OUT, sp.oo, (OUT, ARGUMENT))
        case "mov":
            return Operator(move_error(), FOCUS, sp.oo, (FOCUS, ARGUMENT))
        case _:
            raise ValueError(f"an operator is mul, div, aff or mov, got {name!r}")
