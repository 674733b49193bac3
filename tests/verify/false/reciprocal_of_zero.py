"""r (n - 1) A = A with r = 1 / (n - 1), n >= 1."""

from proofs.algebra import matrix, scalar
from proofs.core.claims import Equality
from proofs.core.derivation import Reciprocal
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem

A, n, r = matrix("A", "d", "d"), scalar("n"), scalar("r")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def divided(predicate):
    claim = Equality(name="c", left=r * (n - 1) * A, right=A, abbreviations=(Reciprocal(r, n - 1),))
    return stated(claim, n=predicate)


def theorem():
    return divided(Predicate.INTEGER)


def neighbour():
    return divided(Predicate.AT_LEAST_TWO)
