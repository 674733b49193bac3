"""a layer tr(K) A S with K = X'X, while the rotation moves S only."""

from proofs.algebra import inverse, matrix, symmetric, trace
from proofs.core.claims import Action, Invariance, Parameter
from proofs.core.derivation import Definition
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem

A, R, X = matrix("A", "d", "d"), matrix("R", "d", "d"), matrix("X", "n", "d")
S, K = symmetric("S", "d"), symmetric("K", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def layers(layer, *given):
    back = inverse(R)
    return stated(
        Invariance(
            name="c",
            layer=layer,
            parameters=(Parameter(A, Action.FORM, back @ back.T, R.T @ R),),
            gram=S,
            root=R,
            before=R.T @ R,
            after=back @ back.T,
            abbreviations=given,
        ),
        R=Predicate.INVERTIBLE,
    )


def theorem():
    return layers(trace(K) * A @ S, Definition(K, X.T @ X))


def neighbour():
    """A trace that the rotation leaves as it is."""
    return layers(trace(A @ S) * A @ S)
