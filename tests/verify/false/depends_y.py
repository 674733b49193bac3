"""v depends on the labels y; its mean against w vanishes."""

from proofs.algebra import symmetric, vector
from proofs.algebra.letters import Letter
from proofs.algebra.symbols import as_polynomial
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import Task
from proofs.core.theorem import Theorem
from proofs.moments.mean import Mean

Psi = symmetric("Psi", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def square(v):
    sample = data(Task("Sigma", "Psi", "sigma2"))
    return stated(
        Equality(name="c", left=Mean((v.T @ sample.w) ** 2, (sample.law_w,)), right=v.T @ Psi @ v),
        Sigma=Predicate.POSITIVE_DEFINITE,
        Psi=Predicate.POSITIVE_SEMIDEFINITE,
        sigma2=Predicate.NONNEGATIVE,
    )


def theorem():
    return square(as_polynomial(Letter("v", "d", "1", depends_on=frozenset({"y"}))))


def neighbour():
    return square(vector("v", "d"))
