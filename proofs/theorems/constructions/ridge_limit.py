"""Ridge regression in both forms, and its limit without noise: the least squares solution of least norm.

Setting: X (n, d) of any rank, s > 0, H = X'(X X' + s I)^-1, X^+ the pseudo-inverse, W = X^+ X^+' X^+.
Claim: H = (X'X + s I)^-1 X', for (X'X + s I) H = X'. Without noise:
(X^+ - H) (X X' + s I) = s W X X', and |(X X' + s I) z|^2 - |X X'z|^2 = 2 s |X'z|^2 + s^2 |z|^2 >= 0, so
|X^+ y - H y| <= s |W| |y|: as s -> 0 the ridge solution tends to X^+ y at the rate s. That solves the normal equations,
X'X X^+ y = X'y, and all their solutions v = X^+ y + (I - X^+ X) u have |v|^2 = |X^+ y|^2 + |(I - X^+ X) u|^2.
With s = sigma2 / tau2 this is the posterior mean of constructions.posterior_mean as the noise goes to 0.
Hypotheses: s > 0 (the inverses); none on the rank of X.
Idea: multiply by X X' + s I; the equations of Penrose.
Source: Akyurek et al. 2022, section 4, where it is used; a standard fact.
"""

from proofs.algebra import TracePolynomial, identity, scalar, vector
from proofs.algebra.symbols import matrix, zero
from proofs.core.claims import Equality
from proofs.core.derivation import Step
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import RidgeOperator
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean
from proofs.moments.ridge import pseudo_inverse, ridge
from proofs.moments.rules import Cancellation

SHRUNK, PLUS = RidgeOperator("H", noise="s"), RidgeOperator("X^+")


def inputs() -> TracePolynomial:
    """X (n, d)."""
    return matrix("X", "n", "d")


def length(v: TracePolynomial) -> TracePolynomial:
    """|v|^2."""
    return v.T @ v


def forms(factor: int) -> Equality:
    """(X'X + factor s I) H = X'."""
    X, s, (H, equation) = inputs(), scalar("s"), ridge(SHRUNK)
    kernel = X @ X.T + s * identity("n")
    return Equality(
        name="both forms",
        left=Mean((X.T @ X + factor * s * identity("d")) @ H, (), (equation,)),
        right=X.T,
        steps=(Step(X.T, Cancellation(kernel)),),
        operators=(SHRUNK,),
    )


def approach(power: int) -> Equality:
    """The difference of the two solutions, with a power of s."""
    X, s, (H, equation), (plus, penrose) = inputs(), scalar("s"), ridge(SHRUNK), pseudo_inverse(PLUS)
    W = plus @ plus.T @ plus
    gap = (plus - H) @ (X @ X.T + s * identity("n")) - s**power * W @ X @ X.T
    return Equality(
        name="approach",
        left=Mean(gap, (), (equation, *penrose)),
        right=zero("d", "n"),
        operators=(SHRUNK, PLUS),
    )


def contraction(factor: int) -> Equality:
    """|(X X' + s I) z|^2 - |X X'z|^2 as a sum of squares."""
    X, s, z = inputs(), scalar("s"), vector("z", "n")
    left = length((X @ X.T + s * identity("n")) @ z) - length(X @ X.T @ z)
    return Equality(name="contraction", left=left, right=factor * s * length(X.T @ z) + s**2 * length(z))


def solutions() -> tuple[Equality, ...]:
    """The normal equations, and the norms of all their solutions."""
    X, (plus, penrose), y, u = inputs(), pseudo_inverse(PLUS), vector("y", "n"), vector("u", "d")
    rest = (identity("d") - plus @ X) @ u
    return (
        Equality(
            name="normal equations",
            left=Mean(X.T @ X @ (plus @ y + rest), (), penrose),
            right=X.T @ y,
            operators=(PLUS,),
        ),
        Equality(
            name="least norm",
            left=Mean(length(plus @ y + rest), (), penrose),
            right=Mean(length(plus @ y) + length(rest), (), penrose),
            operators=(PLUS,),
        ),
    )


def theorem() -> Theorem:
    """The statement and its derivation."""
    return Theorem(
        source=Source("Akyurek, Schuurmans, Andreas, Ma, Zhou 2022", "section 4", "arXiv:2211.15661", Provenance.READ),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "number of examples"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("s", Predicate.POSITIVE, "X X' + s I is invertible"),
        ),
        claims=(forms(1), approach(1), contraction(2), *solutions()),
        controls=(
            Control("twice the ridge", forms(2)),
            Control("an approach of second order", approach(2)),
            Control("one square of X'z", contraction(1)),
        ),
        uses=("constructions.posterior_mean",),
    )
