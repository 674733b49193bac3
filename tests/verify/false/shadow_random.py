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


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def theorem():
    sample = data(Task("Sigma", "Psi"))
    return stated(
        Equality(
            name="c",
            left=Mean((sample.w.T @ v) ** 2, (sample.law_w,)),
            right=v.T @ Psi @ v,
            abbreviations=(Definition(sample.w, u),),
        ),
        Psi=Predicate.POSITIVE_SEMIDEFINITE,
    )
