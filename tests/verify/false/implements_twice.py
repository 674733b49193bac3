"""at the weights b = 1, b = 2."""

from proofs.algebra import scalar, vector
from proofs.algebra.symbols import number
from proofs.core.claims import Implements
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem

b, c = scalar("b"), scalar("c")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def twice(other):
    u, v = vector("u", "d"), vector("v", "d")
    weights = ((other, number(1)), (b, number(2)))
    return stated(Implements(name="c", prediction=b * (u.T @ v), weights=weights, algorithm=2 * (u.T @ v)))


def theorem():
    return twice(b)


def neighbour():
    return twice(c)
