"""zeros with W'Q invertible, W and Q of k < d rows."""

from proofs.algebra import matrix, scalar, vector
from proofs.algebra.symbols import number
from proofs.core.claims import Square, ZeroProduct, ZeroSet
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem

b, u = scalar("b"), vector("u", "d")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def branches(k):
    left = (frozenset({"b"}), frozenset({"u"}))
    return stated(
        ZeroSet(
            name="c",
            total=b**2 * (u.T @ u),
            products=(ZeroProduct(Square(b), Square(u), number(1)),),
            form=matrix("W", "k", "d").T @ matrix("Q", "k", "d"),
            branches=left,
            branches_at_one=left,
        ),
        k=k,
    )


def theorem():
    return branches(Predicate.BELOW_D)


def neighbour():
    return branches(Predicate.AT_LEAST_D)
