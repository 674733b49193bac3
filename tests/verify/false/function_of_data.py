"""every minimizer computes the same function of the data, though X'X is fixed and may be 0."""

from proofs.algebra import matrix, symmetric, vector
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.core.claims import Minimum, Square
from proofs.core.derivation import Definition
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import Task
from proofs.core.theorem import Theorem
from proofs.moments.mean import Mean

K, u, v = symmetric("K", "d"), vector("u", "d"), vector("v", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def least(value):
    sample = data(Task("Sigma"))
    error = (v - u).T @ K @ sample.x_q
    return stated(
        Minimum(
            name="c",
            objective=Mean(error**2, (sample.law_x_q,)),
            minimizer=((v, u),),
            value=number(0),
            squares=(Square(error, over=(sample.law_x_q,)),),
            prediction=v.T @ K @ sample.x_q,
            computes=u.T @ K @ sample.x_q,
            abbreviations=(Definition(K, value),),
        ),
        Sigma=Predicate.POSITIVE_DEFINITE,
    )


def theorem():
    X = data(Task("Sigma")).X
    return least(X.T @ X)


def neighbour():
    B = matrix("B", "d", "d")
    return least(B.T @ B)
