"""every minimizer computes the same function, though the weight may be 0."""

from proofs.algebra import scalar, vector
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.core.claims import Minimum, Square
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import Task
from proofs.core.theorem import Theorem
from proofs.moments.mean import Mean

s = scalar("s")
u = vector("u", "d")
v = vector("v", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def least(predicate):
    sample = data(Task("Sigma"))
    x = sample.x_q
    return stated(
        Minimum(
            name="c",
            objective=Mean(s * ((v - u).T @ x) ** 2, (sample.law_x_q,)),
            minimizer=((v, u),),
            value=number(0),
            squares=(Square((v - u).T @ x, weight=s, over=(sample.law_x_q,)),),
            prediction=v.T @ x,
            computes=u.T @ x,
        ),
        Sigma=Predicate.POSITIVE_DEFINITE,
        s=predicate,
    )


def theorem():
    return least(Predicate.NONNEGATIVE)


def neighbour():
    return least(Predicate.POSITIVE)
