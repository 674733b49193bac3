"""a negative variance, kappa = 1/4."""

from proofs.algebra import scalar, symmetric, trace
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.derivation import Definition
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import EllipticalInputs, Task
from proofs.core.theorem import Theorem
from proofs.moments.mean import Mean

Sigma = symmetric("Sigma", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def spread(q):
    e = data(Task("Sigma", inputs=EllipticalInputs("kappa")))
    kappa = scalar("kappa")
    x = e.x_q
    return stated(
        Equality(
            name="c",
            left=Mean((x.T @ x - trace(Sigma)) ** 2, (e.law_x_q,)),
            right=q * (2 * trace(Sigma @ Sigma) + trace(Sigma) ** 2) - trace(Sigma) ** 2,
            abbreviations=(Definition(kappa, q),),
        ),
        Sigma=Predicate.POSITIVE_DEFINITE,
        kappa=Predicate.POSITIVE,
    )


def theorem():
    return spread(number(1) / 4)


def neighbour():
    return spread(number(3))
