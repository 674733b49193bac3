"""Claims on random functions of a ridge: sums of units g(w'x)."""

from dataclasses import dataclass

import sympy as sp

from proofs.core.claims import Claim
from proofs.core.domain import Domain
from proofs.core.statement import Predicate

T = sp.Symbol("t", real=True)
DIM, UNITS, SPREAD, WEIGHT = (sp.Symbol(name, positive=True) for name in ("d", "k", "omega", "alpha2"))


@dataclass(frozen=True, kw_only=True)
class RidgeFunctions(Claim):
    """f(x) = sum_j a_j g(w_j'x) over k units, w_j ~ N(0, omega I), all independent, E a_j = 0, E a_j^2 = alpha2.

    A `single` family is f(x) = g(w'x). `below` and `above` are g(t) at t < 0 and at t > 0, elementary functions that a
    Gaussian law can average. `signal` and `power` are as in Functions, in d, k, omega, alpha2.
    """

    below: sp.Expr
    above: sp.Expr
    signal: sp.Expr
    power: sp.Expr
    single: bool = False

    @property
    def domain(self) -> Domain:
        """What makes the law one: a dimension, a variance, and for sums the number of units and their variance."""
        units = () if self.single else (("k", Predicate.INTEGER), ("alpha2", Predicate.POSITIVE))
        return ("d", Predicate.INTEGER), ("omega", Predicate.POSITIVE), *units
