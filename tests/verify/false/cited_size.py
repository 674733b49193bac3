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


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def inner(s):
    """tr(s I) = s d."""
    scaled = (Definition(K, s * identity("d")),)
    return stated(Equality(name="i", left=trace(K), right=s * d, abbreviations=scaled))


def at(s, claimed):
    """The same at s = t."""
    return stated(
        Equality(
            name="c",
            left=trace(K),
            right=claimed,
            abbreviations=(Definition(K, t * identity("d")),),
            steps=(Step(claimed, Cited("x.y", inner(s), "i", ((s, t),))),),
        )
    )


def theorem():
    return at(d, t * t)


def neighbour():
    return at(scalar("s"), t * d)
