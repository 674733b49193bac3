"""E[(y'y) h'h] = y'y n q: y are the labels h + eps, and no fixed letter."""

from proofs.algebra import scalar, vector
from proofs.core.functions import Functions, InvariantMean
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem

VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def square(name):
    fixed, h = vector(name, "n"), vector("h", "n")
    return stated(
        InvariantMean(
            name="c",
            functions=Functions("mu", "p", "q"),
            left=(fixed.T @ fixed) * (h.T @ h),
            right=(fixed.T @ fixed) * scalar("n") * scalar("q"),
        ),
        mu=Predicate.NONNEGATIVE,
        p=Predicate.NONNEGATIVE,
        q=Predicate.NONNEGATIVE,
    )


def theorem():
    return square("y")


def neighbour():
    return square("v")
