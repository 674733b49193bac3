"""The expectation against entrywise means, finite-support laws, closed forms and its own laws."""

from math import prod

import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import (
    derivative,
    evaluate,
    gradient,
    identity,
    inverse,
    matrix,
    scalar,
    substitute,
    symmetric,
    trace,
    vector,
)  # fmt: skip
from proofs.algebra.letters import Letter
from proofs.algebra.symbols import as_polynomial, number, zero
from proofs.core.errors import DependenceError, LetterError
from proofs.moments import Gaussian, expectation
from proofs.moments.enumeration import enumerate_pairings

SHAPES = st.sampled_from([("1", "1"), ("d", "d"), ("n", "d"), ("d", "1"), ("n", "n")])
A, B, X, Y = matrix("A", "d", "d"), matrix("B", "d", "n"), matrix("X", "n", "d"), matrix("Y", "n", "d")
G, M = matrix("G", "d", "d"), matrix("M", "d", "d")
Sigma, Psi, R = symmetric("Sigma", "d"), symmetric("Psi", "d"), symmetric("R", "n")
v, w, x, eps = vector("v", "d"), vector("w", "d"), vector("x", "d"), vector("eps", "n")
n, d, c, s = scalar("n"), scalar("d"), scalar("c"), scalar("s")
S = X.T @ X
ROWS, WHITE, WEIGHTS = Gaussian(X, column_covariance=Sigma), Gaussian(X), Gaussian(w, Psi)


# --- against means that never see a pairing ---------------------------------------------------------------------------


@given(st.data(), SHAPES, st.integers(0, 9))
def test_against_entrywise_means(averages, laws, setting, entrywise_mean, data, shape, seed):
    """Both engines; matrices of one column, one family or several."""
    f = data.draw(averages(*shape))
    over = [laws[name] for name in data.draw(st.sampled_from(["X", "G", "w", "Xw", "Gw", "Xwy"]))]
    at = setting(seed, 2, 1 + seed % 2 if len(over) < 2 else 1)
    expected = entrywise_mean(f, over, at)
    for engine in (expectation, enumerate_pairings):
        assert evaluate(engine(f, over), at.matrices, at.numbers) == expected


def test_the_table_against_entrywise_means(table, setting, entrywise_mean):
    at = setting(1, 2, 2)
    for f, over in table:
        expected = entrywise_mean(f, over, at)
        assert evaluate(expectation(f, over), at.matrices, at.numbers) == expected
        assert evaluate(enumerate_pairings(f, over), at.matrices, at.numbers) == expected


@pytest.mark.parametrize("order", [4, 6])
def test_finite_laws_have_the_gaussian_moments(white_support, order):
    for power in range(order + 1):
        moment = sum(weight * fmpq(node) ** power for node, weight in white_support(order))
        assert moment == (0 if power % 2 else prod(range(1, power, 2)))


FINITE = [
    (4, "X", 2, 2, lambda X, w, B, A: X.T @ B @ X @ A @ X.T @ X),
    (4, "X", 1, 2, lambda X, w, B, A: trace(X.T @ X) * X.T @ X @ A),
    (4, "X", 2, 2, lambda X, w, B, A: X @ A @ X.T @ B @ X),
    (4, "Xw", 1, 2, lambda X, w, B, A: X.T @ X @ w @ w.T @ A @ X.T @ X),
    (4, "Xw", 2, 1, lambda X, w, B, A: (w.T @ X.T @ X @ w) ** 2 * X),
    (6, "X", 1, 2, lambda X, w, B, A: X.T @ X @ A @ X.T @ X @ A.T @ X.T @ X),
    (6, "X", 2, 1, lambda X, w, B, A: trace(X.T @ B @ X) ** 3),
    (6, "w", 1, 3, lambda X, w, B, A: (w.T @ A @ w) ** 2 * w @ w.T),
]


@pytest.mark.parametrize(("order", "names", "rows", "columns", "build"), FINITE)
def test_against_finite_laws(laws, setting, support_mean, order, names, rows, columns, build):
    """A law with the first moments of the Gaussian has the same mean, summed over its points."""
    f = build(X, w, matrix("B", "n", "n"), A)
    over, at = [laws[name] for name in names], setting(3, rows, columns)
    assert evaluate(expectation(f, over), at.matrices, at.numbers) == support_mean(f, over, at, order)


