"""cited for G = X'X with 2 X in the place of X: G stays what it is."""

from proofs.algebra import matrix
from proofs.core.claims import Equality
from proofs.core.derivation import Step
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import GramOperator
from proofs.core.theorem import Theorem
from proofs.moments.cited import Cited
from proofs.moments.inverse_wishart import gram

X = matrix("X", "n", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def equation(factor, *steps):
    G, _ = gram(GramOperator())
    return stated(
        Equality(name="c", left=G, right=factor * X.T @ X, operators=(GramOperator(),), steps=steps),
    )


def used(factor, *where):
    step = Step(factor * X.T @ X, Cited("x.y", equation(1), "c", where))
    return equation(factor, step)


def theorem():
    return used(4, (X, 2 * X))


def neighbour():
    return used(1)
