"""n/d -> 0 as d grows, n >= d + 2; for a scalar that nothing ties to d it is true."""

from proofs.algebra import scalar
from proofs.algebra.symbols import number
from proofs.core.claims import Limit
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem

n = scalar("n")
d = scalar("d")
s = scalar("s")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def theorem():
    return stated(Limit(name="c", grows=d, numerator=n / d + 1, limit=number(1)), n=Predicate.ABOVE_D)


def neighbour():
    """No formula holds n."""
    return stated(Limit(name="c", grows=d, numerator=s / d + 1, limit=number(1)), n=Predicate.ABOVE_D)
