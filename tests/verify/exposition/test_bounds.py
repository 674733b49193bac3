"""Bounds in words and formulas: what is bounded, by what, where it is attained."""

from dataclasses import replace

from proofs.algebra import matrix, scalar, symmetric, trace
from proofs.algebra.symbols import number
from proofs.core.claims import (
    Coercive,
    Diagonalised,
    LowerBound,
    Minimum,
    OrthogonalZeros,
    Square,
    ZeroProduct,
    ZeroSet,
)
from proofs.core.flow import Flow
from proofs.core.listed import SemidefiniteBound
from verify.document.markdown import as_markdown
from verify.document.text import as_text
from verify.exposition.bounds import (
    coercive,
    diagonalised,
    flow,
    lower_bound,
    minimum,
    orthogonal_zeros,
    semidefinite_bound,
    zero_set,
)

A, B, Sigma, c, n = matrix("A", "d", "d"), matrix("B", "d", "d"), symmetric("Sigma", "d"), scalar("c"), scalar("n")
LEAST = Minimum(
    name="m",
    objective=c**2 + n,
    folded=n + c**2,
    minimizer=((c, number(0)),),
    value=n,
    squares=(Square(c),),
    unique=True,
)


def said(blocks) -> str:
    return " ".join(as_text(tuple(blocks), 200).split())


def test_a_minimum():
    text = said(minimum(LEAST))
    assert (
        "f = c^2 + n = n + c^2 is at least f_* = n because the difference is a sum of squares: f - f_* = (c)^2" in text
    )
    assert text.endswith("It is attained at no other point than c = 0")
    assert said(minimum(replace(LEAST, unique=False))).endswith("It is attained at c = 0")
    computing = replace(LEAST, prediction=c * n, computes=number(0) * c)
    assert said(minimum(computing)).endswith("Every minimizer computes the same function: the prediction c n = 0")


def test_a_lower_bound_is_attained_but_not_called_least():
    parts = {name: getattr(LEAST, name) for name in ("name", "objective", "minimizer", "value", "squares")}
    text = said(lower_bound(LowerBound(**parts)))
    assert "bound = n" in text
    assert "f_*" not in text
    assert text.endswith("It is attained at c = 0")


def test_a_semidefinite_bound():
    claim = SemidefiniteBound(name="s", objective=c**2, value=n, denominator=n + 1, sizes=((1, 2), (2, 2)))
    text = said(semidefinite_bound(claim))
    assert "is at the sizes (d, n) = (1, 2), (2, 2) at least f_* = (n) / (1 + n)" in text


def test_the_branches_of_a_set_of_zeros():
    product = ZeroProduct(Square(A), Square(B), weight=c, rest=(Square(c),))
    claim = ZeroSet(
        name="z", total=trace(A @ A.T), products=(product, product), form=A @ B,
        branches=(frozenset({"A"}), frozenset({"A", "B"})), branches_at_one=(),
    )  # fmt: skip
    text = said(zero_set(claim))
    assert "for d >= 2: A = 0 or A = 0, B = 0." in text
    assert "for d = 1: none." in text
    assert "(c) |(A)|^2 |(B)|^2 + (c)^2" in text
    assert text.count("For h =") == text.count("where one of the factors vanishes, h =") == 1


def test_rotation_and_growth():
    pair = Diagonalised(name="p", objective=trace(A @ B), turned=A, averaged=B, step=Sigma, squares=(Square(Sigma),))
    text = said(diagonalised(pair))
    assert "For every symmetric A, diagonal in a basis U, and every B the function f = tr(A B)" in text
    assert "f(B + Sigma) + f(B - Sigma) - 2 f(B) = |(Sigma)|^2" in text
    growth = Coercive(
        name="g", objective=c**2 - n, variables=(c,), growth=(Square(c),), squares=(Square(A),), constant=n
    )
    text = said(coercive(growth))
    assert "Its growth is g = (c)^2" in text
    assert "f - g + constant = |(A)|^2 constant = n" in text


def test_a_flow():
    claim = Flow(name="f", objective=c**2, start=((c, n),), value=number(0), reached=((c * n, n),), kept=(n**2,))
    text = said(flow(claim))
    assert (
        "Along the gradient flow of the function f = c^2 from c = n the function tends to f_* = 0 and c n to n" in text
    )
    assert text.endswith("Along the way this stays what it is: n^2")


def test_the_measure_of_orthogonal_zeros():
    for weight, measure in ((0, "for dnu, nu"), (1, "for mu dnu, nu"), (2, "for mu^2 dnu, nu")):
        claim = OrthogonalZeros(name="z", gram=Sigma, over=(), depths=(1,), weight=weight)
        assert measure in said(orthogonal_zeros(claim))
        assert "W = Sigma" in said(orthogonal_zeros(claim))


def test_formulas_in_latex():
    assert r"f_{*} = n" in as_markdown(tuple(minimum(LEAST)))
    assert r"\beta" in as_markdown(tuple(lower_bound(LEAST)))
