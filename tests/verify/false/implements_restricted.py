"""at the weight b = -1, under the hypothesis b > 0."""

from proofs.algebra import scalar, vector
from proofs.algebra.symbols import number
from proofs.core.claims import Implements
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem

b, u, v = scalar("b"), vector("u", "d"), vector("v", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def turned(**hypotheses):
    claim = Implements(name="c", prediction=b * (u.T @ v), weights=((b, number(-1)),), algorithm=-(u.T @ v))
    return stated(claim, **hypotheses)


def theorem():
    return turned(b=Predicate.POSITIVE)


def neighbour():
    return turned()
