"""Elementary formulas in balls."""

from collections.abc import Mapping
from functools import reduce
from operator import add, mul

import sympy as sp
from flint import arb, fmpq

from proofs.core.errors import InputError

FUNCTIONS = {sp.exp: arb.exp, sp.erf: arb.erf, sp.erfc: arb.erfc}


def enclosed(formula: sp.Expr, values: Mapping[str, arb]) -> arb:
    """The value of a formula in sums, products, rational powers, exp, erf and erfc, the symbols by name.

    Raises InputError for a symbol without a value or a function that is not among these.
    """
    if isinstance(formula, sp.Rational):
        return arb(fmpq(int(formula.p), int(formula.q)))
    if formula is sp.pi:
        return arb.pi()
    if isinstance(formula, sp.Symbol):
        if formula.name not in values:
            raise InputError(f"the formula holds {formula.name}, which has no value here")
        return values[formula.name]
    parts = [enclosed(part, values) for part in formula.args]
    if isinstance(formula, sp.Add):
        return reduce(add, parts)
    if isinstance(formula, sp.Mul):
        return reduce(mul, parts)
    if isinstance(formula, sp.Pow) and isinstance(formula.exp, sp.Rational):
        return _power(parts[0], formula.exp)
    if type(formula) in FUNCTIONS:
        return FUNCTIONS[type(formula)](parts[0])
    raise InputError(f"no balls for {formula}: sums, products, rational powers, exp, erf and erfc only")


def _power(base: arb, exponent: sp.Rational) -> arb:
    whole = base ** int(exponent.p)
    return whole if exponent.q == 1 else whole ** arb(fmpq(1, int(exponent.q)))
