"""branch b = 0 while the form is M = b A."""

from proofs.algebra import matrix, scalar, vector
from proofs.algebra.symbols import number
from proofs.core.claims import Square, ZeroProduct, ZeroSet
from proofs.core.derivation import Definition
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem

b = scalar("b")
A = matrix("A", "d", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def branches(*left):
    M, a = matrix("M", "d", "d"), vector("a", "d")
    return stated(
        ZeroSet(
            name="c",
            total=b**2 * (a.T @ a),
            products=(ZeroProduct(Square(b), Square(a), number(1)),),
            form=M,
            branches=left,
            branches_at_one=left,
            abbreviations=(Definition(M, b * A),),
        )
    )


def theorem():
    return branches(frozenset({"b"}), frozenset({"a"}))


def neighbour():
    return branches(frozenset({"a"}))
