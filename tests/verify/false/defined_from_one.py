"""t = s / 2 with t >= 1 assumed and s > 0: a bound printed for all s."""

from proofs.algebra import scalar
from proofs.algebra.symbols import number
from proofs.core.claims import LowerBound, Square
from proofs.core.derivation import Definition
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem

a, s, t = scalar("a"), scalar("s"), scalar("t")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def bound(value):
    return stated(
        LowerBound(
            name="c",
            objective=(t - 1) * a**2,
            minimizer=((a, number(0)),),
            value=number(0),
            squares=(Square(a, weight=t - 1),),
            abbreviations=(Definition(t, value),),
        ),
        t=Predicate.AT_LEAST_ONE,
        s=Predicate.POSITIVE,
    )


def theorem():
    return bound(s / 2)


def neighbour():
    return bound(1 + s)
