"""at the weight b = 2 b the prediction b u'v is 2 b u'v; b = 2 b says b = 0."""

from proofs.algebra import scalar, vector
from proofs.core.claims import Implements
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem

b, u, v = scalar("b"), vector("u", "d"), vector("v", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def twice(c):
    claim = Implements(name="c", prediction=b * (u.T @ v), weights=((b, 2 * c),), algorithm=2 * c * (u.T @ v))
    return stated(claim)


def theorem():
    return twice(b)


def neighbour():
    return twice(scalar("c"))
