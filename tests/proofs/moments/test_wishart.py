"""Wishart trace moments of any order against pairings, box by box, the eigenvalue density and closed forms."""

from math import factorial, prod

import pytest
from flint import Ordering, fmpq, fmpq_mpoly_ctx
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import evaluate, identity, matrix, scalar, trace
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean
from proofs.moments.wishart import trace_moment, trace_moments

X, n, d = matrix("X", "n", "d"), scalar("n"), scalar("d")
SIZES = st.integers(1, 60)


def partitions(total, largest):
    """All partitions of a number into parts of at most that size."""
    if total == 0:
        yield ()
    for part in range(min(total, largest), 0, -1):
        yield from ((part, *rest) for rest in partitions(total - part, part))


def by_boxes(order, n, d):
    """E tr S^order by the sum over all diagrams, box by box."""
    found = fmpq(0)
    for rows in partitions(order, order):
        boxes = [(i, j) for i, row in enumerate(rows) for j in range(row)]
        contents = [2 * j - i for i, j in boxes]
        hooks = [2 * (rows[i] - j - 1) + sum(row > j for row in rows[i + 1 :]) for i, j in boxes]
        norm = prod((hook + 1) * (hook + 2) for hook in hooks)
        found += fmpq(2 * order * prod(contents[1:]), norm) * prod((d + c) * (n + c) for c in contents)
    return found


def over_the_density(order, n):
    """E tr S^order for d = 2 and odd n: the eigenvalues x > y have density (x y)^((n-3)/2) e^(-(x+y)/2) (x - y)."""

    def integral(p, q):
        return sum(factorial(p) // factorial(i) * 2 ** (p - i + 1) * factorial(q + i) for i in range(p + 1))

    def against(i, j):
        p = (n - 3) // 2
        return integral(p + i + 1, p + j) - integral(p + i, p + j + 1)

    return fmpq(against(order, 0) + against(0, order), against(0, 0))


@pytest.mark.parametrize("order", range(1, 7))
def test_against_the_pairings_for_all_sizes(order):
    assert trace_moment(order, n, d) == Mean(trace((X.T @ X) ** order), (Gaussian(X),)).value()


def test_order_zero_is_the_trace_of_the_identity():
    assert trace_moment(0, n, d) == trace(identity("d"))


@given(st.integers(1, 6), SIZES, SIZES)
def test_numbers_are_values_of_the_formula(order, size, dimension):
    formula = Mean(trace((X.T @ X) ** order), (Gaussian(X),)).value()
    at = evaluate(formula, {}, {"n": fmpq(size), "d": fmpq(dimension)})[0, 0]
    assert trace_moment(order, size, dimension) == at
    assert trace_moment(order, fmpq(size), fmpq(dimension)) == at


@given(st.integers(1, 9), SIZES, SIZES)
def test_against_all_diagrams_box_by_box(order, size, dimension):
    assert trace_moment(order, size, dimension) == by_boxes(order, size, dimension)


@pytest.mark.parametrize("size", [3, 5, 21])
@pytest.mark.parametrize("order", [1, 2, 3, 40, 401])
def test_two_dimensions_over_the_density(order, size):
    assert trace_moment(order, fmpq(size), fmpq(2)) == over_the_density(order, size)


@given(st.integers(1, 25), SIZES, SIZES)
def test_all_moments_are_those_one_by_one(count, size, dimension):
    expected = [trace_moment(order, size, dimension) for order in range(count)]
    assert list(trace_moments(size, dimension, count)) == expected


@given(st.integers(1, 30), SIZES, SIZES)
def test_transposing_changes_nothing(order, size, dimension):
    """tr (X'X)^k = tr (XX')^k for k >= 1."""
    assert trace_moment(order, size, dimension) == trace_moment(order, dimension, size)


@pytest.mark.parametrize("order", [7, 12])
def test_symmetric_as_polynomials(order):
    rows, columns = fmpq_mpoly_ctx.get(["n", "d"], Ordering.lex).gens()
    assert trace_moment(order, rows, columns) == trace_moment(order, columns, rows)


@given(st.integers(0, 40), SIZES)
def test_one_dimension_is_chi_squared(order, size):
    assert trace_moment(order, size, 1) == prod(range(size, size + 2 * order, 2))


@given(st.integers(1, 25), SIZES, SIZES)
def test_moments_are_positive_integers_and_log_convex(order, size, dimension):
    before, here, after = (fmpq(trace_moment(order + step, size, dimension)) for step in (-1, 0, 1))
    assert here.q == 1
    assert here > 0
    assert here**2 <= before * after
