"""E tr(G^-1 Sigma) = d/(n-d-1) for Sigma semidefinite."""

from proofs.algebra import inverse, scalar, symmetric, trace
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.derivation import Reciprocal
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import GramOperator, Task
from proofs.core.theorem import Theorem
from proofs.moments.inverse_wishart import gram
from proofs.moments.mean import Mean

n = scalar("n")
d = scalar("d")
r = scalar("r")
Sigma = symmetric("Sigma", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def inverse_moment(predicate):
    sample, (G, relation) = data(Task("Sigma")), gram(GramOperator())
    return stated(
        Equality(
            name="c",
            left=Mean(trace(Sigma @ inverse(G)), (sample.law_X,), (relation,)),
            right=r * d,
            operators=(GramOperator(),),
            abbreviations=(Reciprocal(r, n - d - 1),),
        ),
        n=Predicate.ABOVE_D,
        Sigma=predicate,
    )


def theorem():
    return inverse_moment(Predicate.POSITIVE_SEMIDEFINITE)


def neighbour():
    return inverse_moment(Predicate.POSITIVE_DEFINITE)
