"""Flows: which are symmetries, where they move a point, and which coordinates a slice fixes."""

import pytest
from flint import arb

from proofs.algebra import matrix, scalar, symmetric, trace, vector
from proofs.core.errors import InputError
from proofs.core.listed import Velocities
from verify.enclose.symmetry import Flow, orthogonal_to, slice_of
from verify.evaluate.entries import in_entries

A, B, v, c = matrix("A", "d", "d"), matrix("B", "d", "d"), vector("v", "d"), scalar("c")
K = B - B.T
ROTATION: Velocities = ((A, K @ A - A @ K), (v, K @ v))
LEFT: Velocities = ((A, K @ A), (v, K @ v))
SCALING: Velocities = ((v, v), (c, -c))
OBJECTIVE = c**2 * (v.T @ A @ A @ v) + trace(A.T @ A @ A) * trace(A) + 3 * c**2 * (v.T @ v)
SIZES = {"d": 2}


@pytest.mark.parametrize(("velocities", "kept"), [(ROTATION, True), (SCALING, True), (LEFT, False)])
@pytest.mark.parametrize("d", [2, 3])
def test_symmetries_are_recognised(velocities: Velocities, kept: bool, d: int) -> None:
    spin = None if velocities is SCALING else B
    assert Flow(velocities, spin, {"d": d}).keeps(in_entries(OBJECTIVE, {"d": d}, ("c",))) is kept


def test_a_scaling_of_one_factor_is_none() -> None:
    assert not Flow(((v, v),), None, SIZES).keeps(in_entries(OBJECTIVE, SIZES, ("c",)))


def test_directions_of_a_rotation() -> None:
    names = in_entries(OBJECTIVE, SIZES, ("c",)).variables
    values = {"A[0,0]": 2, "A[1,1]": 5, "v[0,0]": 1, "c": 7}
    point = [arb(values.get(name, 0)) for name in names]
    (found,) = Flow(ROTATION, B, SIZES).directions(names, point)
    moved = dict(zip(names, found, strict=True))
    assert {name: float(entry) for name, entry in moved.items() if entry != 0} == {
        "A[0,1]": 3, "A[1,0]": 3, "v[1,0]": -1,
    }  # fmt: skip
    (scaled,) = Flow(SCALING, None, SIZES).directions(names, point)
    assert float(scaled[names.index("c")]) == -7


def test_in_three_dimensions_there_are_three_rotations() -> None:
    names = in_entries(OBJECTIVE, {"d": 3}, ("c",)).variables
    assert len(Flow(ROTATION, B, {"d": 3}).directions(names, [arb(1)] * len(names))) == 3


def test_a_slice_fixes_as_many_coordinates_as_there_are_directions() -> None:
    rows = [[arb(0), arb(1), arb(2)], [arb(0), arb(2), arb(4)], [arb(3), arb(0), arb(0)]]
    assert slice_of(rows) == [0, 2]
    assert slice_of([]) == []
    assert slice_of([[arb(0), arb(0)]]) == []
    assert slice_of([[arb(1, 2), arb(1, 2)]]) is None


def test_what_a_direction_forces_to_vanish() -> None:
    rows = [[arb(0), arb(1)], [arb(0), arb(3)]]
    assert orthogonal_to(rows, [])
    assert orthogonal_to(rows, [1])
    assert not orthogonal_to(rows, [0])
    assert not orthogonal_to(rows, [0, 1])


def test_symmetric_letters_are_refused() -> None:
    S = symmetric("S", "d")
    with pytest.raises(InputError, match="S is symmetric"):
        Flow(((S, K @ S - S @ K),), B, SIZES).keeps(in_entries(trace(S), SIZES, ()))
