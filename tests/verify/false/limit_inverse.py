"""as 1/s grows."""

from proofs.algebra import matrix, scalar
from proofs.core.claims import Limit
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem

s = scalar("s")
A = matrix("A", "d", "d")
B = matrix("B", "d", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def theorem():
    return stated(Limit(name="c", grows=1 / s, numerator=A / s + B, limit=B), s=Predicate.POSITIVE)


def neighbour():
    return stated(Limit(name="c", grows=s, numerator=A / s + B, limit=B), s=Predicate.POSITIVE)
