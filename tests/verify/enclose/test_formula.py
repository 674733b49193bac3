"""Formulas in balls against sympy's own values."""

import pytest
import sympy as sp
from flint import arb, fmpq

from proofs.core.errors import InputError
from verify.enclose.formula import enclosed

x, y = sp.symbols("x y", positive=True)
VALUES = {"x": arb(fmpq(3, 2)), "y": arb(fmpq(1, 3))}
AT = {x: sp.Rational(3, 2), y: sp.Rational(1, 3)}


@pytest.mark.parametrize(
    "formula",
    [
        x / 3 - y**2 / 7,
        sp.sqrt(x) / y,
        sp.exp(-(x**2) / 2) / sp.sqrt(2 * sp.pi),
        sp.erf(x) * sp.erfc(y),
        1 / (1 + x) ** sp.Rational(3, 2),
        sp.pi,
        sp.S.Half,
    ],
    ids=str,
)
def test_values(formula):
    found = enclosed(formula, VALUES)
    assert abs(float(found) - float(formula.subs(AT))) < 1e-12
    assert found.rad() < arb(1e-12)


def test_a_third_is_exact():
    assert enclosed(sp.Rational(1, 3) * 3, {}) == 1
    assert enclosed(x / 3, {"x": arb(3)}).contains(arb(1))


@pytest.mark.parametrize(
    ("formula", "says"),
    [(x + sp.Symbol("z"), "holds z, which has no value"), (sp.sin(x), "no balls"), (x**y, "no balls")],
)
def test_what_has_no_value(formula, says):
    with pytest.raises(InputError, match=says):
        enclosed(formula, VALUES)
