"""cited for symmetric S, used for any B."""

from proofs.algebra import inverse, matrix, orthogonal, symmetric, trace
from proofs.core.claims import Equality
from proofs.core.derivation import Step
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem
from proofs.moments.cited import Cited

A, B, C = (matrix(name, "d", "d") for name in "ABC")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def cited():
    """S C C^-1 = S', with a claim beside it on orthogonal letters, which is not cited."""
    S, U = symmetric("S", "d"), orthogonal("U", "d")
    return stated(
        Equality(name="i", left=S @ C @ inverse(C), right=S.T),
        Equality(name="j", left=trace(U @ A @ U.T), right=trace(A)),
        S=Predicate.SYMMETRIC,
        C=Predicate.INVERTIBLE,
        U=Predicate.ORTHOGONAL,
    )


def used(value):
    S = symmetric("S", "d")
    step = Step(value.T, Cited("x.y", cited(), "i", ((S, value), (C, A), (inverse(C), inverse(A)))))
    return stated(Equality(name="c", left=value @ A @ inverse(A), right=value.T, steps=(step,)), A=Predicate.INVERTIBLE)


def theorem():
    return used(B)


def neighbour():
    return used(B.T @ B)
