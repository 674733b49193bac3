"""Interval Newton (Krawczyk 1969): a box in which a system has exactly one zero, or none.

For a centre c of the box X and any matrix C, K = c - C F(c) + (I - C F'(X)) (X - c) holds every zero of F in X. If K
lies in the interior of X, there is exactly one; if K and X are disjoint, there is none (Moore 1977, Rump 1983).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from flint import arb, arb_mat

Box = tuple[arb, ...]
ROUNDS = 20


class Zeros(Enum):
    """What is certain of a system in a box."""

    ONE = "exactly one zero"
    NONE = "no zero"
    UNDECIDED = "not decided"


@dataclass(frozen=True)
class System:
    """F and its Jacobian on boxes, as many equations as variables."""

    values: Callable[[Sequence[arb]], Sequence[arb]]
    jacobian: Callable[[Sequence[arb]], Sequence[Sequence[arb]]]


@dataclass(frozen=True)
class Found:
    """The verdict on a box and, where there is exactly one zero, an enclosure of it."""

    zeros: Zeros
    enclosure: Box = ()


def solved(system: System, box: Sequence[arb]) -> Found:
    """Whether the system has exactly one zero in the box, and a tight enclosure of it. Never guesses."""
    start = tuple(box)
    image = krawczyk(system, start)
    if image is None:
        return Found(Zeros.UNDECIDED)
    if any(not a.overlaps(b) for a, b in zip(image, start, strict=True)):
        return Found(Zeros.NONE)
    if not all(b.contains_interior(a) for a, b in zip(image, start, strict=True)):
        return Found(Zeros.UNDECIDED)
    return Found(Zeros.ONE, _tightened(system, image))


def krawczyk(system: System, box: Box) -> Box | None:
    """The box K; None where the Jacobian at the centre cannot be inverted."""
    size = len(box)
    centre = [entry.mid() for entry in box]
    try:
        inverse = arb_mat([list(row) for row in system.jacobian(centre)]).mid().inv().mid()
    except ZeroDivisionError:
        return None
    away = arb_mat(size, 1, [entry - middle for entry, middle in zip(box, centre, strict=True)])
    slopes = arb_mat([list(row) for row in system.jacobian(box)])
    one = arb_mat(size, size, [int(i == j) for i in range(size) for j in range(size)])
    moved = arb_mat(size, 1, centre) - inverse * arb_mat(size, 1, list(system.values(centre)))
    return tuple((moved + (one - inverse * slopes) * away).entries())


def _tightened(system: System, box: Box) -> Box:
    """The box with the zero made small: each K holds the zero, and so does its intersection with the last box."""
    for _ in range(ROUNDS):
        image = krawczyk(system, box)
        if image is None:
            return box
        smaller = tuple(a.intersection(b) for a, b in zip(image, box, strict=True))
        if not any(a.rad() < b.rad() / 2 for a, b in zip(smaller, box, strict=True)):
            return smaller
        box = smaller
    return box
