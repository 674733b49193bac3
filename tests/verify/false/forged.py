"""A forged rule.

Setting: none.
"""

from dataclasses import dataclass

from proofs.algebra import matrix
from proofs.core.claims import Equality
from proofs.core.derivation import Step
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem
from proofs.moments.rules import Calculus


@dataclass(frozen=True)
class Mine(Calculus):
    def closes(self, left, right, given):
        return True


def theorem():
    A, B = matrix("A", "d", "d"), matrix("B", "d", "d")
    return Theorem(
        source=Source("x", "y"),
        hypotheses=(Hypothesis("d", Predicate.INTEGER, "size"),),
        claims=(Equality(name="wrong", left=A @ B, right=B @ A, steps=(Step(B @ A, Mine()),)),),
    )


VERDICT = "PROVED"


def neighbour():
    A, B = matrix("A", "d", "d"), matrix("B", "d", "d")
    twice = (A + A) @ B
    return Theorem(
        source=Source("x", "y"),
        hypotheses=(Hypothesis("d", Predicate.INTEGER, "size"),),
        claims=(Equality(name="right", left=twice, right=2 * A @ B, steps=(Step(2 * A @ B, Calculus()),)),),
    )
