"""A symmetric weight: how the loss curves at its critical point.

Setting: A symmetric, positive definite, f(A) = |A - I|^2 + 2 tr (A - I)^2, d = 2.
Claim: one critical point A = I; one curvature is negative there: a saddle.
Hypotheses: A symmetric and positive definite.
Idea: balls.
Source: nobody.
"""

from dataclasses import replace

from proofs.algebra import identity, matrix, symmetric, trace
from proofs.core.listed import CriticalPoints, Located
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem


def theorem():
    A, one = matrix("A", "d", "d"), identity("d")
    B = A - one
    f = trace(B @ B.T) + 2 * trace(B @ B)
    return Theorem(
        source=Source("nobody"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "size"),
            Hypothesis("d", Predicate.INTEGER, "size"),
            Hypothesis("A", Predicate.POSITIVE_DEFINITE, "weights"),
        ),
        claims=(
            CriticalPoints(
                name="saddle",
                objective=f,
                negative=1,
                points=(
                    Located(
                        (("d", 2), ("n", 2)),
                        (("A[0,0]", "1.00"), ("A[0,1]", "0.00"), ("A[1,0]", "0.00"), ("A[1,1]", "1.00")),
                        "0.00",
                    ),
                ),
            ),
        ),
    )


VERDICT = "CERTIFIED"


def neighbour():
    """A symmetric letter, free but for that: a strict minimum."""
    A = symmetric("A", "d")
    hypotheses = (*theorem().hypotheses[:2], Hypothesis("A", Predicate.SYMMETRIC, "weights"))
    B = A - identity("d")
    entries = (("A[0,0]", "1.00"), ("A[0,1]", "0.00"), ("A[1,1]", "1.00"))
    claim = CriticalPoints(
        name="minimum",
        objective=trace(B @ B.T) + 2 * trace(B @ B),
        negative=0,
        points=(Located((("d", 2), ("n", 2)), entries, "0.00"),),
    )
    return replace(theorem(), hypotheses=hypotheses, claims=(claim,))
