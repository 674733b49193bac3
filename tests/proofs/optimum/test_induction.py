"""Invariants of layers: the start, the step, and invariants that are none."""

from dataclasses import replace

import pytest

from proofs.algebra import matrix, scalar, vector
from proofs.algebra.positivity import Signs
from proofs.algebra.symbols import zero
from proofs.core.claims import Induction, State
from proofs.optimum.induction import INDUCTION, after, equations, prove_induction

X, w, u, A, n = matrix("X", "n", "d"), vector("w", "d"), vector("u", "d"), matrix("A", "d", "d"), scalar("n")
NEXT = u + A @ X.T @ X @ (w - u) / n
CLAIM = Induction(
    name="c",
    states=(State(u, zero("d", "1"), NEXT),),
    invariant=(X @ (w - u),),
    start=(X @ w,),
    layer=(X @ (w - u) - X @ A @ X.T @ X @ (w - u) / n,),
)


def proved(**changes):
    return prove_induction(replace(CLAIM, **changes), Signs(fixed=frozenset({"n", "d"}))).holds


def test_it_is_proved():
    assert proved()
    assert [says for says, _, _ in equations(CLAIM)] == ["start", "one layer"]
    assert all(left == right for _, left, right in equations(CLAIM))
    assert prove_induction(CLAIM, Signs()).lines[-1].rule == INDUCTION


def test_the_invariant_after_layers():

    for layers in range(3):
        (block,) = after(CLAIM, layers)
        step = w
        for _ in range(layers):
            step = step - A @ X.T @ X @ step / n
        assert block == X @ step, layers
    assert after(CLAIM, 0) == CLAIM.start
    assert CLAIM.invariant != CLAIM.start


@pytest.mark.parametrize(
    "changes",
    [
        {"start": (2 * X @ w,)},
        {"layer": (X @ (w - u) - 2 * X @ A @ X.T @ X @ (w - u) / n,)},
        {"states": (State(u, w, NEXT),)},
        {"states": (State(u, zero("d", "1"), 2 * NEXT),)},
        {"invariant": (), "start": (), "layer": ()},
        {
            "invariant": (X @ (w - u) + X @ A @ w,),
            "start": (X @ w + X @ A @ w,),
            "layer": (CLAIM.layer[0] + X @ A @ w,),
        },
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_other_invariants_are_not_proved(changes):
    assert not proved(**changes)


def test_the_start_holds_no_state():
    """Whatever u is at first, the equations hold, but nothing begins the induction."""
    open_start = replace(CLAIM, states=(State(u, u, NEXT),), start=(X @ (w - u),))
    assert all(left == right for _, left, right in equations(open_start))
    assert not prove_induction(open_start, Signs()).holds
