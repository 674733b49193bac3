"""every minimizer computes the same function, though a singular Sigma leaves out directions of the query."""

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
    sample = data(Task("Sigma"))
    error = (v - u).T @ sample.x_q
    return stated(
        Minimum(
            name="c",
            objective=Mean(error**2, (sample.law_x_q,)),
            minimizer=((v, u),),
            value=number(0),
            squares=(Square(error, over=(sample.law_x_q,)),),
            prediction=v.T @ sample.x_q,
            computes=u.T @ sample.x_q,
        ),
        Sigma=predicate,
    )


def theorem():
    return least(Predicate.POSITIVE_SEMIDEFINITE)


def neighbour():
    return least(Predicate.POSITIVE_DEFINITE)
