"""Means over rows of given moments: against sums over finite supports, against the Gaussian, and what is refused."""

from itertools import product
from math import prod

import pytest
from flint import fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import evaluate, identity, matrix, scalar, symmetric, trace, vector
from proofs.algebra.letters import Letter
from proofs.algebra.symbols import as_polynomial
from proofs.core.errors import DependenceError, LetterError, ShapeError
from proofs.moments.gaussian import expectation
from proofs.moments.laws import Elliptical, Gaussian, Independent, Rows
from proofs.moments.mean import Mean
from proofs.moments.rows import fourth_moment, rows_expectation
from verify.simulate.support import elliptical, independent
from verify.sweep.covariance import diagonal, diagonal_part, rational
from verify.sweep.covariance import matrix as random_matrix
from verify.sweep.strategies import generators

Sigma, Psi, Q, F = (symmetric(name, "d") for name in ("Sigma", "Psi", "Q", "F"))
A, B, E, X = matrix("A", "d", "d"), matrix("B", "d", "d"), matrix("E", "n", "n"), matrix("X", "n", "d")
u, v, x, kappa = vector("u", "n"), vector("v", "d"), vector("x", "d"), scalar("kappa")
S, LETTERS = X.T @ X, (Sigma, Psi, A, B, E, u, v)
ELLIPTICAL = Rows(X, Sigma, Elliptical(kappa))
INDEPENDENT = Rows(X, Sigma, Independent(Q, F, Psi))
KINDS = (Elliptical(kappa), Independent(Q, F, Psi))

LOW = [
    S, X.T @ E @ X, X @ A @ X.T, X @ v @ u.T @ X, trace(S @ A) * B, identity("d") * trace(A), (u.T @ X @ v) ** 2,
]  # fmt: skip
PSI_INSIDE = [
    S @ Psi @ S, trace(S @ Psi) * S, trace(S @ Psi) ** 2, trace(S @ Psi @ S @ A), A @ S @ Psi @ S @ B + S,
    trace(S @ Psi) * (v.T @ S @ A @ v), trace(S @ Psi @ S) * A - trace(S @ A) * Psi,
]  # fmt: skip
ANY = [S @ A @ S, trace(S @ A) * trace(S @ B), S @ v @ v.T @ S, trace(S @ A @ S @ B) * B, (v.T @ S @ v) ** 2, S @ S]


def value(polynomial, law, support, n, d, rng, more):
    """Both sides at random rational matrices: the mean by the calculus, and the sum over all n-tuples of points."""
    numbers = {"n": fmpq(n), "d": fmpq(d)} | {name: one for name, one in more.items() if isinstance(one, fmpq)}
    sizes = {"n": n, "d": d, "1": 1}
    values = {one.letter.name: random_matrix(rng, sizes[one.rows], sizes[one.columns]) for one in LETTERS}
    values |= {name: one for name, one in more.items() if isinstance(one, fmpq_mat)}
    values["Psi"] = values["Psi"] + values["Psi"].transpose()
    if "Q" in more:
        values["F"] = diagonal_part((more["Q"] - 3 * more["Sigma"] ** 2) * values["Psi"])
    total = 0 * evaluate(polynomial, values | {"X": fmpq_mat(n, d)}, numbers)
    for rows in product(zip(support.points, support.weights, strict=True), repeat=n):
        filled = values | {"X": fmpq_mat(n, d, [entry for point, _ in rows for entry in point])}
        total += prod((weight for _, weight in rows), start=fmpq(1)) * evaluate(polynomial, filled, numbers)
    return evaluate(rows_expectation(polynomial, law), values, numbers), total


@given(
    st.sampled_from(LOW + PSI_INSIDE + ANY),
    st.sampled_from([(1, 1), (3, 1), (1, 2), (2, 2)]),
    st.sampled_from([fmpq(1), fmpq(3, 2), fmpq(7, 10), fmpq(4)]),
    generators(),
)
def test_elliptical_rows_as_sums_over_points(polynomial, sizes, shape, rng):
    n, d = sizes
    root = random_matrix(rng, d, d)
    more = {"Sigma": root.transpose() * root, "kappa": shape}
    found, expected = value(polynomial, ELLIPTICAL, elliptical(root, shape), n, d, rng, more)
    assert found == expected


