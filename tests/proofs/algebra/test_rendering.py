"""Forms in plain text and in LaTeX: they read as they were typed, and multiply out to the same polynomial."""

import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import identity, inverse, matrix, scalar, symmetric, trace, vector
from proofs.algebra.rendering import latex, latex_pieces, multiplied_out, text
from proofs.algebra.symbols import number
from proofs.algebra.written import LONGEST, Kind, Written
from proofs.core.task import RidgeOperator
from proofs.moments.ridge import pseudo_inverse

w, x, A, B, Sigma = (
    vector("w", "d"),
    vector("x", "d"),
    matrix("A", "d", "d"),
    matrix("B", "d", "d"),
    symmetric("Sigma", "d"),
)
a, n, d, y = (scalar(name) for name in ("a", "n", "d", "y"))


@pytest.mark.parametrize(
    ("expression", "plain", "tex"),
    [
        (w - 2 * a * (x * (w.T @ x - y) + n * w), "w - 2 a (x (w' x - y) + n w)", None),
        ((A @ Sigma).T @ x / n, "(A Sigma)' x / n", r"\frac{\left(A \Sigma\right)^{\top} x}{n}"),
        (trace(A @ A.T) * (n + 1) / n, "tr(A A') (n + 1) / n", None),
        (1 - x.T @ x / 2, "1 - 1/2 x' x", r"1 - \frac{1}{2} x^{\top} x"),
        ((w.T @ x - y) ** 2, "(w' x - y)^2", r"\left(w^{\top} x - y\right)^{2}"),
        (-(A + Sigma) @ x, "-(A + Sigma) x", None),
        (inverse(Sigma) @ (A - Sigma), "Sigma^-1 (A - Sigma)", None),
        (1 / n - 1 / (n * a), "1 / n - 1 / (n a)", r"\frac{1}{n} - \frac{1}{n a}"),
        (a - (n - d), "a - (n - d)", r"a - \left(n - d\right)"),
        (a * (n / (d * y)) * y, "a (n / (d y)) y", r"a \frac{n}{d y} y"),
        ((n + d) / a / y, "(n + d) / a / y", r"\frac{\frac{n + d}{a}}{y}"),
        (A @ identity("d") @ B, "A B", "A B"),
        (identity("d") - A, "I - A", "I - A"),
        (pseudo_inverse(RidgeOperator("X^+"))[0].T, "X^+'", r"\left(X^+\right)^{\top}"),
        (scalar("sigma2") ** 2, "sigma2^2", r"\left(\sigma^{2}\right)^{2}"),
        (Sigma.T, "Sigma", r"\Sigma"),
        (A.T.T, "A", "A"),
        (2 * (3 * a), "6 a", "6 a"),
        (0 * a + y, "y", "y"),
        (-a, "-a", "-a"),
        (0 - (-a), "a", "a"),
        (a * number(-3), "-3 a", "-3 a"),
    ],
    ids=str,
)
def test_how_it_reads(expression, plain, tex):
    assert text(expression.written) == plain
    assert tex is None or latex(expression.written) == tex
    assert multiplied_out(expression.written) == expression


SQUARES = st.recursive(
    st.sampled_from([A, B, Sigma, inverse(Sigma), w @ x.T, identity("d")]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: two[0] + two[1]),
        st.tuples(inner, inner).map(lambda two: two[0] - two[1]),
        st.tuples(inner, inner).map(lambda two: two[0] @ two[1]),
        inner.map(lambda one: one.T),
        inner.map(lambda one: -one),
        st.tuples(inner, st.sampled_from([a, n, a * n, number(fmpq(-2, 3))])).map(lambda two: two[0] * two[1]),
        st.tuples(inner, st.sampled_from([a, n, a * n])).map(lambda two: two[0] / two[1]),
        inner.map(lambda one: trace(one) * one),
        inner.map(lambda one: (x.T @ one @ w + 1) * one),
    ),
    max_leaves=8,
)


@given(SQUARES)
def test_a_form_stands_for_its_polynomial(square):
    for expression in (square, trace(square), w.T @ square @ x):
        form = expression.written
        if form is not None and expression:
            assert form.size <= LONGEST
            assert multiplied_out(form) == expression
            assert text(form)
            assert " ".join(latex_pieces(form)) == latex(form)


def test_a_leaf_without_a_letter():
    with pytest.raises(ValueError, match="without a letter"):
        multiplied_out(Written(Kind.LEAF))
