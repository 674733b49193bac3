"""weights that see the labels y."""

from proofs.algebra import matrix, scalar, vector
from proofs.core.claims import Implements
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem

n = scalar("n")
b = scalar("b")
A = matrix("A", "d", "d")
B = matrix("B", "d", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


X, y, x = matrix("X", "n", "d"), vector("y", "n"), vector("x_q", "d")


def weighted(factor):
    return stated(
        Implements(
            name="c",
            prediction=b * (y.T @ X @ A @ x) / n,
            weights=((b, factor), (A, B)),
            algorithm=factor * (y.T @ X @ B @ x) / n,
        )
    )


def theorem():
    return weighted(y.T @ y)


def neighbour():
    return weighted(scalar("c"))
