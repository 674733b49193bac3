"""Critical points in decimals: certified with their curvatures, refuted with another digit or another sign."""

from dataclasses import replace

import pytest

from proofs.algebra import scalar
from proofs.core.listed import CriticalPoints, Located
from proofs.core.statement import Source
from proofs.core.theorem import Theorem
from proofs.core.verdict import Verdict
from verify.checks.context import Context
from verify.checks.critical_points import refutation, roads

x, y = scalar("x"), scalar("y")
SIZES = (("d", 1), ("n", 2))
SQRT2 = "1.41421356237309504880168872420969807856967187537695"
SADDLE = CriticalPoints(
    name="saddle",
    objective=x**4 / 4 - x**2 - y**2,
    points=(Located(SIZES, (("x", SQRT2), ("y", "0.0")), "-1.000000"),),
    negative=1,
)
CONTEXT = Context("a.test", Theorem(Source("a test"), (), ()))


def changed(**changes: object) -> CriticalPoints:
    (point,) = SADDLE.points
    return replace(SADDLE, points=(replace(point, **changes),))


def test_fifty_digits_and_one_negative_curvature() -> None:
    (road,) = roads(SADDLE, CONTEXT)
    assert road.verdict is Verdict.CERTIFIED, road
    assert str(road.scope) == "d = 1; n = 2; 1 instance"


@pytest.mark.parametrize(
    ("claim", "witness"),
    [
        (changed(entries=(("x", SQRT2[:-1] + "6"), ("y", "0.0"))), "no critical point"),
        (changed(value="-1.000001"), "the value is"),
        (replace(SADDLE, negative=0), "1 curvatures are negative, claimed 0"),
        (replace(SADDLE, negative=2), "1 curvatures are negative, claimed 2"),
    ],
)
def test_what_is_false_is_refuted(claim: CriticalPoints, witness: str) -> None:
    road = refutation(claim, CONTEXT)
    assert road.verdict is Verdict.REFUTED
    assert witness in road.witness


def test_a_flat_direction_is_left_open() -> None:
    flat = replace(SADDLE, objective=x**4 / 4 - x**2 - y**4)
    assert refutation(flat, CONTEXT).verdict is Verdict.UNKNOWN
