"""E[u'X^+ X X^+ eps (w'w) + w'w] = tr Psi: both X^+ stand beside the one X, and X^+ X X^+ = X^+ has no mean."""

from proofs.algebra import symmetric, trace, vector
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import RidgeOperator, Task
from proofs.core.theorem import Theorem
from proofs.moments.mean import Mean
from proofs.moments.ridge import pseudo_inverse

VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def odd(*further):
    sample, (plus, equations) = data(Task("Sigma", "Psi", "sigma2")), pseudo_inverse(RidgeOperator("X^+"))
    product, w = plus @ sample.X @ plus, sample.w
    for factor in further:
        product = product @ factor
    laws = (sample.law_X, sample.law_w, sample.law_eps)
    return stated(
        Equality(
            name="c",
            left=Mean((vector("u", "d").T @ product @ sample.eps) * (w.T @ w) + w.T @ w, laws, equations),
            right=trace(symmetric("Psi", "d")),
            operators=(RidgeOperator("X^+"),),
        ),
        Sigma=Predicate.POSITIVE_DEFINITE,
        Psi=Predicate.POSITIVE_SEMIDEFINITE,
        sigma2=Predicate.NONNEGATIVE,
    )


def theorem():
    return odd()


def neighbour():
    """Another X: X^+ X and X^+ X are projections."""
    X = data(Task("Sigma")).X
    return odd(X, X.T)
