"""Where equal steps take over, and the steps there: enclosed, and the same whatever decimal the search starts from."""

import pytest
from flint import arb, ctx, fmpq

from proofs.optimum.orthogonal import spectral_moments
from verify.enclose.jump import Jump, rational

JUMP = Jump(tuple(spectral_moments(20, 5, 7)), 3, 20)
"""Three layers at d = 5, n = 20: the level is 4.937149919."""


@pytest.fixture(autouse=True)
def digits():
    with ctx.workprec(256):
        yield


@pytest.mark.parametrize(("low", "high"), [(fmpq(485, 100), fmpq(495, 100)), (fmpq(3), fmpq(6))])
def test_level_and_steps_do_not_depend_on_where_the_search_starts(low, high):
    below, above = JUMP.enclosed(low, high)
    assert low <= below < above <= high
    assert above - below < fmpq(1, 10**20)
    assert abs(below - fmpq("4937149919/1000000000")) < fmpq(1, 10**9)
    a, b, tied = JUMP.steps(below, above)
    for found, text in ((a, "0.6634165235"), (b, "0.3272118851"), (tied, "0.5372270755")):
        assert abs(found - arb(text)) < arb("1e-10")


def test_which_steps_are_better():
    assert JUMP.is_apart(fmpq(4))
    assert not JUMP.is_tied(fmpq(4))
    assert JUMP.is_tied(fmpq(6))
    assert not JUMP.is_apart(fmpq(6))


def test_steps_between_levels_far_apart_are_not_known():
    with pytest.raises(ArithmeticError, match="not seen to be at one place"):
        JUMP.steps(fmpq(3), fmpq(6))


def test_the_middle_of_a_ball():
    assert rational(arb(fmpq(3, 8), 0)) == fmpq(3, 8)
    assert rational(arb(-6)) == -6
