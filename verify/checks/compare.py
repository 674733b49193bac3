"""Exact comparison of two expressions at instances."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

from flint import fmpq_mat

from proofs.algebra.evaluation import evaluate
from proofs.algebra.letters import Letter
from proofs.algebra.polynomial import TracePolynomial
from proofs.core.verdict import Verdict
from verify.checks.context import instances_scope
from verify.report import Road
from verify.sweep.instance import Instance

Sides = Callable[[Instance], tuple[str, fmpq_mat, fmpq_mat] | None]


@dataclass(frozen=True)
class Comparison:
    """Two sides to compare at instances that have values for the symbols of the polynomials `involved`.

    `sides` names what is compared and gives both values, or None where an instance says nothing; `small` asks for
    small sizes.
    """

    involved: tuple[TracePolynomial, ...]
    sides: Sides
    small: bool = False

    @property
    def letters(self) -> frozenset[Letter]:
        """All letters involved."""
        return frozenset(letter for item in self.involved for letter in item.letters)

    @property
    def scalars(self) -> frozenset[str]:
        """All scalars involved."""
        return frozenset(name for item in self.involved for name in item.scalars)


def at(polynomial: TracePolynomial, instance: Instance) -> fmpq_mat:
    """The exact value of a polynomial at an instance."""
    return evaluate(polynomial, instance.matrices, instance.numbers)


def compared(name: str, instances: Sequence[Instance], sides: Sides) -> Road:
    """CERTIFIED where both sides agree at every instance, REFUTED with the smallest at which they do not."""
    start = perf_counter()
    used = []
    for instance in sorted(instances, key=_entries):
        found = sides(instance)
        if found is None:
            continue
        used.append(instance)
        what, left, right = found
        if left != right:
            witness = f"{what}: {difference(left, right)} at {shortened(str(instance))}"
            return Road(name, Verdict.REFUTED, instances_scope(used), "", witness, perf_counter() - start)
    verdict = Verdict.CERTIFIED if used else Verdict.UNKNOWN
    nothing = "no instance applies" if instances else "no instance has all that is assumed"
    detail = f"{len(used)} instances agree exactly" if used else nothing
    return Road(name, verdict, instances_scope(used), detail, "", perf_counter() - start)


def _entries(instance: Instance) -> tuple[int, int]:
    """The number of entries of the data, and the length of what is printed."""
    return instance.shape.n * instance.shape.d, len(str(instance))


def difference(left: fmpq_mat, right: fmpq_mat) -> str:
    """The first entry at which two matrices differ, in words."""
    for i in range(left.nrows()):
        for j in range(left.ncols()):
            if left[i, j] != right[i, j]:
                place = f"entry ({i + 1},{j + 1}) is " if left.nrows() * left.ncols() > 1 else ""
                return f"{place}{left[i, j]}, claimed {right[i, j]}"
    return "equal"


def shortened(text: str, width: int = 300) -> str:
    """The text, cut with a mark where it is very long."""
    return text if len(text) <= width else text[: width - 4] + " ..."
