"""Enclosed local minima of a small polynomial: what is certified, what is refuted, what is left open."""

from dataclasses import replace

import pytest
from flint import fmpq

from proofs.algebra import scalar
from proofs.core.errors import InputError
from proofs.core.listed import LocalMinimum, Located
from proofs.core.statement import Source
from proofs.core.theorem import Theorem
from proofs.core.verdict import Verdict
from verify.checks.context import Context
from verify.checks.local_minimum import refutation, roads
from verify.refute.perturb import perturbed

x, y, u, z, d, n = (scalar(name) for name in ("x", "y", "u", "z", "d", "n"))
TILTED = (x**2 - 1) ** 2 + x / 2 + z**2
"""A local minimum near x = 0.93, the global one near x = -1.06, a saddle near x = 0.13; z is even."""
RIGHT = Located((("d", 1), ("n", 2)), (("x", "0.930403"),), "0.48325", fmpq(0), (("z", 0),))
PLAIN = LocalMinimum(name="tilted", objective=TILTED, symmetries=(), points=(RIGHT,))
ORBIT = LocalMinimum(
    name="orbit",
    objective=(x**2 * y**2 - 1) ** 2 + x * y / 2 + z**2,
    symmetries=(((x, x), (y, -y)),),
    points=(replace(RIGHT, held=(("y", 1), ("z", 0))),),
)


def found(claim: LocalMinimum, **changes: object) -> tuple[Verdict, str]:
    (point,) = claim.points
    changed = replace(claim, points=(replace(point, **changes),))
    road = refutation(changed, Context("a.test", Theorem(Source("a test"), (), ())))
    return road.verdict, road.witness or road.detail


@pytest.mark.parametrize("claim", [PLAIN, ORBIT])
def test_a_local_minimum_is_certified(claim: LocalMinimum) -> None:
    (road,) = roads(claim, Context("a.test", Theorem(Source("a test"), (), ())))
    assert road.verdict is Verdict.CERTIFIED, road
    assert str(road.scope) == "d = 1; n = 2; 1 instance"


@pytest.mark.parametrize(
    ("changes", "verdict", "says"),
    [
        ({"entries": (("x", "0.930404"),)}, Verdict.REFUTED, "no critical point"),
        ({"value": "0.48326"}, Verdict.REFUTED, "the value is"),
        ({"exceeds": fmpq(1)}, Verdict.REFUTED, "is less than 1"),
        ({"entries": (("x", "0.127051"),), "value": "1.03150"}, Verdict.REFUTED, "negative in the direction x"),
        (
            {"entries": (("x", "-1.057454"),), "value": "-0.51475", "exceeds": fmpq(-9)},
            Verdict.UNKNOWN,
            "no lower point",
        ),
        ({"entries": (("x", "1"),)}, Verdict.UNKNOWN, "not certain"),
    ],
)
def test_what_is_false_is_refuted_and_what_is_open_is_left(
    changes: dict[str, object], verdict: Verdict, says: str
) -> None:
    seen, text = found(PLAIN, **changes)
    assert seen is verdict, text
    assert says in text


def test_a_direction_without_curvature_needs_a_symmetry() -> None:
    verdict, says = found(replace(ORBIT, symmetries=()))
    assert verdict is Verdict.UNKNOWN
    assert "vanish" in says
    free = (("x", "0.930403"),)
    verdict, says = found(replace(PLAIN, objective=TILTED + u**4), entries=free, held=(("z", 0), ("u", 0)))
    assert verdict is Verdict.UNKNOWN
    assert "positive definite" in says


def test_a_flow_that_is_no_symmetry_is_not_believed() -> None:
    verdict, says = found(replace(ORBIT, symmetries=(((x, x), (y, y)),)))
    assert verdict is Verdict.UNKNOWN
    assert "constant along" in says


def test_variables_that_do_not_decouple_are_noticed() -> None:
    verdict, says = found(replace(PLAIN, objective=TILTED + x * z))
    assert verdict is Verdict.UNKNOWN
    assert "decouple" in says


@pytest.mark.parametrize("claim", [PLAIN, ORBIT])
def test_perturbed_claims_are_refuted(claim: LocalMinimum) -> None:
    controls = perturbed(replace(claim, points=(replace(claim.points[0], exceeds=fmpq(1, 4)),)))
    assert len(controls) == 3
    for control in controls:
        road = refutation(control.claim, Context("a.test", Theorem(Source("a test"), (), ())))
        assert road.verdict is Verdict.REFUTED, control.changed


@pytest.mark.parametrize(
    ("changes", "named"),
    [({"entries": (("x", "0.930403"), ("q", "0.5"))}, "q is no variable"), ({"value": "half"}, "'half'")],
)
def test_misuse_is_named(changes: dict[str, object], named: str) -> None:
    with pytest.raises(InputError, match=named):
        found(PLAIN, **changes)


def test_no_points_certify_nothing() -> None:
    road = refutation(replace(PLAIN, points=()), Context("a.test", Theorem(Source("a test"), (), ())))
    assert road.verdict is Verdict.UNKNOWN
