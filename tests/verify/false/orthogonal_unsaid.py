"""tr(U A U') = tr A, for every U as printed."""

from proofs.algebra import matrix, orthogonal, trace
from proofs.core.claims import Equality
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem

A = matrix("A", "d", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def turned(**hypotheses):
    U = orthogonal("U", "d")
    return stated(Equality(name="c", left=trace(U @ A @ U.T), right=trace(A)), **hypotheses)


def theorem():
    return turned()


def neighbour():
    return turned(U=Predicate.ORTHOGONAL)
