"""Equalities that cannot be stated, and what a plain claim shares."""

import pytest

from proofs.algebra import matrix, scalar, trace, vector
from proofs.core.claims import Claim, Equality
from proofs.core.errors import ShapeError

A, v = matrix("A", "d", "d"), vector("v", "d")


@pytest.mark.parametrize(
    ("left", "right", "says"),
    [
        (A, v, "claim 'c': left is d x d, right is d x 1"),
        (v.T, v, "left is 1 x d, right is d x 1"),
        (trace(A), A, "left is 1 x 1, right is d x d"),
    ],
)
def test_sides_have_one_shape(left, right, says):
    with pytest.raises(ShapeError, match=says):
        Equality(name="c", left=left, right=right)


@pytest.mark.parametrize(("left", "right", "side"), [(1, scalar("n"), "left"), (A, "A", "right"), (A, None, "right")])
def test_sides_are_expressions(left, right, side):
    with pytest.raises(TypeError, match=f"claim 'c': {side} must be an expression, got"):
        Equality(name="c", left=left, right=right)


def test_what_all_kinds_share():
    plain = Claim(name="c")
    assert (plain.abbreviations, plain.operators) == ((), ())
    assert Equality(name="c", left=A, right=A).steps == ()
    with pytest.raises(TypeError, match="positional"):
        Claim("c")
