"""Expressions as sides of formulas."""

import pytest

from proofs.algebra import identity, matrix, scalar, symmetric, vector
from proofs.algebra.polynomial import total
from proofs.algebra.symbols import number, zero
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean
from verify.exposition.expressions import MOST, at, base, factor, joined, pieces, plain, quotient

x, w, A = vector("x_q", "d"), vector("w", "d"), matrix("A", "d", "d")
Sigma, n, d, a = symmetric("Sigma", "d"), scalar("n"), scalar("d"), scalar("a")
LAW = (Gaussian(w),)
SIGN = r"\mathbb{E}_{w}"
LONG = total(scalar(f"c_{k}") for k in range(2 * MOST))

PIECES = {
    "a sum": (A - 2 * Sigma, ("A", r"- 2 \Sigma")),
    "nothing": (zero("d", "d"), ("0",)),
    "a mean": (Mean(w @ w.T + Sigma, LAW), (rf"{SIGN} \bigl[ \Sigma", r"+ w w^{\top} \bigr]")),
    "a mean square": (
        Mean((a * (w.T @ x) - 1) ** 2, LAW),
        (rf"{SIGN} \bigl( 1", r"- a \left(w^{\top} x_{q}\right) \bigr)^{2}"),
    ),
    "a mean of one term": (Mean(a * (w.T @ w), LAW), (rf"{SIGN} \bigl[ a \left(w^{{\top}} w\right) \bigr]",)),
}


@pytest.mark.parametrize(("expression", "expected"), PIECES.values(), ids=PIECES)
def test_pieces(expression, expected):
    assert pieces(expression) == expected


def test_of_very_many_terms_the_first_are_shown_and_all_are_counted():
    found = pieces(LONG)
    assert len(found) == MOST + 1
    assert found[-1] == rf"+ \cdots \text{{ ({2 * MOST} terms in all)}}"
    assert plain(total(scalar(f"long_name_{k}") for k in range(99))).endswith("+ terms)")


@pytest.mark.parametrize(
    ("expression", "in_product", "in_power"),
    [
        (a, "a", "a"), (2 * a, "2 a", r"\left(2 a\right)"), (a + 1, r"\left(1 + a\right)", r"\left(1 + a\right)"),
        (w.T @ w, r"\left(w^{\top} w\right)", r"\left(w^{\top} w\right)"), (number(3), "3", "3"),
        (scalar("sigma2"), r"\sigma^{2}", r"\left(\sigma^{2}\right)"),
        (1 / n, r"\frac{1}{n}", r"\left(\frac{1}{n}\right)"),
    ],
)  # fmt: skip
def test_brackets(expression, in_product, in_power):
    assert factor(expression) == in_product
    assert base(expression) == in_power


def test_quotients():
    assert quotient(d, n + d + 1).pieces == (r"\frac{d}{1 + n + d}",)
    assert quotient(A, None).pieces == ("A",)
    long = quotient(LONG, n + 1)
    assert long.pieces[0].startswith(r"\bigl( c_{")
    assert long.pieces[-2].endswith(r"\bigr) / \bigl( 1")
    assert long.pieces[-1] == r"+ n \bigr)"


def test_assignments():
    formula = at(((a, n + 1), (A, identity("d"))))
    assert formula.first.pieces == ("a = 1", r"+ n,\quad", "A = I")
    assert formula.first.plain == f"a = {n + 1}, A = I"


def test_joined():
    assert joined([("a", "b"), ("c",)], ",") == ("a", "b,", "c")
