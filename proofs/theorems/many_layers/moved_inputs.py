"""Layers that move the inputs too (GD++) are steps of descent preconditioned in the inputs as they were moved.

Setting: P_l = [[B_l, 0], [0, 1]], Q_l = [[A_l, 0], [0, 0]] (no minus sign), any (d, d) matrices A_l, B_l;
R(u) = |X u - y|^2 / (2n), labels with or without noise.
Claim: after l layers the inputs are M_l x_i and M_l x_q, the labels y - X u_l, the query entry -<x_q, u_l>, where
M_0 = I, u_0 = 0, M_{l+1} = M_l + B_l M_l S M_l' A_l M_l / n and u_{l+1} = u_l + M_l' A_l' M_l grad R(u_l). Written
out for L = 1 and 2, the last B does not matter, and without noise the error is x_q' T_{L-1} ... T_0 w with
T_l = I + M_l' A_l' M_l S / n.
Hypotheses: none on the data or on A_l, B_l.
Idea: one layer from arbitrary states M and u; induction.
Source: the layers are those of Ahn et al. 2023, section 4, and of von Oswald et al. 2022, who name them GD++.
"""

from proofs.algebra import BlockMatrix, TracePolynomial, identity, matrix, vector
from proofs.algebra.symbols import zero
from proofs.attention import plus_plus
from proofs.attention.data import data
from proofs.attention.descent import gradient_step
from proofs.attention.linear import attend, tokens
from proofs.core.claims import Equality, Implements, Induction, State
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import Task
from proofs.core.theorem import Control, Theorem


def theorem() -> Theorem:
    """The statement and its derivation."""
    noisy, clean = Task("Sigma", "Psi", "sigma2"), Task("Sigma", "Psi")
    sample, u, (A, B, C, M) = data(noisy), vector("u", "d"), (matrix(name, "d", "d") for name in "ABCM")

    def blocks(Z: BlockMatrix) -> tuple[TracePolynomial, ...]:
        return tuple(block for row in Z.blocks for block in row)

    def layers(preconditioner: TracePolynomial) -> Induction:
        return Induction(
            name="every layer is a step in moved inputs",
            states=(
                State(M, initial=identity("d"), following=plus_plus.next_map(M, sample.S, A, B)),
                State(u, initial=zero("d", "1"), following=gradient_step(sample, u, preconditioner)),
            ),
            invariant=blocks(plus_plus.state(sample, M, u)),
            start=blocks(tokens(sample)),
            layer=blocks(attend(plus_plus.state(sample, M, u), plus_plus.layer(A, B))),
        )

    def error(count: int) -> Implements:
        free, data_set = plus_plus.weights(count), data(clean)
        left = plus_plus.residual_map(data_set, free) @ data_set.w
        return Implements(
            name=f"error after {count} layers",
            prediction=plus_plus.prediction(data_set, free),
            weights=(),
            algorithm=data_set.x_q.T @ (data_set.w - left),
            experiment=plus_plus.literal_weights(clean, free),
        )

    def indifferent(count: int, place: int) -> Equality:
        free = plus_plus.weights(count)
        other = (*free[:place], (free[place][0], C), *free[place + 1 :])
        return Equality(
            name=f"L = {count}: the last B does not matter",
            left=plus_plus.prediction(sample, free),
            right=plus_plus.prediction(sample, other),
        )

    return Theorem(
        source=Source("Ahn, Cheng, Daneshmand, Sra 2023", "section 4", "arXiv:2306.00297", Provenance.READ),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
        ),
        claims=(
            layers(-M.T @ A.T @ M),
            *map(error, plus_plus.DEPTHS),
            *(indifferent(count, count - 1) for count in plus_plus.DEPTHS),
        ),
        controls=(
            Control("A_l in the place of A_l'", layers(-M.T @ A @ M)),
            Control("descent in the inputs as they were", layers(-A.T)),
            *(Control("the first B in the place of the last", indifferent(count, 0)) for count in plus_plus.DEPTHS[1:]),
        ),
    )
