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


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def theorem():
    e = data(Task("Sigma", inputs=EllipticalInputs("kappa")))
    kappa = scalar("kappa")
    x, q = e.x_q, number(1) / 4
    return stated(
        Equality(
            name="c",
            left=Mean((x.T @ x - trace(Sigma)) ** 2, (e.law_x_q,)),
            right=(2 * trace(Sigma @ Sigma) + trace(Sigma) ** 2) / 4 - trace(Sigma) ** 2,
            abbreviations=(Definition(kappa, q),),
        ),
        Sigma=Predicate.POSITIVE_DEFINITE,
        kappa=Predicate.POSITIVE,
    )
