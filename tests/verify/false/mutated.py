"""A polynomial changed after it was made.

Setting: none. Claim: none. Hypotheses: none. Idea: none. Source: none.
"""

from proofs.algebra import matrix
from proofs.core.claims import Equality
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem


def theorem():
    A, B = matrix("A", "d", "d"), matrix("B", "d", "d")
    left, right = A @ B, B @ A
    left.terms.clear()
    left.terms.update(right.terms)  # says A B, is B A
    return Theorem(
        source=Source("x", "y"),
        hypotheses=(Hypothesis("d", Predicate.INTEGER, "s"),),
        claims=(Equality(name="they commute", left=left, right=right),),
    )


VERDICT = "PROVED"


def neighbour():
    A, B = matrix("A", "d", "d"), matrix("B", "d", "d")
    return Theorem(
        source=Source("x", "y"),
        hypotheses=(Hypothesis("d", Predicate.INTEGER, "s"),),
        claims=(Equality(name="transposed in the other order", left=(A @ B).T, right=B.T @ A.T),),
    )