@given(st.sampled_from(LOW + PSI_INSIDE), st.sampled_from([(1, 1), (3, 1), (1, 2), (2, 2)]), generators())
def test_independent_coordinates_as_sums_over_points(polynomial, sizes, rng):
    n, d = sizes
    second = [abs(rational(rng)) for _ in range(d)]
    fourth = [m2 * (m2.ceil() + rng.randint(0, 2)) ** 2 for m2 in second]
    support = independent(second, fourth)
    more = {"Sigma": diagonal(second), "Q": diagonal(fourth)}
    found, expected = value(polynomial, INDEPENDENT, support, n, d, rng, more)
    assert found == expected


@given(st.sampled_from(LOW + PSI_INSIDE + ANY))
def test_gaussian_rows_have_kappa_one(polynomial):
    normal = Rows(X, Sigma, Elliptical(identity("1")))
    assert rows_expectation(polynomial, normal) == expectation(polynomial, (Gaussian(X, column_covariance=Sigma),))


def test_one_row_is_a_column():
    signal = trace(Sigma @ Psi)
    pairings = 2 * Sigma @ Psi @ Sigma + signal * Sigma
    assert fourth_moment(ELLIPTICAL, Psi) == kappa * pairings
    assert fourth_moment(INDEPENDENT, Psi) == pairings + F
    column = Rows(x, None, Elliptical(kappa))
    assert Mean((x.T @ A @ x) * (x.T @ B @ x), (column,)).value() == kappa * (
        trace(A) * trace(B) + trace(A @ B) + trace(A @ B.T)
    )
    assert rows_expectation(x @ x.T, column) == identity("d")


@pytest.mark.parametrize("kind", KINDS, ids=["elliptical", "independent"])
@pytest.mark.parametrize(
    ("polynomial", "order"),
    [(S @ S @ S, 6), (trace(S @ Psi) ** 3, 6), (X, 1), (v.T @ S @ v * (u.T @ X @ v), 3), ((u.T @ X @ v) ** 8, 8)],
    ids=str,
)
def test_moments_that_are_not_known_are_refused(kind, polynomial, order):
    with pytest.raises(LetterError, match=f"moments of order {order}"):
        rows_expectation(polynomial, Rows(X, Sigma, kind))


@pytest.mark.parametrize("kind", KINDS, ids=["elliptical", "independent"])
@pytest.mark.parametrize(
    "polynomial",
    [
        X.T @ E @ X @ Psi @ S, (u.T @ X @ v) ** 4, X @ S @ X.T, X @ X.T @ X @ X.T, S @ Psi @ X.T @ u @ u.T @ X,
        trace(X.T @ E @ X) * S, trace(X @ Psi @ X.T @ E) ** 2,
    ],
    ids=str,
)  # fmt: skip
def test_rows_that_meet_others_are_refused(kind, polynomial):
    with pytest.raises(LetterError, match="occurs as X'X"):
        rows_expectation(polynomial, Rows(X, Sigma, kind))


@pytest.mark.parametrize("polynomial", [polynomial for polynomial in ANY if "Psi" not in str(polynomial)], ids=str)
def test_an_excess_without_a_name_is_refused(polynomial):
    with pytest.raises(LetterError, match="there is none"):
        rows_expectation(polynomial, INDEPENDENT)


def test_a_letter_that_depends_on_the_rows_is_refused():
    H = as_polynomial(Letter("H", "d", "n", depends_on=frozenset({"X"})))
    with pytest.raises(DependenceError, match="H depends on it"):
        rows_expectation(H @ X, ELLIPTICAL)


def test_a_law_that_depends_on_another_family_is_refused():
    law = Rows(X, Sigma, Independent(Q, F, Psi))
    for name in ("Q", "F", "Psi", "Sigma"):
        with pytest.raises(LetterError, match=f"depends on {name}"):
            Mean(S, (law, Gaussian(matrix(name, "d", "d")))).value()


def test_a_law_of_other_letters_is_refused():
    with pytest.raises(ShapeError, match="symmetric d x d"):
        Rows(X, Sigma, Independent(A, F, Psi))
    with pytest.raises(ShapeError, match="symmetric d x d"):
        Rows(X, Sigma, Independent(Q, symmetric("F", "n"), Psi))
    with pytest.raises(ShapeError, match="scalar"):
        Rows(X, Sigma, Elliptical(Sigma))
    with pytest.raises(ShapeError, match="one as a column"):
        Rows(matrix("r", "1", "d"), Sigma, Elliptical(kappa))
    with pytest.raises(ShapeError, match="column covariance"):
        Rows(X, symmetric("R", "n"), Elliptical(kappa))
    with pytest.raises(LetterError, match="no further properties"):
        Rows(symmetric("X", "d"), Sigma, Elliptical(kappa))
