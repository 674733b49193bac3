"""Theorems are put together from tuples of records, and say which part is none."""

import pytest

from proofs.core.claims import Claim
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Control, Theorem

SOURCE, CLAIM = Source("me"), Claim(name="c")
SIZE = Hypothesis("n", Predicate.INTEGER, "size")


def test_symbols_are_those_of_the_hypotheses():
    again = Hypothesis("n", Predicate.AT_LEAST_D, "more")
    assert Theorem(SOURCE, (SIZE, again), (CLAIM,)).symbols == {"n"}
    assert Theorem(SOURCE, (), ()).symbols == set()


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        (("me", (), ()), r"source must be a Source\(...\), got str"),
        ((SOURCE, SIZE, ()), "hypotheses must be a tuple .mind the comma after a single one., got Hypothesis"),
        ((SOURCE, [SIZE], ()), "hypotheses must be a tuple .*, got list"),
        ((SOURCE, ("n",), ()), "hypotheses must hold Hypothesis records only, got str 'n'"),
        ((SOURCE, (), CLAIM), "claims must be a tuple .*, got Claim"),
        ((SOURCE, (), (Control("x", CLAIM),)), "claims must hold Claim records only, got Control"),
        ((SOURCE, (), (), (CLAIM,)), "controls must hold Control records only, got Claim"),
        ((SOURCE, (), (), (), "a.b"), "uses must be a tuple .*, got str"),
        ((SOURCE, (), (), (), (1,)), "uses must hold str records only, got int 1"),
    ],
)
def test_what_is_no_theorem(parts, says):
    with pytest.raises(TypeError, match=says):
        Theorem(*parts)
