"""Objectives that are least at diagonal matrices, and that grow: proved, and false neighbours that are not.

On the claims of the catalogue all roads are tested in tests/verify/checks/test_diagonal.py.
"""

from dataclasses import replace

import pytest

from proofs.algebra import matrix, scalar, symmetric, trace
from proofs.algebra.positivity import Signs
from proofs.core.claims import Coercive, Diagonalised, Square
from proofs.optimum.diagonal import (
    coercive_equations,
    diagonal_equations,
    gathered,
    prove_coercive,
    prove_diagonalised,
)

A, B, H, K, c = (
    symmetric("A", "d"), matrix("B", "d", "d"), matrix("H", "d", "d"), symmetric("K", "d"),
    scalar("c"),
)  # fmt: skip
PAIR = Diagonalised(
    name="p", objective=trace((A - B) @ (A - B).T), turned=A, averaged=B, step=H, squares=(Square(H, weight=c * 0 + 2),)
)
SIGNS = Signs(definite=frozenset({"K"}), positive=frozenset({"c"}))
GROWTH = Coercive(
    name="g",
    objective=c * trace(A @ A.T) + trace((A - B) @ (A - B).T) + trace(B @ B.T) - c,
    variables=(A, B),
    growth=(Square(A, weight=c), Square(B)),
    squares=(Square(A - B),),
    constant=c,
)


def test_a_distance_is_least_at_diagonals():
    assert prove_diagonalised(PAIR, SIGNS).holds
    assert all(left == right for _, left, right in diagonal_equations(PAIR))


@pytest.mark.parametrize(
    "changes",
    [
        {"objective": trace((A - B) @ (A - B).T) + trace(K @ B)},
        {"squares": (Square(H),)},
        {"squares": (Square(H, weight=c * 0 + 3), Square(H, weight=c * 0 - 1))},
        {"turned": matrix("A", "d", "d"), "objective": trace(matrix("A", "d", "d") @ B)},
        {"step": B},
        {"objective": -trace(B @ B.T)},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_other_pairs_are_not_proved(changes):
    assert not prove_diagonalised(replace(PAIR, **changes), SIGNS).holds


def test_a_matrix_of_which_something_is_assumed_is_not_turned():
    assert not prove_diagonalised(PAIR, replace(SIGNS, definite=frozenset({"A", "K"}))).holds


def test_growth_is_proved():
    assert prove_coercive(GROWTH, SIGNS).holds
    ((_, left, right),) = coercive_equations(GROWTH)
    assert left == right


@pytest.mark.parametrize(
    "changes",
    [
        {"constant": 2 * c},
        {"growth": (Square(A, weight=c),), "squares": (Square(A - B), Square(B))},
        {"growth": (Square(A - B), Square(B)), "squares": (Square(A, weight=c),)},
        {"variables": (A,)},
        {"variables": ()},
        {
            "growth": (Square(A, weight=scalar("s")), Square(B)),
            "objective": GROWTH.objective + (scalar("s") - c) * trace(A @ A.T),
        },
        {"constant": trace(A), "objective": GROWTH.objective + c - trace(A)},
        {"squares": (Square(A - B, weight=-c),), "objective": GROWTH.objective - (c + 1) * trace((A - B) @ (A - B).T)},
        {"objective": GROWTH.objective + trace(K)},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_other_growth_is_not_proved(changes):
    assert not prove_coercive(replace(GROWTH, **changes), SIGNS).holds


def test_squares_add_up():
    assert gathered((Square(A), Square(B, weight=c))) == trace(A @ A.T) + c * trace(B @ B.T)
    assert not gathered(()).terms
