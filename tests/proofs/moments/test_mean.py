"""Means as expressions: computed family by family, relations applied in between, dependence never lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import Relation, identity, matrix, scalar, symmetric, trace, vector
from proofs.algebra.letters import Letter
from proofs.algebra.symbols import as_polynomial
from proofs.attention.data import data
from proofs.core.errors import DependenceError, LetterError
from proofs.core.task import RidgeOperator, Task
from proofs.moments.gaussian import expectation
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean, expanded
from proofs.moments.ridge import ridge

n, d, sigma2 = scalar("n"), scalar("d"), scalar("sigma2")
Sigma, Psi = symmetric("Sigma", "d"), symmetric("Psi", "d")
SAMPLE = data(Task("Sigma", "Psi", "sigma2"))
X, S, w, eps, x_q, y = SAMPLE.X, SAMPLE.S, SAMPLE.w, SAMPLE.eps, SAMPLE.x_q, SAMPLE.y
H, EQUATION = ridge(RidgeOperator("H", "Psi", "sigma2"))
B = matrix("B", "d", "d")

TABLE = [
    (w @ w.T, SAMPLE.labels, Psi),
    (eps.T @ eps, SAMPLE.labels, n * sigma2),
    (S, SAMPLE.laws, n * Sigma),
    (w.T @ x_q, SAMPLE.laws, n * 0),
    ((w.T @ x_q) ** 2, SAMPLE.laws, trace(Sigma @ Psi)),
    (S @ B @ S, SAMPLE.laws, n * (n * Sigma @ B @ Sigma + Sigma @ B.T @ Sigma + trace(B @ Sigma) * Sigma)),
    (y @ y.T, SAMPLE.labels, X @ Psi @ X.T + sigma2 * identity("n")),
    (B, SAMPLE.laws, B),
    (w @ w.T, (), w @ w.T),
]


@pytest.mark.parametrize(("integrand", "laws", "value"), TABLE, ids=lambda item: str(item)[:40])
def test_values(integrand, laws, value):
    assert Mean(integrand, laws).value() == value
    assert Mean(integrand, laws).shape == value.shape


@given(st.permutations(SAMPLE.laws))
def test_the_order_of_the_laws_does_not_matter(laws):
    integrand = (y.T @ X @ B @ x_q) ** 2
    assert Mean(integrand, tuple(laws)).value() == expectation(integrand, SAMPLE.laws)


def test_a_relation_removes_what_depends_on_the_data():
    posterior = Mean(H @ y @ (X.T @ y).T, (SAMPLE.law_X, *SAMPLE.labels), (EQUATION,))
    assert posterior.value() == n * Psi @ Sigma
    assert Mean(H @ X @ Psi @ X.T, (), (EQUATION,)).value() == Psi @ X.T - sigma2 * H


@pytest.mark.parametrize(
    ("integrand", "relations"),
    [
        (H @ y @ (X.T @ y).T, ()),
        (H @ y, ()),
        (H @ H.T, (EQUATION,)),
        (H @ X, (EQUATION,)),
        (trace(H @ X) * w @ w.T, (EQUATION,)),
    ],
    ids=str,
)
def test_what_depends_on_the_data_is_no_constant(integrand, relations):
    with pytest.raises(DependenceError, match="cannot average over X: H depends on it"):
        Mean(integrand, (SAMPLE.law_X,), relations).value()


def test_any_relation_may_be_given():
    L = as_polynomial(Letter("L", "d", "n", depends_on=frozenset({"X"})))
    inverts = Relation(L @ X, identity("d"))
    assert Mean(w.T @ L @ X @ S @ w, (SAMPLE.law_X, SAMPLE.law_w), (inverts,)).value() == n * trace(Psi @ Sigma)
    assert Mean(w @ w.T @ L @ X, (SAMPLE.law_w,)).value() == Psi @ L @ X


def test_an_operator_of_fixed_data_is_a_constant():
    assert Mean(H @ y, SAMPLE.labels).value().terms == {}
    assert Mean(w.T @ H @ H.T @ w, SAMPLE.labels).value() == trace(H.T @ Psi @ H)


def test_a_family_is_averaged_once_and_independently():
    with pytest.raises(LetterError, match="averaged over twice"):
        Mean(w @ w.T, (SAMPLE.law_w, SAMPLE.law_w)).value()


def test_a_relation_that_never_ends_is_refused():
    P, Q = symmetric("P", "d"), symmetric("Q", "d")
    endless = Relation(P @ Q, P @ P @ Q @ Q)
    with pytest.raises(LetterError, match="does not come to an end"):
        Mean(P @ Q, (), (endless,)).value()


def test_expanded():
    assert expanded(B) is B
    assert expanded(Mean(S, (SAMPLE.law_X,))) == n * Sigma
    with pytest.raises(TypeError, match="trace polynomial or a mean, got int"):
        expanded(3)


def test_a_vector_is_averaged_before_a_matrix():
    G = Gaussian(vector("g", "d"), row_covariance=Psi)
    assert Mean(X @ vector("g", "d"), (SAMPLE.law_X, G)).value().terms == {}
