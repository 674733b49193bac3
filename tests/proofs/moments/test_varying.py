"""Symbols that a claim moves: plain, assumed to be nothing, in no abbreviation, and nothing depends on them."""

from dataclasses import replace

import pytest

from proofs.algebra import inverse, matrix, scalar, trace
from proofs.algebra.letters import Letter
from proofs.algebra.positivity import Signs
from proofs.algebra.symbols import as_polynomial
from proofs.core.claims import Equality, Minimum, Square
from proofs.core.derivation import Definition
from proofs.moments.varying import FREE, free_lines, varying

A, B, t, s = matrix("A", "d", "d"), matrix("B", "d", "d"), scalar("t"), scalar("s")
LEAST = Minimum(
    name="m", objective=trace((A - B) @ (A - B).T), minimizer=((A, B),), value=trace(0 * A), squares=(Square(A - B),)
)


def free(claim, signs=None):
    return [line.holds for line in free_lines(claim, signs or Signs())]


def test_a_minimum_moves_its_weights_and_an_equality_nothing():
    assert varying(LEAST) == (A,)
    assert varying(Equality(name="c", left=A, right=A)) == ()
    assert free(LEAST) == [True]
    assert all(line.rule == FREE for line in free_lines(LEAST, Signs()))


@pytest.mark.parametrize(
    "changes",
    [
        {"minimizer": ((inverse(A), B),)},
        {"minimizer": ((as_polynomial(Letter("A", "d", "d", depends_on=frozenset({"X"}))), B),)},
        {"abbreviations": (Definition(A, 2 * B),)},
        {"abbreviations": (Definition(s, trace(A)),)},
        {"abbreviations": (Definition(s, t), Definition(t, trace(A)))},
        {"value": trace(as_polynomial(Letter("C", "d", "d", depends_on=frozenset({"A"}))))},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_symbols_that_are_not_free(changes):
    assert free(replace(LEAST, **changes)) == [False]


@pytest.mark.parametrize("field", ["definite", "semidefinite", "positive", "nonnegative", "fixed", "invertible"])
def test_nothing_is_assumed_of_them(field):
    assert free(LEAST, replace(Signs(), **{field: frozenset({"A"})})) == [False]
    assert free(LEAST, replace(Signs(), **{field: frozenset({"B"})})) == [True]


def test_the_hypothesis_to_drop_is_told():
    (line,) = free_lines(LEAST, Signs(positive=frozenset({"A"})))
    assert line.lacks == "a hypothesis restricts A, which takes all values here; drop that"


def test_a_symbol_is_moved_once():
    assert free(replace(LEAST, minimizer=((A, B), (A, B)))) == [False, False]


def test_a_scalar_is_one_scalar():
    claim = Minimum(name="m", objective=t**2, minimizer=((t, 0 * t),), value=0 * t, squares=(Square(t),))
    assert free(claim) == [True]
