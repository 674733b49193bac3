"""LaTeX of letters, words and polynomials."""

from fractions import Fraction

import pytest
import sympy as sp

from proofs.algebra import identity, inverse, latex, matrix, orthogonal, scalar, symmetric, trace, vector
from proofs.algebra.symbols import number, zero
from proofs.algebra.typesetting import latex_terms, symbol, with_carets

A, X, v, x = matrix("A", "d", "d"), matrix("X", "n", "d"), vector("v", "d"), vector("x_q", "d")
Sigma, sigma2, c, n = symmetric("Sigma", "d"), scalar("sigma2"), scalar("c"), scalar("n")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("X", "X"), ("x_q", "x_{q}"), ("a_12", "a_{12}"), ("A1", "A_{1}"), ("Sigma", r"\Sigma"), ("eta_2", r"\eta_{2}"),
        ("rho", r"\rho"), ("Delta_1", r"\Delta_{1}"), ("eps", r"\varepsilon"),
        ("P_first_xy", r"P_{\mathrm{first},xy}"), ("b_x_1", "b_{x,1}"), ("c_1234", "c_{1234}"),
        ("sigma2", r"\sigma^{2}"), ("Psi", r"\Psi"), ("Lambda3", r"\Lambda_{3}"), ("2", "2"),
    ],
)  # fmt: skip
def test_symbols(name, expected):
    assert symbol(name) == expected


def test_powers_of_sympy_in_plain_text():
    t = sp.Symbol("t")
    assert with_carets(-(t**2) / 3) == "-t^2/3"


FORMULAS = [
    (zero("d", "d"), "0"),
    (identity("d"), "I"),
    (number(Fraction(-2, 3)), r"-\frac{2}{3}"),
    (number(1), "1"),
    (X.T @ X, r"X^{\top} X"),
    (A - 2 * Sigma, r"A - 2 \Sigma"),
    (trace(Sigma @ A), r"\operatorname{tr}\left(A \Sigma\right)"),
    (x.T @ A @ v * v, r"\left(v^{\top} A^{\top} x_{q}\right) v"),
    (n**2 * sigma2**3 * c, r"c n^{2} \left(\sigma^{2}\right)^{3}"),
    (Sigma / (2 * n), r"\frac{1}{2 n} \Sigma"),
    (3 * c * identity("d") / n**2 / 4, r"\frac{3 c}{4 n^{2}} I"),
    (inverse(Sigma) @ inverse(A).T, r"\Sigma^{-1} (A^{-1})^{\top}"),
    (inverse(symmetric("S_1", "d")), "S_{1}^{-1}"),
    (matrix("G", "d", "d", latex=r"\Gamma").T, r"\Gamma^{\top}"),
    (inverse(matrix("G", "d", "d", latex=r"\Gamma")), r"\Gamma^{-1}"),
    (orthogonal("U", "d").T @ v, r"U^{\top} v"),
    (-(trace(A) ** 2) - 1, r"-1 - \operatorname{tr}\left(A\right)^{2}"),
    ((x.T @ A @ v) ** 3, r"\left(v^{\top} A^{\top} x_{q}\right)^{3}"),
]


def test_a_line_may_end_between_terms():
    assert latex_terms(A - 2 * Sigma + identity("d")) == ("I", "+ A", r"- 2 \Sigma")
    assert latex_terms(-A) == ("-A",)


@pytest.mark.parametrize(("polynomial", "expected"), FORMULAS, ids=[expected for _, expected in FORMULAS])
def test_latex(polynomial, expected):
    assert latex(polynomial) == expected
