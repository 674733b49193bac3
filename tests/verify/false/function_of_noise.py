"""every minimizer computes the same function v'X'eps, though the variance of eps may be 0."""

from proofs.algebra import vector
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.core.claims import Minimum, Square
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import Task
from proofs.core.theorem import Theorem
from proofs.moments.mean import Mean

u, v = vector("u", "d"), vector("v", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def least(predicate):
    sample = data(Task("Sigma", noise="sigma2"))
    seen, laws = sample.X.T @ sample.eps, (sample.law_X, sample.law_eps)
    error = (v - u).T @ seen
    return stated(
        Minimum(
            name="c",
            objective=Mean(error**2, laws),
            minimizer=((v, u),),
            value=number(0),
            squares=(Square(error, over=laws),),
            prediction=v.T @ seen,
            computes=u.T @ seen,
        ),
        Sigma=Predicate.POSITIVE_DEFINITE,
        sigma2=predicate,
    )


def theorem():
    return least(Predicate.NONNEGATIVE)


def neighbour():
    return least(Predicate.POSITIVE)
