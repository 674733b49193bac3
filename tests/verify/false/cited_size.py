"""cited with n -> s."""

from proofs.algebra import identity, scalar, symmetric, trace
from proofs.core.claims import Equality
from proofs.core.derivation import Definition, Step
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem
from proofs.moments.cited import Cited

d = scalar("d")
t = scalar("t")
K = symmetric("K", "d")


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def inner():
    return stated(Equality(name="i", left=trace(K), right=d * d, abbreviations=(Definition(K, d * identity("d")),)))


def theorem():
    return stated(
        Equality(
            name="c",
            left=trace(K),
            right=t * t,
            abbreviations=(Definition(K, t * identity("d")),),
            steps=(Step(t * t, Cited("x.y", inner(), "i", ((d, t),))),),
        )
    )
