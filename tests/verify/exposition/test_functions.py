"""Claims on labels of random functions, in words and formulas."""

import sympy as sp
from flint import fmpq

from proofs.algebra import scalar, vector
from proofs.algebra.symbols import identity, number
from proofs.core.functions import Functions, InvariantMean, LessLoss
from proofs.core.ridge_functions import DIM, WEIGHT, RidgeFunctions, T
from verify.document.text import as_text
from verify.exposition.functions import invariant_mean, less_loss, ridge_functions, rotation_invariant

n, mu, m = scalar("n"), scalar("mu"), vector("m", "d")


def said(blocks) -> str:
    return " ".join(as_text(tuple(blocks), 200).split())


def test_a_mean_under_a_law():
    known = Functions("mu", "q", "p")
    text = said(invariant_mean(InvariantMean(name="c", functions=known, left=m.T @ m, right=mu)))
    assert "and f o U has the law of f for every orthogonal U." in text
    assert "E |m|^2 = mu; E f(x)^2 |x|^2 = q; E f(x)^2 = p." in text
    assert text.endswith("E[m' m] = mu")
    assert "noise" not in text


def test_noise_and_another_covariance_are_told():
    known = Functions("mu", "q", "p", "sigma2", covariance="Psi")
    text = said(invariant_mean(InvariantMean(name="c", functions=known, left=m.T @ m, right=mu)))
    assert "the noise eps of law N(0, sigma2 I)" in text
    assert "f(x) = g(w'x) with w of law N(0, Psi)" in text


def test_the_best_prediction(theorem):
    (claim,) = theorem("one_layer.random_functions").claims
    text = said(rotation_invariant(claim))
    assert "Its loss is E |v - e|^2 more than its least value f_* with e = eta X' (h + eps) f_* = p - n eta mu" in text
    assert "and v = e at u_x = 0, u_y = 1, N_xx = eta I, N_yx = 0" in text
    assert identity("d").shape == ("d", "d")


def test_less_than_any_step():
    claim = LessLoss(
        name="c", context=2, link=(fmpq(0), fmpq(1), fmpq(-1, 2)), blocks=(("u_y", fmpq(3)),), loss=fmpq(1, 2),
        least=fmpq(2, 3),
    )  # fmt: skip
    text = said(less_loss(claim))
    assert "For d = 1, n = 2, without noise and for the one function f(x) = 1 x^1 + -1/2 x^2" in text
    assert "the weights, all others being zero, u_y = 3" in text
    assert text.endswith("1/2 < 2/3")
    assert number(claim.loss) != number(claim.least)


def test_families():
    claim = RidgeFunctions(name="c", below=sp.S(0), above=T**2, signal=DIM * WEIGHT, power=DIM)
    text = said(ridge_functions(claim))
    assert "f(x) = sum_j a_j g(w_j'x) over k units" in text
    assert "g(t) = t^2 for t > 0, 0 for t < 0" in text
    assert "E |m|^2 = alpha2*d E f(x)^2 |x|^2 = d" in text
    single = RidgeFunctions(name="c", below=T, above=T, signal=DIM, power=DIM, single=True)
    assert "f(x) = g(w'x) with w of law N(0, omega I) and g(t) = t the moments" in said(ridge_functions(single))
