"""Ahn, Cheng, Daneshmand, Sra 2023, Theorem 2: two layers with symmetric weights have a diagonal global minimizer.

Setting: sparse weights, x, w ~ N(0, I), no noise, two layers; T_l = I - A_l' S / n, f = E tr(T_1 T_0 T_0' T_1').
Claim: for symmetric A_0 = U D U' and any A_1, symmetric or not, f(D, diag(U' A_1 U)) <= f(A_0, A_1). On symmetric pairs
f = 2 alpha (n + 1) (|A_0|^2 + |A_1|^2) + 2 alpha ((tr A_0)^2 + (tr A_1)^2) + squares - constant with alpha > 0, so it
has a least value on them and on diagonal pairs: some global minimizer over symmetric matrices is diagonal.
Hypotheses: x and w are isotropic; A_0 is symmetric. A_1 need not be.
Idea: f is invariant when both turn, so A_0 may be taken diagonal; then signs leave it, and f is convex in A_1. For the
growth take the distance of T_1 T_0 to a multiple of psi(tr S) (A_0 + A_1) S + (n / 4) phi(tr S) I, with psi and phi
orthogonal to what is not wanted: E psi S = 0, E psi S x S x S = 0, E phi = 0, E phi S = 0.
Source: the printed theorem takes both matrices symmetric. It does not say that the minimizer is a multiple of I, which
it is at small sizes (many_layers.two_layers).
"""

from proofs.algebra import TracePolynomial, identity, matrix, scalar, symmetric, trace
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.attention.sparse import residual_map, sparse_weights
from proofs.core.claims import Coercive, Diagonalised, Square
from proofs.core.derivation import Reciprocal
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean

ANY_PSI = (Hypothesis("Psi", Predicate.POSITIVE_DEFINITE, "the changed law"),)


def theorem() -> Theorem:
    """The statement and its derivation."""
    sample, n, d, one = data(Task()), scalar("n"), scalar("d"), identity("d")
    A_0, A_1, B, H = symmetric("A_0", "d"), symmetric("A_1", "d"), matrix("B", "d", "d"), matrix("H", "d", "d")
    S, r, m, X = sample.S, trace(sample.S), n * d, (sample.law_X,)

    def loss(law: Task, *letters: TracePolynomial) -> Mean:
        return Mean((sample.x_q.T @ residual_map(sample, letters) @ sample.w) ** 2, data(law).laws)

    def diagonal(law: Task) -> Diagonalised:
        return Diagonalised(
            name="a diagonal pair is no worse",
            objective=loss(law, A_0, B),
            turned=A_0,
            averaged=B,
            step=H,
            squares=(Square(H.T @ S @ residual_map(sample, (A_0,)) / n, weight=number(2), over=(data(law).law_X,)),),
            experiment=sparse_weights(law, (A_0, B)),
        )

    def growing() -> Coercive:
        psi = (2 * m + 10) * r - r**2 - (m + 2) * (m + 6)
        phi = r**2 - 2 * (m + 2) * r + m * (m + 2)
        size, shift = Mean(psi**2 * trace(S @ S), X).value() / d, Mean(psi * phi * r, X).value() / d
        eta, C = scalar("eta"), A_0 + A_1
        alpha, s = 4 * (n + d + 1) * eta, n * shift * eta / 2
        beta = alpha * n / 4
        G = -alpha * psi * C @ S - beta * phi * one
        return Coercive(
            name="the loss grows in all directions",
            objective=loss(Task(), A_0, A_1),
            variables=(A_0, A_1),
            growth=tuple(
                square
                for A in (A_0, A_1)
                for square in (Square(A, weight=2 * alpha * (n + 1)), Square(trace(A), weight=2 * alpha))
            ),
            squares=(
                Square(residual_map(sample, (A_0, A_1)) - G, over=X),
                Square(C - s * one, weight=2 * alpha * (n + d + 1)),
                Square(C - trace(C) / d * one, weight=2 * alpha * d),
            ),
            constant=beta**2 * d * Mean(phi**2, X).value() + 2 * alpha * (n + d + 1) * s**2 * d,
            abbreviations=(Reciprocal(eta, size),),
        )

    return Theorem(
        source=Source("Ahn, Cheng, Daneshmand, Sra 2023", "Theorem 2", "arXiv:2306.00297", Provenance.READ),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
        ),
        claims=(diagonal(Task()), growing()),
        controls=(
            Control("w ~ N(0, Psi)", diagonal(Task("", "Psi")), ANY_PSI),
            Control("x ~ N(0, Psi)", diagonal(Task("Psi")), ANY_PSI),
        ),
        uses=("many_layers.forward_pass",),
    )
