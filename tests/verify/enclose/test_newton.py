"""Interval Newton against systems whose zeros are known."""

from collections.abc import Sequence

import pytest
from flint import arb, ctx, fmpq

from verify.enclose.newton import System, Zeros, krawczyk, solved

CIRCLE = System(
    lambda at: [at[0] ** 2 + at[1] ** 2 - 2, at[0] - at[1]],
    lambda at: [[2 * at[0], 2 * at[1]], [arb(1), arb(-1)]],
)
DOUBLE = System(lambda at: [at[0] ** 2], lambda at: [[2 * at[0]]])


def box(*entries: tuple[float, float]) -> list[arb]:
    return [arb(middle, radius) for middle, radius in entries]


def test_a_zero_is_enclosed_tightly() -> None:
    found = solved(CIRCLE, box((1.01, 0.05), (0.98, 0.05)))
    assert found.zeros is Zeros.ONE
    assert all(entry.contains(1) and entry.rad() < 1e-10 for entry in found.enclosure)


def test_more_bits_give_more_digits() -> None:
    with ctx.workprec(300):
        found = solved(CIRCLE, box((1.01, 0.05), (0.98, 0.05)))
        assert all(entry.contains(1) and entry.rad() < 1e-60 for entry in found.enclosure)


@pytest.mark.parametrize("start", [box((3, 0.1), (3, 0.1)), box((1.2, 0.1), (1.2, 0.1)), box((0.8, 0.1), (0.8, 0.1))])
def test_a_box_without_a_zero_is_excluded(start: list[arb]) -> None:
    assert solved(CIRCLE, start).zeros is Zeros.NONE


@pytest.mark.parametrize(
    ("system", "start"),
    [
        (CIRCLE, box((0, 3), (0, 3))),
        (CIRCLE, box((1.05, 0.05), (1.05, 0.05))),
        (DOUBLE, box((0.001, 0.1))),
        (DOUBLE, box((0, 0.1))),
    ],
    ids=["two zeros", "a zero on the edge", "a double zero", "a singular centre"],
)
def test_what_is_not_certain_is_not_said(system: System, start: list[arb]) -> None:
    assert solved(system, start).zeros is Zeros.UNDECIDED


def test_a_zero_is_never_lost() -> None:
    for step in range(1, 40):
        centre = fmpq(step, 20)
        start = [arb(centre) + arb(0, 0.03)] * 2
        holds = all(entry.contains(1) for entry in start)
        assert not (holds and solved(CIRCLE, start).zeros is Zeros.NONE)
        assert holds or solved(CIRCLE, start).zeros is not Zeros.ONE


def test_a_singular_jacobian_at_the_centre_has_no_image() -> None:
    def flat(at: Sequence[arb]) -> list[list[arb]]:
        return [[arb(0)]]

    assert krawczyk(System(lambda at: [at[0]], flat), (arb(1),)) is None
