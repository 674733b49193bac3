"""Lipschitz constants of softmax: exact squares, a search for worse, and a loose bound on a grid."""

from dataclasses import replace

import numpy as np
import pytest
from flint import fmpq

from proofs.core.verdict import Verdict
from proofs.entrywise.claims import LooseBound
from verify.checks.lipschitz import extremal, loose_refutation, loose_roads, ratio, refutation, roads, search_road

SHARP, LOOSE = "softmax.sharp_bound", "softmax.printed_bounds"


@pytest.fixture
def sharp(theorem):
    (found,) = theorem(SHARP).claims
    return found


def test_all_roads(sharp, context):
    assert [(road.name, road.verdict) for road in roads(sharp, context(SHARP))] == [
        ("symbolic", Verdict.PROVED),
        ("exact values", Verdict.CERTIFIED),
        ("search", Verdict.SUPPORTED),
    ]


def test_other_constants_and_parts_are_refuted(sharp, context):
    for changes, says in (
        ({"constant": sharp.constant * fmpq(99, 100)}, "the upper parts are"),
        ({"jacobian": 2 * sharp.jacobian, "lower": ()}, "v'Jv = "),
        ({"upper": sharp.upper[:1]}, "the upper parts are"),
        ({"lower": ()}, "the lower parts are"),
        ({"extremal": (fmpq(1, 3), fmpq(2, 3))}, "at f = (1/3, 2/3) the constant"),
    ):
        road = refutation(replace(sharp, **changes), context(SHARP))
        assert road.verdict is Verdict.REFUTED
        assert road.witness.startswith(says)


def test_the_search_finds_what_is_too_small(sharp, context):
    """Near equal shares of two entries the ratio tends to 1/2."""
    road = search_road(replace(sharp, constant=fmpq(2, 5)), context(SHARP))
    assert road.verdict is Verdict.REFUTED
    assert ratio(np.array([0.01, -0.01, -0.01, 0.01])) == pytest.approx(0.5, abs=1e-4)
    assert ratio(np.zeros(4)) == 0


def test_weights_at_the_extremal_point():
    assert extremal(2) == (fmpq(1, 2), fmpq(1, 2))
    assert sum(extremal(5), fmpq(0)) == 1


@pytest.mark.parametrize(
    ("slope", "growth", "verdict"), [(fmpq(1, 2), fmpq(10), Verdict.SUPPORTED), (fmpq(100), fmpq(10), Verdict.REFUTED)]
)
def test_loose_bounds_on_a_grid(slope, growth, verdict, context):
    claim = LooseBound(name="c", slope=slope, power=fmpq(3, 2), growth=growth)
    assert loose_refutation(claim, context(LOOSE)).verdict is verdict


def test_the_printed_bound(theorem, context):
    claim = next(one for one in theorem(LOOSE).claims if isinstance(one, LooseBound))
    assert [road.verdict for road in loose_roads(claim, context(LOOSE))] == [Verdict.PROVED, Verdict.SUPPORTED]
