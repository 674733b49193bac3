"""an end tr(K) R'R with K = X'X, while the rotation moves S only."""

from proofs.algebra import inverse, matrix, symmetric, trace
from proofs.core.claims import Action, Invariance, Parameter
from proofs.core.derivation import Definition
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem

A, B, R, X = (*(matrix(name, "d", "d") for name in "ABR"), matrix("X", "n", "d"))
S, K = symmetric("S", "d"), symmetric("K", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def ends(value):
    back = inverse(R)
    return stated(
        Invariance(
            name="c",
            layer=A @ S,
            parameters=(Parameter(A, Action.FORM, back @ back.T, R.T @ R),),
            gram=S,
            root=R,
            before=trace(K) * R.T @ R,
            after=back @ back.T,
            abbreviations=(Definition(K, value),),
        ),
        R=Predicate.INVERTIBLE,
    )


def theorem():
    return ends(X.T @ X)


def neighbour():
    return ends(B.T @ B)
