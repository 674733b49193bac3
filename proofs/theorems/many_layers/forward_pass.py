"""Ahn, Cheng, Daneshmand, Sra 2023, Lemma 1, corrected: L sparse layers are L steps of preconditioned descent.

Setting: P_l = diag(0_d, 1), Q_l = -diag(A_l, 0), any (d, d) matrices A_l; Z_{l+1} = Z_l + P_l Z_l M (Z_l' Q_l Z_l) / n;
R(u) = |X u - y|^2 / (2n), labels with or without noise.
Claim: after l layers the inputs are x_i and x_q as before, the labels y - X u_l, the query entry -<x_q, u_l>, where
u_0 = 0 and u_{l+1} = u_l - A_l' grad R(u_l); so the prediction is <x_q, u_L>.
Hypotheses: none on the data or on A_l.
Idea: one layer from an arbitrary state u; induction.
Source: the paper prints A_l in the place of A_l'; that is right for symmetric A_l only.
"""

from proofs.algebra import BlockMatrix, TracePolynomial, matrix, vector
from proofs.algebra.symbols import zero
from proofs.attention.data import data
from proofs.attention.descent import gradient_step
from proofs.attention.linear import attend, tokens
from proofs.attention.sparse import DEPTHS, descent, preconditioners, prediction, sparse_layer, sparse_weights, state
from proofs.core.claims import Implements, Induction, State
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import Task
from proofs.core.theorem import Control, Theorem


def theorem() -> Theorem:
    """The statement and its derivation."""
    task = Task("Sigma", "Psi", "sigma2")
    sample, u, A = data(task), vector("u", "d"), matrix("A", "d", "d")

    def blocks(Z: BlockMatrix) -> tuple[TracePolynomial, ...]:
        return tuple(block for row in Z.blocks for block in row)

    def layers(preconditioner: TracePolynomial) -> Induction:
        return Induction(
            name="every layer is a step",
            states=(State(u, initial=zero("d", "1"), following=gradient_step(sample, u, preconditioner)),),
            invariant=blocks(state(sample, u)),
            start=blocks(tokens(sample)),
            layer=blocks(attend(state(sample, u), sparse_layer(A))),
        )

    def unrolled(count: int) -> Implements:
        letters = preconditioners(count)
        return Implements(
            name=f"prediction after {count} layers",
            prediction=prediction(sample, letters),
            weights=(),
            algorithm=sample.x_q.T @ descent(sample, [letter.T for letter in letters]),
            experiment=sparse_weights(task, letters),
        )

    return Theorem(
        source=Source(
            "Ahn, Cheng, Daneshmand, Sra 2023",
            "Lemma 1",
            "arXiv:2306.00297",
            Provenance.READ,
            "Printed with A_l in the place of A_l'; a random unsymmetric A_l refutes that.",
        ),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
        ),
        claims=(layers(A.T), *map(unrolled, DEPTHS)),
        controls=(Control("A_l in the place of A_l', as printed", layers(A)),),
    )
