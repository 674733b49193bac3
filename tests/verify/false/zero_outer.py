"""zeros with c v' + v u' invertible: the rank is 2 at most, for every d."""

from proofs.algebra import matrix, scalar, vector
from proofs.algebra.symbols import number
from proofs.core.claims import Square, ZeroProduct, ZeroSet
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem

A = matrix("A", "d", "d")
u, v, c = (vector(name, "d") for name in "uvc")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def branches(form):
    left = (frozenset({"b"}), frozenset({"a"}))
    a, b = vector("a", "d"), scalar("b")
    return stated(
        ZeroSet(
            name="c",
            total=b**2 * (a.T @ a),
            products=(ZeroProduct(Square(b), Square(a), number(1)),),
            form=form,
            branches=left,
            branches_at_one=left,
        ),
    )


def theorem():
    return branches(c @ v.T + v @ u.T)


def neighbour():
    return branches(c @ v.T + v @ u.T + A)
