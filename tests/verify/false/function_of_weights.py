"""every minimizer computes the same function u'x, u being a weight: v = u = c for every c."""

from proofs.algebra import vector
from proofs.algebra.symbols import number, zero
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


def least(minimizer):
    sample = data(Task("Sigma"))
    error = (v - u).T @ sample.x_q
    return stated(
        Minimum(
            name="c",
            objective=Mean(error**2, (sample.law_x_q,)),
            minimizer=minimizer,
            value=number(0),
            squares=(Square(error, over=(sample.law_x_q,)),),
            prediction=v.T @ sample.x_q,
            computes=u.T @ sample.x_q,
        ),
        Sigma=Predicate.POSITIVE_DEFINITE,
    )


def theorem():
    return least(((v, zero("d", "1")), (u, zero("d", "1"))))


def neighbour():
    return least(((v, u),))