# --- closed forms -----------------------------------------------------------------------------------------------------

CLOSED_FORMS = [
    (S, ROWS, n * Sigma),
    (S @ S, ROWS, n * (n + 1) * Sigma @ Sigma + n * trace(Sigma) * Sigma),
    (trace(S @ S), ROWS, n * (n + 1) * trace(Sigma @ Sigma) + n * trace(Sigma) ** 2),
    (trace(S) ** 2, ROWS, n**2 * trace(Sigma) ** 2 + 2 * n * trace(Sigma @ Sigma)),
    (S @ A @ S, ROWS, n * (n * Sigma @ A @ Sigma + Sigma @ A.T @ Sigma + trace(A @ Sigma) * Sigma)),
    (S @ S @ S, WHITE, n * (n**2 + d**2 + 3 * n * d + 3 * n + 3 * d + 4) * identity("d")),
    (trace(S) ** 3, WHITE, n * d * (n * d + 2) * (n * d + 4)),
    (trace(S @ A) * S, ROWS, n**2 * trace(Sigma @ A) * Sigma + n * Sigma @ (A + A.T) @ Sigma),
    (X @ B @ X, Gaussian(X, R, Sigma, c), c * R @ B.T @ Sigma),
    (X @ A @ X.T, Gaussian(X, R, Sigma, c), c * trace(A @ Sigma) * R),
    (X.T @ matrix("K", "n", "n") @ X, Gaussian(X, R, Sigma, c), c * trace(matrix("K", "n", "n") @ R) * Sigma),
    (w.T @ A @ w, WEIGHTS, trace(A @ Psi)),
    ((v.T @ w) ** 4, WEIGHTS, 3 * (v.T @ Psi @ v) ** 2),
    ((v.T @ w) ** 6, WEIGHTS, 15 * (v.T @ Psi @ v) ** 3),
    ((w.T @ w) ** 3, Gaussian(w), d * (d + 2) * (d + 4)),
    (
        w.T @ A @ w * w.T @ M @ w, WEIGHTS,
        trace(A @ Psi) * trace(M @ Psi) + trace(A @ Psi @ M @ Psi) + trace(A @ Psi @ M.T @ Psi),
    ),
    (eps @ eps.T, Gaussian(eps, scale=s), s * identity("n")),
    (S / n, Gaussian(X, scale=c / d), c * identity("d") / d),
    (trace(G @ G.T) ** 2, Gaussian(G, scale=number(1) / 2 / d), (d**2 + 2) / 4),
    (trace(G) ** 2, Gaussian(G), d),
    (trace(G @ G), Gaussian(G), d),
    (G @ G, Gaussian(G), identity("d")),
    (inverse(Sigma) @ S @ inverse(Sigma), ROWS, n * inverse(Sigma)),
    (X, ROWS, zero("n", "d")),
    (A, ROWS, A),
]  # fmt: skip


@pytest.mark.parametrize(("f", "law", "expected"), CLOSED_FORMS, ids=str)
@pytest.mark.parametrize("engine", [expectation, enumerate_pairings])
def test_closed_forms(engine, f, law, expected):
    assert engine(f, [law]) == expected


@pytest.mark.parametrize("power", range(1, 9))
def test_one_variable(power):
    """n = d = 1: all pairings, (2k - 1)!!."""
    mean = expectation(trace(S**power), [WHITE])
    assert evaluate(mean, {}, {"n": fmpq(1), "d": fmpq(1)})[0, 0] == prod(range(1, 2 * power, 2))


@pytest.mark.parametrize("power", range(1, 8))
def test_wishart_traces_are_symmetric_in_their_sizes(power):
    """tr (X'X)^k = tr (XX')^k."""
    mean = expectation(trace(S**power), [WHITE])
    t = scalar("t")
    assert substitute(substitute(substitute(mean, {n: t}), {d: n}), {t: d}) == mean


# --- laws of the expectation ------------------------------------------------------------------------------------------


