"""cited for the ridge operator at noise s, used for that at noise t."""

from proofs.algebra import scalar
from proofs.algebra.symbols import matrix
from proofs.core.claims import Equality
from proofs.core.derivation import Step
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import RidgeOperator
from proofs.core.theorem import Theorem
from proofs.moments.cited import Cited
from proofs.moments.ridge import ridge

X, s = matrix("X", "n", "d"), scalar("s")
H, _ = ridge(RidgeOperator("H"))


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def equation(noise, *steps):
    """H X X' = X' - s H for the operator at a noise."""
    return stated(
        Equality(
            name="c",
            left=H @ X @ X.T,
            right=X.T - s * H,
            operators=(RidgeOperator("H", noise=noise),),
            steps=steps,
        ),
        s=Predicate.POSITIVE,
        t=Predicate.POSITIVE,
    )


def used(noise):
    return equation(noise, Step(X.T - s * H, Cited("x.y", equation("s"), "c")))


def theorem():
    return used("t")


def neighbour():
    return used("s")
