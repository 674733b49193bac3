"""the mean of tr(X^+ X G^-1 X' X^+')^2 eps'X u is 0: it does not exist at n = d + 2."""

from proofs.algebra import inverse, matrix, scalar, symmetric, trace, vector
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.derivation import Reciprocal
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import GramOperator, RidgeOperator, Task
from proofs.core.theorem import Theorem
from proofs.moments.inverse_wishart import gram
from proofs.moments.mean import Mean
from proofs.moments.ridge import pseudo_inverse

VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def odd(factor, *operators):
    """E [(tr factor)^2 eps'X u + w'w] = tr Psi, for n >= d + 2."""
    sample = data(Task("Sigma", "Psi", "sigma2"))
    integrand = trace(factor) ** 2 * (sample.eps.T @ sample.X @ vector("u", "d")) + sample.w.T @ sample.w
    given = Reciprocal(scalar("r"), scalar("n") - scalar("d") - 1)
    return stated(
        Equality(
            name="c",
            left=Mean(integrand, (sample.law_X, sample.law_eps, sample.law_w)),
            right=trace(symmetric("Psi", "d")),
            operators=operators,
            abbreviations=(given,) if GramOperator() in operators else (),
        ),
        n=Predicate.ABOVE_D,
        Sigma=Predicate.POSITIVE_DEFINITE,
        Psi=Predicate.POSITIVE_SEMIDEFINITE,
        sigma2=Predicate.NONNEGATIVE,
    )


X, (PLUS, _), (G, _) = matrix("X", "n", "d"), pseudo_inverse(RidgeOperator("X^+")), gram(GramOperator())


def theorem():
    return odd(PLUS @ X @ inverse(G) @ X.T @ PLUS.T, RidgeOperator("X^+"), GramOperator())


def neighbour():
    """Projections."""
    return odd(PLUS @ X @ X.T @ PLUS.T, RidgeOperator("X^+"))