@given(st.data(), SHAPES)
def test_linear_and_compatible_with_transposition(averages, laws, data, shape):
    f, g = (data.draw(averages(*shape)) for _ in range(2))
    over = [laws["X"], laws["w"]]
    assert expectation(2 * f - c * g, over) == 2 * expectation(f, over) - c * expectation(g, over)
    assert expectation(f.T, over) == expectation(f, over).T
    if shape[0] == shape[1]:
        assert expectation(trace(f), over) == trace(expectation(f, over))


@given(st.data(), SHAPES, st.permutations("XGwy"))
def test_families_one_by_one_in_any_order(averages, laws, data, shape, order):
    f = data.draw(averages(*shape))
    step = f
    for name in order:
        step = expectation(step, [laws[name]])
    assert step == expectation(f, laws.values()) == expectation(f, [laws[name] for name in order])


@given(st.data())
def test_fixed_factors_come_out(averages, laws, data):
    f = data.draw(averages("d", "d"))
    assert expectation(A @ f @ v, [laws["X"]]) == A @ expectation(f, [laws["X"]]) @ v
    assert expectation(w @ w.T @ f, [laws["X"]]) == w @ w.T @ expectation(f, [laws["X"]])
    assert expectation(f, []) == f


@given(st.data())
def test_the_expectation_commutes_with_differentiation(averages, laws, data):
    f = data.draw(averages("1", "1"))
    over = [laws["X"], laws["w"]]
    assert expectation(gradient(f, A), over) == gradient(expectation(f, over), A)
    scaled = expectation(c**2 * f, over)
    assert derivative(scaled, c) == derivative(expectation(f, over) * c**2, c)


@given(st.data())
def test_independent_factors(averages, laws, data):
    """A mean over X of a function of X and another family leaves the family as it is."""
    f, g = data.draw(averages("1", "1")), trace(Y.T @ Y @ A)
    f = expectation(f, laws.values())
    assert expectation(f * g * trace(S), [WHITE]) == f * g * n * d


def test_stein():
    """E X h(X) = E h'(X) for tr X'X, by degree: E tr(S)^(k+1) = (n d + 2 k) E tr(S)^k."""
    for power in range(1, 5):
        low, high = (expectation(trace(S) ** k, [WHITE]) for k in (power, power + 1))
        assert high == (n * d + 2 * power) * low


# --- misuse -----------------------------------------------------------------------------------------------------------

H, K = as_polynomial(Letter("H", "d", "n", depends_on=frozenset({"X"}))), inverse(G)
MISUSES = [
    (H @ X, [ROWS], DependenceError, "H depends on"),
    (H, [ROWS], DependenceError, "H depends on"),
    (v.T @ H @ H.T @ v * trace(A), [WEIGHTS, ROWS], DependenceError, "H depends on"),
    (trace(K @ A), [Gaussian(G)], DependenceError, r"G\^-1 depends on"),
    (G @ A @ K @ A, [Gaussian(G)], DependenceError, r"G\^-1 depends on"),
    (S, [ROWS, WHITE], LetterError, "X"),
    (S, [ROWS, Gaussian(matrix("Sigma", "d", "d"))], LetterError, "Sigma"),
    (X, [Gaussian(matrix("X", "n", "n"))], LetterError, "X"),
    (
        w.T @ S @ w,
        [Gaussian(w, as_polynomial(Letter("T", "d", "d", symmetric=True, depends_on=frozenset("X")))), ROWS],
        LetterError,
        "the law of w depends on X, a family of the average",
    ),
]


@pytest.mark.parametrize(("f", "over", "error", "message"), MISUSES)
@pytest.mark.parametrize("engine", [expectation, enumerate_pairings])
def test_misuse_names_the_object(engine, f, over, error, message):
    with pytest.raises(error, match=message):
        engine(f, over)


def test_a_dependent_letter_may_stay_where_its_origin_is_fixed():
    f = w.T @ H @ X @ w
    assert expectation(f, [WEIGHTS]) == enumerate_pairings(f, [WEIGHTS]) == trace(H @ X @ Psi)


def test_a_dependent_letter_may_be_gone_before_the_average():
    assert expectation(H @ X - H @ X + S, [ROWS]) == n * Sigma
