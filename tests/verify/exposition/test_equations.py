"""Claims that equate, in words and formulas."""

from dataclasses import replace

from proofs.algebra import identity, matrix, scalar, symmetric, vector
from proofs.core.claims import Action, Equality, Implements, Induction, Invariance, Limit, Parameter, State
from verify.document.markdown import as_markdown
from verify.document.text import as_text
from verify.exposition.equations import equality, implements, induction, invariance, limit

A, R, S, one = matrix("A", "d", "d"), matrix("R", "d", "d"), symmetric("S", "d"), identity("d")
n, u, x = scalar("n"), vector("u", "d"), vector("x", "d")


def said(blocks) -> str:
    return " ".join(as_text(tuple(blocks), 200).split())


def test_both_sides_or_one():
    assert said(equality(Equality(name="c", left=n * A, right=A + A))) == "n A = A + A"
    assert said(equality(Equality(name="c", left=A, right=A))) == "Both sides are A"


def test_an_algorithm_at_weights_and_without():
    claim = Implements(name="c", prediction=x.T @ A @ u, weights=((A, one),), algorithm=x.T @ u)
    assert said(implements(claim)) == (
        "For every data set the prediction prediction = x' A u is, at the weights A = I what the algorithm computes: "
        "prediction = x' u"
    )
    free = replace(claim, weights=(), algorithm=x.T @ A @ u)
    assert said(implements(free)) == (
        "For every data set the prediction prediction = x' A u is what the algorithm computes."
    )


def test_an_induction():
    claim = Induction(name="c", states=(State(u, 0 * u, A @ u),), invariant=(x - u,), start=(x,), layer=(x - A @ u,))
    text = said(induction(claim))
    assert "Z(u) = (-u + x) before the first layer with u = 0" in text
    assert "every layer turns them into those of u_next = A u since it makes of them Z_next = (-A u + x)" in text


def test_a_symmetry():
    claim = Invariance(
        name="c", layer=one - A @ S, parameters=(Parameter(A, Action.FORM, one, S),), gram=S, root=R, before=R.T @ R,
        after=one, states=((State(u, x, A @ u), Action.MAP),),
    )  # fmt: skip
    text = said(invariance(claim))
    assert "f = E tr(R' R T_(L-1) ... T_0 I T_0' ... T_(L-1)')" in text
    assert "T_l = I - A S with u = x before the first layer and u_next = A u" in text
    assert "the gradient by A, at multiples of I, is a multiple of S." in text
    assert text.endswith("The Gram matrix S is that of rows with covariance R'R, R = R.")


def test_limits():
    claim = Limit(name="c", grows=n, numerator=A, limit=S, denominator=n)
    assert said(limit(claim)) == "(A) / (n) -> (as n -> infinity) S"
    inverted = replace(claim, inverted=True, denominator=None)
    assert said(limit(inverted)) == "(A)^-1 -> (as n -> infinity) (S)^-1"
    assert r"\longrightarrow_{n \to \infty}" in as_markdown(tuple(limit(claim)))
