"""r^2 = 1/(n+1)."""

from proofs.algebra import matrix, scalar
from proofs.core.claims import Equality
from proofs.core.derivation import Reciprocal
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem

n = scalar("n")
r = scalar("r")
A = matrix("A", "d", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def theorem():
    return stated(Equality(name="c", left=r * (n + 1) * A, right=A, abbreviations=(Reciprocal(r**2, n + 1),)))


def neighbour():
    return stated(Equality(name="c", left=r * (n + 1) * A, right=A, abbreviations=(Reciprocal(r, n + 1),)))
