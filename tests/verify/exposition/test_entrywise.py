"""Sums of entries in formulas, and the claims on them in words."""

import pytest
import sympy as sp
from flint import fmpq

from proofs.entrywise.claims import (
    DifferentValues,
    EntrywiseIdentity,
    Expansion,
    Inequality,
    Lipschitz,
    LooseBound,
    OpposedShifts,
    Part,
)
from proofs.entrywise.sums import Symbol, as_sum, delta
from verify.document.text import as_text
from verify.exposition.entrywise import (
    different_values,
    expansion,
    identity,
    inequality,
    lipschitz,
    loose_bound,
    opposed_shifts,
    sum_side,
)

A, u, f = Symbol("A", ("n", "d")), Symbol("u", ("n",)), Symbol("f", ("n",))
ONE, HALF = fmpq(1), fmpq(1, 2)


def said(blocks) -> str:
    return " ".join(as_text(tuple(blocks), 200).split())


@pytest.mark.parametrize(
    ("whole", "pieces"),
    [
        (as_sum(0), ("0",)),
        (as_sum(fmpq(-3, 2)), (r"- \frac{3}{2}",)),
        (u("i"), ("u_{i}",)),
        ((A("i", "k") * u("i")).over("i"), (r"\sum_{p} A_{p k} u_{p}",)),
        (delta("n", "i", "j") * 2, (r"2 \delta_{i j}",)),
        (u("i") - u("j"), ("u_{i}", "- u_{j}")),
        (Symbol("s")() * u("i"), ("s u_{i}",)),
    ],
)
def test_sums_in_latex(whole, pieces):
    assert sum_side(whole).pieces == pieces
    assert sum_side(whole).plain == str(whole)


@pytest.mark.parametrize(
    ("derivative", "what"), [(0, ""), (1, "The gradient of the loss"), (2, "The Hessian of the loss")]
)
def test_identities(derivative, what):
    claim = EntrywiseIdentity(name="c", left=u("i"), right=u("i"), simplex=f, derivative=derivative)
    text = said(identity(claim))
    assert text.startswith(what)
    assert text.endswith("u_i = u_i for all sizes, the entries of f being positive with sum 1.")


def test_a_constant_with_its_squares():
    part, apart = Part(as_sum(2), u("i"), ("i",)), Part(as_sum(1), u("i") + u("j"), ("i", "j"), distinct=True)
    claim = Lipschitz(
        name="c", jacobian=f("i") * f("j"), constant=HALF, direction=u, simplex=f, lower=(part,), upper=(part, apart),
        extremal=(HALF, HALF),
    )  # fmt: skip
    text = said(lipschitz(claim))
    assert "v'Jv = sum_{i} 2 (u_i)^2" in text
    assert "1/2 |v|^2 - v'Jv = sum_{i} 2 (u_i)^2 + sum_{i != j} 1 (u_i + u_j)^2" in text
    assert "by more than 1/2 times" in text
    assert text.endswith("|f(u) - f(u')| <= 1/2 |u - u'|")


def test_values_that_differ():
    values = (("f", ((HALF, HALF),)),)
    claim = DifferentValues(name="c", left=f("1"), right=f("2"), values=values, found=(HALF, ONE))
    assert said(different_values(claim)).endswith("are 1/2 and 1 at f = (1/2, 1/2).")


def test_bounds_and_shifts():
    loose = LooseBound(name="c", slope=HALF, power=fmpq(3, 2), growth=fmpq(10))
    assert said(loose_bound(loose)) == "For all R > 0 and n >= 1 1/2 R <= n^(3/2) exp(10 R^2)"
    shifts = OpposedShifts(name="c", A=((ONE, HALF),), x=(ONE, ONE), b=(HALF,), step=HALF, update=ONE, cosine="-0.99")
    text = said(opposed_shifts(shifts))
    assert "A step x - 1/2 gradient and an update A + 1 P A" in text
    assert text.endswith("(1, 1/2) (1, 1) (1/2) -0.99")


def test_an_expansion_and_an_inequality():
    text = said(expansion(Expansion(name="c", first=u("i"), second=f("i"), order=3)))
    assert "df_i/dt = u_i d^2 f_i/dt^2 = f_i" in text
    assert "|R| <= t^3 w^3 max |v_i| / 4" in text
    t = sp.Symbol("t", nonnegative=True)
    claim = Inequality(name="c", smaller=t, larger=sp.exp(t), variable=t)
    assert said(inequality(claim)) == "t <= exp(t) for all t >= 0."
