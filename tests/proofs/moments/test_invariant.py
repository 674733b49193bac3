"""Means over random functions that rotations leave alone: what invariance says, and what it does not."""

import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import evaluate, matrix, scalar, trace, vector
from proofs.algebra.letters import Letter
from proofs.algebra.symbols import as_polynomial, number
from proofs.core.errors import DependenceError, LetterError
from proofs.core.functions import Functions
from proofs.moments.invariant import invariant_mean, labelled
from verify.checks.definition import terms
from verify.simulate.exact import Roots
from verify.simulate.links import function_moments, linked_mean
from verify.sweep.covariance import identity, rational
from verify.sweep.covariance import matrix as random_matrix
from verify.sweep.instance import Instance, Shape
from verify.sweep.strategies import generators

KNOWN = Functions("mu", "q", "p", "sigma2")
n, d, mu, q, p, sigma2 = (scalar(name) for name in ("n", "d", "mu", "q", "p", "sigma2"))
B, C, E = matrix("B", "d", "d"), matrix("C", "d", "d"), matrix("E", "n", "n")
b, c, u = vector("b", "d"), vector("c", "d"), vector("u", "n")
SAMPLE = labelled()
X, h, eps, m, y = SAMPLE.X, SAMPLE.h, SAMPLE.eps, SAMPLE.m, SAMPLE.y
S = X.T @ X
BOTH = q + (n - 1) * mu + d * sigma2

MEANS = [
    (number(3) * d, 3 * d),
    (trace(B), trace(B)),
    (b.T @ m, number(0)),
    (m.T @ m, mu),
    (m.T @ B @ m, mu / d * trace(B)),
    (b.T @ S @ B @ m, number(0)),
    (y.T @ X @ m, n * mu),
    (y.T @ X @ B @ m, n * mu / d * trace(B)),
    ((b.T @ m) * (y.T @ X @ c), n * mu / d * (b.T @ c)),
    (y.T @ X @ B @ X.T @ y, n / d * BOTH * trace(B)),
    (y.T @ y, n * (p + sigma2)),
    ((y.T @ y) * (b.T @ m), number(0)),
    (trace(B @ S), n * trace(B)),
    (trace(B) * (y.T @ X @ X.T @ y), n * BOTH * trace(B)),
    (trace(B @ X.T @ h @ h.T @ X @ C), n / d * (q + (n - 1) * mu) * trace(B @ C)),
]


@pytest.mark.parametrize(("left", "right"), MEANS, ids=lambda item: str(item)[:40])
def test_means(left, right):
    assert invariant_mean(left, KNOWN) == right


@given(
    st.sampled_from([left for left, _ in MEANS if left != m.T @ B @ m]),
    st.sampled_from([(1, 1), (2, 1), (1, 2), (2, 2)]),
    st.sampled_from([(0, 1), (1, 1), (1, -1, 2), (0, 0, 1)]),
    generators(),
)
def test_means_are_those_of_polynomials(left, sizes, link, rng):
    """f(x) = g(w'x), w ~ N(0, I): everything written out in the entries."""
    rows, dim = sizes
    noise = rational(rng)
    roots = Roots(identity(dim), identity(dim), noise)
    moments = function_moments(tuple(map(fmpq, link)), roots)
    numbers = {"n": fmpq(rows), "d": fmpq(dim), "sigma2": noise**2, "mu": moments.signal, "q": moments.power}
    numbers["p"] = moments.second
    values = {"B": random_matrix(rng, dim, dim), "C": random_matrix(rng, dim, dim)}
    values |= {"b": random_matrix(rng, dim, 1), "c": random_matrix(rng, dim, 1)}
    fixed = {letter.name: values[letter.name] for letter in left.letters if letter.name in values}
    instance = Instance(Shape(rows, dim), values, {}, numbers, {})
    found = linked_mean(terms(left, instance), tuple(map(fmpq, link)), roots, rows, fixed)
    assert found == evaluate(invariant_mean(left, KNOWN), values, numbers)[0, 0]


@pytest.mark.parametrize(
    "left",
    [
        (b.T @ m) * (c.T @ S @ B @ m),
        trace(B @ S @ C @ S),
        (b.T @ m) ** 2 * (c.T @ m) ** 2,
        (m.T @ m) ** 2,
        (y.T @ X @ m) * (m.T @ m),
        u.T @ X @ m,
        h.T @ E @ h,
        trace(E @ X @ X.T),
        (y.T @ y) ** 2,
    ],
    ids=lambda item: str(item)[:40],
)
def test_means_that_invariance_does_not_say(left):
    with pytest.raises(LetterError):
        invariant_mean(left, KNOWN)


def test_letters_that_depend_on_the_data():
    with pytest.raises(DependenceError, match="H depends on the data"):
        invariant_mean(as_polynomial(Letter("H", "1", "d", depends_on=frozenset({"X"}))) @ m, KNOWN)
    with pytest.raises(LetterError, match="holds another letter of that name"):
        invariant_mean(vector("m", "n").T @ u, KNOWN)
    with pytest.raises(LetterError, match="that of a scalar"):
        invariant_mean(S, KNOWN)


def test_noise_stays_where_the_law_has_none():
    plain = Functions("mu", "q", "p")
    assert invariant_mean(h.T @ X @ X.T @ h, plain) == n * (q + (n - 1) * mu)
    with pytest.raises(LetterError):
        invariant_mean(eps.T @ X @ m, plain)
