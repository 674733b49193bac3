"""Claims on how fast the operators of decoder layers become ideal."""

from dataclasses import dataclass

import sympy as sp

from proofs.core.claims import Claim
from proofs.core.domain import Domain
from proofs.core.errors import InputError
from proofs.core.statement import Predicate

P, Q = sp.Symbol("p", real=True), sp.Symbol("q", real=True)
SMALL, LARGE, OUT, FOCUS = (sp.Symbol(name, positive=True) for name in ("s", "N", "t", "F"))
DIVISOR, SPREAD, OTHERS = sp.Symbol("b", positive=True), sp.Symbol("V", nonnegative=True), sp.Symbol("m", positive=True)


OPERATORS: dict[str, Domain] = {
    "mul": (("s", Predicate.POSITIVE),),
    "div": (("N", Predicate.POSITIVE), ("b", Predicate.POSITIVE), ("V", Predicate.NONNEGATIVE)),
    "aff": (("t", Predicate.POSITIVE),),
    "mov": (("F", Predicate.POSITIVE), ("m", Predicate.POSITIVE)),
}
"""The operators, and the values of scales and places for which their errors are bounded."""


@dataclass(frozen=True, kw_only=True)
class Rate(Claim):
    """The error of a layer is at most `bound`, and `leading` times a factor that tends to 1.

    `operator` is mul, div, aff or mov. What the errors are, by operator, and the letters of both formulas:
    - mul: of sqrt(pi/2) (G(s(p+q)) - G(sp) - G(sq)) / s^2 as the product p q, as s -> 0; the bound holds for p, q >= 0,
      and with |p| and |q| for all;
    - div: relative, of the quotient a / |b| behind LayerNorm, N the scale of the copies of b, V = |h|^2 - (sum h)^2 / D
      over the other of the D rows h, as N -> oo;
    - aff: of the copy G(z + far) - far as z, at t = z + far > 0, as t -> oo;
    - mov: the weight that attention leaves to m other columns, the score of the wanted one being F, as F -> oo.
    """

    operator: str
    leading: sp.Expr
    bound: sp.Expr

    def __post_init__(self) -> None:
        if self.operator not in OPERATORS:
            raise InputError(f"claim {self.name!r}: an operator is {', '.join(OPERATORS)}, got {self.operator!r}")

    @property
    def domain(self) -> Domain:
        """Where the bound holds."""
        return OPERATORS[self.operator]
