"""w is defined and averaged."""

from proofs.algebra import symmetric, vector
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.derivation import Definition
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import Task
from proofs.core.theorem import Theorem
from proofs.moments.mean import Mean

Psi = symmetric("Psi", "d")
u = vector("u", "d")
v = vector("v", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


sample = data(Task("Sigma", "Psi"))


def square(*given):
    return stated(
        Equality(
            name="c",
            left=Mean((sample.w.T @ v) ** 2, (sample.law_w,)),
            right=v.T @ Psi @ v,
            abbreviations=given,
        ),
        Psi=Predicate.POSITIVE_SEMIDEFINITE,
    )


def theorem():
    return square(Definition(sample.w, u))


def neighbour():
    return square(Definition(v, u))
