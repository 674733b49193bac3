"""Points inside what hypotheses allow: what holds at such a point of all real weights holds of the allowed ones too."""

from collections.abc import Sequence

from flint import arb, fmpq

from proofs.algebra.letters import Letter
from proofs.core.verdict import Verdict
from verify.checks.located import Finding, Place
from verify.checks.moved import Moved
from verify.enclose.inertia import is_positive_definite


def inside(place: Place) -> Finding | None:
    """The hypotheses on what the point moves certainly hold at the critical point, and so around it."""
    if is_inside(place, place.whole):
        return None
    moved = ", ".join(sorted(_restricted(place)))
    return Finding(Verdict.UNKNOWN, f"it is not certain that what is assumed of {moved} holds there and nearby")


def is_inside(place: Place, point: Sequence[arb | fmpq]) -> bool:
    """Whether scalars are certainly > 0 and matrices positive definite, of all that the hypotheses restrict and moves.

    `point` holds all variables of the objective, in their order.
    """
    values = {name: arb(value) for name, value in zip(place.names, point, strict=True)}
    restricted, sizes = _restricted(place), dict(place.point.sizes)
    letters = [letter for letter in place.objective.letters if letter.name in restricted]
    scalars = restricted - {letter.name for letter in letters}
    return all(values[name] > 0 for name in scalars) and all(
        is_positive_definite(_matrix(letter, sizes[letter.rows], values)) for letter in letters
    )


def _restricted(place: Place) -> frozenset[str]:
    return Moved(place.objective, place.hypotheses).restricted_weights(place.point)


def _matrix(letter: Letter, size: int, values: dict[str, arb]) -> list[list[arb]]:
    """A symmetric matrix by its entries on and above the diagonal."""
    return [[values[f"{letter.name}[{min(i, j)},{max(i, j)}]"] for j in range(size)] for i in range(size)]
