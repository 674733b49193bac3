"""What a hypothesis implies of a number."""

import pytest

from proofs.core.domain import implies, is_assumed
from proofs.core.statement import Hypothesis, Predicate

ANY, NONNEGATIVE, POSITIVE, INTEGER = Predicate.ANY, Predicate.NONNEGATIVE, Predicate.POSITIVE, Predicate.INTEGER


@pytest.mark.parametrize(
    ("stronger", "weaker", "expected"),
    [
        (POSITIVE, POSITIVE, True),
        (POSITIVE, NONNEGATIVE, True),
        (NONNEGATIVE, POSITIVE, False),
        (ANY, NONNEGATIVE, False),
        (INTEGER, POSITIVE, True),
        (Predicate.ABOVE_D, INTEGER, True),
        (POSITIVE, INTEGER, False),
        (Predicate.INVERTIBLE, POSITIVE, False),
    ],
)
def test_implies(stronger, weaker, expected):
    assert implies(stronger, weaker) is expected


def test_one_of_several_hypotheses_is_enough_and_that_of_another_symbol_is_not():
    said = Hypothesis("t", ANY, "a"), Hypothesis("t", POSITIVE, "b"), Hypothesis("s", POSITIVE, "c")
    assert is_assumed("t", NONNEGATIVE, said)
    assert not is_assumed("t", NONNEGATIVE, said[:1])
    assert not is_assumed("r", NONNEGATIVE, said)
