"""Conditions on values: what they hold of, and that they stay with a polynomial through everything that is done."""

import pickle

import pytest
from flint import fmpq, fmpq_mat

from proofs.algebra import gradient, identity, inverse, matrix, scalar, substitute, symmetric, trace
from proofs.algebra.conditions import Condition, Property, conditions_of, known_by, under

S, A, s, n = symmetric("S", "d"), matrix("A", "d", "d"), scalar("s"), scalar("n")
DEFINED = Condition(S, Property.SEMIDEFINITE, "the covariance")
POSITIVE = Condition(s, Property.SEMIDEFINITE, "the variance")
LOSS = under(trace(A @ S @ A.T) + s * trace(S), [DEFINED, POSITIVE])


@pytest.mark.parametrize(
    ("must_be", "entries", "holds"),
    [
        (Property.SIZE, [3], True),
        (Property.SIZE, [0], False),
        (Property.SIZE, [fmpq(5, 2)], False),
        (Property.SIZE, [-3], False),
        (Property.SEMIDEFINITE, [0], True),
        (Property.SEMIDEFINITE, [-1], False),
        (Property.SEMIDEFINITE, [1, 1, 1, 1], True),
        (Property.SEMIDEFINITE, [1, 2, 2, 1], False),
        (Property.SEMIDEFINITE, [1, 1, 0, 1], False),
        (Property.DEFINITE, [2, 1, 1, 2], True),
        (Property.DEFINITE, [1, 1, 1, 1], False),
        (Property.DIAGONAL, [1, 0, 0, -2], True),
        (Property.DIAGONAL, [1, 0, 1, 2], False),
        (Property.HOLLOW, [0, 3, 3, 0], True),
        (Property.HOLLOW, [0, 3, 3, 1], False),
    ],
)
def test_what_a_property_is(must_be, entries, holds):
    size = 1 if len(entries) == 1 else 2
    assert Condition(S, must_be, "it").holds(fmpq_mat(size, size, entries)) is holds


@pytest.mark.parametrize(
    "made",
    [
        LOSS,
        -LOSS,
        LOSS + 1,
        2 - LOSS,
        LOSS / n,
        LOSS * LOSS,
        LOSS**2,
        LOSS * A,
        LOSS.T,
        trace(LOSS * identity("d")),
        gradient(LOSS, A),
        substitute(LOSS, {A: identity("d")}),
        substitute(trace(A), {A: LOSS * A}),
        pickle.loads(pickle.dumps(LOSS)),
    ],
    ids=str,
)
def test_conditions_stay(made):
    assert set(conditions_of(made)) == {DEFINED, POSITIVE}


def test_conditions_take_no_part_in_comparisons():
    plain = trace(A @ S @ A.T) + s * trace(S)
    assert plain == LOSS
    assert hash(plain) == hash(LOSS)
    assert not conditions_of(plain)
    assert under(LOSS, [DEFINED]) is LOSS


def test_a_condition_is_on_what_stands_in_the_place_of_its_letter():
    T, t = symmetric("T", "d"), scalar("t")
    moved = conditions_of(substitute(LOSS, {S: 2 * T, s: t - 1}))
    assert [(item.of, item.says) for item in moved] == [(2 * T, "the covariance"), (t - 1, "the variance")]


def test_a_condition_is_known_where_all_that_it_speaks_of_has_a_value():
    assert known_by(DEFINED, {"S": 0}, {"d": 0})
    assert not known_by(DEFINED, {}, {"d": 0})
    assert not known_by(DEFINED, {"S": 0}, {})
    assert known_by(POSITIVE, {}, {"s": 0})
    assert DEFINED.names == {"S"}
    assert Condition(s * inverse(S), Property.DIAGONAL, "it").names == {"s", "S^-1"}
