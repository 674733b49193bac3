"""two laws of w in one equation."""

from proofs.algebra import symmetric, vector
from proofs.core.claims import Equality
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean

Sigma = symmetric("Sigma", "d")
Psi = symmetric("Psi", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def swapped(w, v):
    return stated(
        Equality(
            name="c",
            left=Mean(w.T @ Sigma @ w, (Gaussian(w, row_covariance=Psi),)),
            right=Mean(v.T @ Psi @ v, (Gaussian(v, row_covariance=Sigma),)),
        ),
        Psi=Predicate.POSITIVE_SEMIDEFINITE,
        Sigma=Predicate.POSITIVE_SEMIDEFINITE,
    )


def theorem():
    return swapped(vector("w", "d"), vector("w", "d"))


def neighbour():
    return swapped(vector("w", "d"), vector("v", "d"))
