"""E |X^+ (y - X w)| ... excess of the interpolator is its bias, no noise."""

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


def unbiased(factor):
    sample = data(Task("Sigma", "Psi", "sigma2"))
    plus, penrose = pseudo_inverse(RidgeOperator("P"))
    op = (RidgeOperator("P"),)

    def claim(right):
        return Equality(
            name="c",
            left=Mean(
                factor(plus, sample.X) @ sample.eps * (sample.w.T @ sample.w) + (sample.w.T @ sample.w),
                (sample.law_X, sample.law_w, sample.law_eps),
                penrose,
            ),
            right=right,
            operators=op,
        )

    return stated(
        claim(trace(Psi)),
        Sigma=Predicate.POSITIVE_DEFINITE,
        Psi=Predicate.POSITIVE_SEMIDEFINITE,
        sigma2=Predicate.POSITIVE,
    )


def theorem():
    return unbiased(lambda plus, X: u.T @ plus)


def neighbour():
    """X X^+ is a projection: its mean exists, whatever n and d."""
    return unbiased(lambda plus, X: vector("z", "n").T @ X @ plus)
