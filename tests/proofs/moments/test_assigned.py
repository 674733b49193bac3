"""What claims give values to, by name, and what is given two at once."""

import pytest
from flint import fmpq

from proofs.algebra import scalar
from proofs.algebra.symbols import number
from proofs.core.claims import Claim, Experiment, Implements, LowerBound
from proofs.core.flow import Flow
from proofs.core.functions import LessLoss
from proofs.core.listed import LocalMinimum
from proofs.core.task import LinearAttention, Task
from proofs.moments.assigned import assigned, assigned_twice

s, t, ONE = scalar("s"), scalar("t"), fmpq(1)
MODEL = Experiment(LinearAttention(), Task(), (("b_y", s), ("A_x", t)))


def claims(*pairs):
    """A claim of every kind that gives symbols values, with these."""
    blocks = tuple((str(symbol), ONE) for symbol, _ in pairs)
    return {
        "the minimizer": LowerBound(name="c", objective=s, minimizer=pairs, value=t, squares=()),
        "the weights": Implements(name="c", prediction=s, weights=pairs, algorithm=t),
        "the start of the flow": Flow(name="c", objective=s, start=pairs, value=t, reached=()),
        "a symmetry": LocalMinimum(name="c", objective=s, symmetries=(pairs,), points=()),
        "the blocks": LessLoss(name="c", context=1, link=(), blocks=blocks, loss=ONE, least=ONE),
    }


@pytest.mark.parametrize("what", claims())
def test_each_symbol_has_one_value(what):
    once, twice = (claims(*pairs)[what] for pairs in (((s, t), (t, s)), ((s, t), (t, s), (s, number(0)))))
    assert list(assigned(once)) == [(what, ["s", "t"])]
    assert list(assigned_twice(once)) == []
    assert list(assigned_twice(twice)) == [f"s has two values in {what}; keep one"]


def test_the_blocks_of_a_model_are_among_them():
    claim = LowerBound(name="c", objective=s, minimizer=(), value=t, squares=(), experiment=MODEL)
    assert list(assigned(claim)) == [("the minimizer", []), ("the blocks of the model", ["b_y", "A_x"])]


def test_most_kinds_give_none():
    assert list(assigned(Claim(name="c"))) == []
