"""tr(H X) + 1/s -> tr(H X) for s -> oo, H the ridge operator at noise s: tr(H X) -> 0."""

from proofs.algebra import scalar, trace
from proofs.algebra.symbols import matrix
from proofs.core.claims import Limit
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import RidgeOperator
from proofs.core.theorem import Theorem
from proofs.moments.ridge import ridge

s, t = scalar("s"), scalar("t")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def growing(noise):
    operator = RidgeOperator("H", noise="s")
    H, _ = ridge(operator)
    one = trace(H @ matrix("X", "n", "d"))
    return stated(
        Limit(name="c", grows=noise, numerator=one + 1 / noise, limit=one, operators=(operator,)),
        s=Predicate.POSITIVE,
        t=Predicate.POSITIVE,
    )


def theorem():
    return growing(s)


def neighbour():
    return growing(t)
