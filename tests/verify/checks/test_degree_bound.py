"""Listed weights with square roots against the least loss of several steps, through the literal forward pass."""

from dataclasses import replace

import pytest
from flint import fmpq

from proofs.core.listed import ListedWeights
from proofs.core.surd import Surd
from proofs.core.task import LinearAttention
from proofs.core.verdict import Verdict
from verify.checks.degree_bound import is_zero, listed_refutation, listed_roads, literal_loss

WEIGHTS = "many_layers.all_weights"
NAME = "as good as four steps"


def test_the_weights_are_as_good_as_four_steps(claim, context):
    (road,) = listed_roads(claim(WEIGHTS, NAME), context(WEIGHTS))
    assert road.verdict is Verdict.CERTIFIED
    assert str(road.scope) == "d = 1; n = 1..10; 10 instances"


@pytest.mark.parametrize("place", range(10))
def test_the_other_sign_of_the_root_everywhere_is_as_good(place, claim, context):
    """Conjugate weights have the conjugate loss, which is the same rational number; in one weight only it is not."""
    found = claim(WEIGHTS, NAME)
    point = found.points[place]
    turned = tuple((name, Surd(v.rational, -v.irrational, v.radicand)) for name, v in point.blocks)
    assert listed_refutation(replace(found, points=(replace(point, blocks=turned),)), context(WEIGHTS)).verdict is (
        Verdict.CERTIFIED
    )
    if point.radicand:
        mixed = (turned[0], *point.blocks[1:])
        road = listed_refutation(replace(found, points=(replace(point, blocks=mixed),)), context(WEIGHTS))
        assert road.verdict is Verdict.REFUTED


def test_the_loss_at_a_root_is_that_at_its_value():
    """sqrt(4/9) = 2/3: the loss as a number with a root and at the rational weight."""
    nought, radicand = fmpq(0), fmpq(4, 9)

    def loss(rational: fmpq, irrational: fmpq) -> Surd:
        blocks = (("b_y", Surd(fmpq(1), nought, radicand)), ("A_x", Surd(rational, irrational, radicand)))
        return literal_loss(LinearAttention(), ListedWeights(3, radicand, blocks))

    assert is_zero(loss(fmpq(-1), fmpq(1)) - loss(fmpq(-1, 3), nought))
    assert not is_zero(loss(fmpq(-1), fmpq(1)) - loss(fmpq(-1, 2), nought))
