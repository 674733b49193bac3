"""Means that exist and means that do not, although an odd factor would make them vanish."""

import pytest

from proofs.algebra import inverse, matrix, symmetric, trace, vector
from proofs.algebra.positivity import signs
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.statement import Hypothesis, Predicate
from proofs.core.task import EllipticalInputs, GramOperator, RidgeOperator, Task
from proofs.moments.existence import existence_lines, monomials
from proofs.moments.inverse_wishart import gram
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean
from proofs.moments.ridge import ridge

TASK = Task("Sigma", "Psi", "sigma2")
SAMPLE = data(TASK)
X, w, eps, u, z = SAMPLE.X, SAMPLE.w, SAMPLE.eps, vector("u", "d"), vector("z", "n")
A = matrix("A", "d", "d")
G, RELATION = gram(GramOperator())
V = inverse(G)
SEMIDEFINITE = Predicate.POSITIVE_SEMIDEFINITE
ALL = (SAMPLE.law_X, SAMPLE.law_w, SAMPLE.law_eps)


def exist(integrand, operator, *, over=ALL, **known: Predicate) -> bool:
    """Whether every line on the existence of the mean holds."""
    assumed = {"n": Predicate.ABOVE_D, "Sigma": Predicate.POSITIVE_DEFINITE, **known}
    claim = Equality(name="c", left=number(0), right=number(0), operators=(operator,) if operator else ())
    facts = signs(Hypothesis(*item, "") for item in assumed.items())
    return all(line.holds for line in existence_lines(Mean(integrand, over, ()), claim, facts))


@pytest.mark.parametrize(
    ("integrand", "expected"),
    [
        (trace(V), True),
        (trace(V @ A) * trace(G), True),
        (trace(V @ V), False),
        (trace(V) * trace(V @ A), False),
        (trace(V @ V) * (eps.T @ z), False),
        (u.T @ V @ X.T @ eps * trace(V), False),
        (trace(X @ V @ X.T) * trace(V), True),
        (u.T @ V @ X.T @ eps * (u.T @ V @ X.T @ eps), True),
    ],
)
def test_words_in_an_inverse_gram_matrix(integrand, expected):
    assert exist(integrand, GramOperator()) is expected


def test_a_mean_that_is_missing_for_few_rows_says_what_to_assume():
    claim = Equality(name="c", left=number(0), right=number(0), operators=(GramOperator(),))
    (line,) = existence_lines(Mean(trace(V), ALL, ()), claim, signs([Hypothesis("n", Predicate.INTEGER, "")]))
    assert "Predicate.ABOVE_D" in line.lacks


def test_an_inverse_gram_matrix_of_few_rows():
    assert not exist(trace(V), GramOperator(), n=Predicate.INTEGER)
    assert exist(trace(G), GramOperator(), n=Predicate.INTEGER)


@pytest.mark.parametrize(
    ("word", "noise", "expected"),
    [
        (lambda H: u.T @ H @ eps, "", False),
        (lambda H: u.T @ H @ eps * (w.T @ w), "", False),
        (lambda H: z.T @ X @ H @ eps, "", True),
        (lambda H: u.T @ H @ X @ w, "", True),
        (lambda H: u.T @ H @ z, "sigma2", False),
        (lambda H: u.T @ H @ eps, "sigma2", True),
        (lambda H: trace(H @ X), "sigma2", True),
    ],
)
def test_words_in_a_ridge_operator_where_its_noise_may_vanish(word, noise, expected):
    operator = RidgeOperator("H", "", noise)
    H, _ = ridge(operator)
    few = Predicate.AT_LEAST_D
    assert exist(word(H), operator, n=few, sigma2=Predicate.NONNEGATIVE) is expected
    assert exist(word(H), operator, n=few, sigma2=Predicate.POSITIVE) is (expected or bool(noise))
    assert exist(word(H), operator, n=few, over=SAMPLE.labels, sigma2=Predicate.NONNEGATIVE), "X is fixed"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        (lambda H: u.T @ H @ eps * (w.T @ w), True),
        (lambda H: u.T @ H @ H.T @ u, True),
        (lambda H: (u.T @ H @ z) ** 2 * (w.T @ u), True),
        (lambda H: (u.T @ H @ eps) ** 3, False),
        (lambda H: trace(H @ H.T) ** 2, False),
    ],
)
def test_two_ridge_operators_have_a_mean_over_more_rows_than_columns(word, expected):
    operator = RidgeOperator("H")
    H, _ = ridge(operator)
    assert exist(word(H), operator) is expected
    assert not exist(word(H), operator, n=Predicate.AT_LEAST_D)
    assert not exist(word(H), operator, over=(Gaussian(X, row_covariance=symmetric("R", "n")),)), "rows may be one"


def test_a_projection_up_to_a_prior_that_may_be_singular():
    operator = RidgeOperator("H", "Psi")
    H, _ = ridge(operator)
    assert not exist(trace(H @ X), operator, Psi=SEMIDEFINITE)
    assert exist(trace(H @ X), operator, Psi=Predicate.POSITIVE_DEFINITE)


def test_a_term_without_the_ridge_operator_asks_nothing_of_it():
    operator = RidgeOperator("H", "Psi", "sigma2")
    H, _ = ridge(operator)
    known = {"n": Predicate.INTEGER, "Psi": SEMIDEFINITE, "sigma2": Predicate.NONNEGATIVE}
    assert exist(u.T @ H @ eps + w.T @ w, operator, **known)
    assert not exist(u.T @ H @ z + w.T @ w, operator, **known)


def test_moments_beyond_the_fourth():
    sample = data(Task("Sigma", "Psi", "sigma2", inputs=EllipticalInputs("kappa")))
    S, over = sample.S, (sample.law_X, sample.law_eps)
    assert exist(trace(S @ S), None, over=over)
    assert not exist(trace(S @ S @ S), None, over=over)
    assert not exist(trace(S @ S @ S) * (eps.T @ z), None, over=over), "the odd factor is no excuse"


def test_monomials_are_words_of_names():
    assert set(monomials(trace(A) * A @ A + 2 * A)) == {(("A", "A"), ("A",)), (("A",),)}
