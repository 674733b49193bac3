"""zeros with tr(G) A invertible, G = X'X: where X = 0 the form is 0."""

from proofs.algebra import matrix, scalar, trace
from proofs.algebra.symbols import number
from proofs.core.claims import Square, ZeroProduct, ZeroSet
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import GramOperator
from proofs.core.theorem import Theorem
from proofs.moments.inverse_wishart import gram

A, X = matrix("A", "d", "d"), matrix("X", "n", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def branches(Z, form):
    G, _ = gram(GramOperator())
    left = (frozenset({"b"}), frozenset({Z.letter.name}))
    return stated(
        ZeroSet(
            name="c",
            total=scalar("b") ** 2 * trace(Z.T @ Z),
            products=(ZeroProduct(Square(scalar("b")), Square(Z), number(1)),),
            form=form(G),
            branches=left,
            branches_at_one=left,
            operators=(GramOperator(),),
        ),
    )


def theorem():
    return branches(X, lambda G: trace(G) * A)


def neighbour():
    return branches(matrix("Z", "n", "d"), lambda G: A + G)
