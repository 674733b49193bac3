"""Ahn, Cheng, Daneshmand, Sra 2023, Theorem 3: multiples of Sigma^-1 are where the loss has critical points.

Setting: sparse weights, x ~ N(0, Sigma), w ~ N(0, Sigma^-1), no noise, T_l = I - A_l' S / n and
f(A) = E tr(Sigma T_{L-1} ... T_0 Sigma^-1 T_0' ... T_{L-1}'); gradients over all (d, d) matrices.
Claim: at A_m = a_m Sigma^-1 the gradient by A_l is g_l Sigma, a multiple of Sigma (not of Sigma^-1), for every L.
Hence a critical point of f on that set is a critical point of f.
Hypotheses: Sigma > 0; the covariance of w is Sigma^-1.
Idea: for L = 1, 2, 3, 4: differentiate, substitute, then average, and one direction is left. For all L: f is
invariant under A_l -> V A_l V', V = R^-1 U R with Sigma = R'R, because V T_l V^-1 is T_l at V A_l V' and V^-T S V^-1,
and X V^-1 has the law of X; the gradient at a fixed point is fixed by the group, and only the multiples of Sigma are.
Source: the printed theorem says the infimum of the squared gradient norm over that set is 0.
"""

from proofs.algebra import gradient, identity, inverse, matrix, scalar, substitute, symmetric, trace
from proofs.attention.data import data
from proofs.attention.sparse import DEPTHS, preconditioners, residual_map
from proofs.core.claims import Action, Equality, Invariance, Parameter
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean


def theorem() -> Theorem:
    """The statement and its derivation."""
    Sigma = symmetric("Sigma", "d")

    def critical(layers: int, task: Task) -> tuple[Equality, ...]:
        sample, letters = data(task), preconditioners(layers)
        residual = sample.x_q.T @ residual_map(sample, letters) @ sample.w
        at = {A: scalar(f"a_{index}") * inverse(Sigma) for index, A in enumerate(letters)}
        found = []
        for index, A in enumerate(letters):
            slope = Mean(substitute(gradient(residual**2, A), at), sample.laws)
            share = trace(inverse(Sigma) @ slope.value()) / scalar("d")
            found.append(Equality(name=f"L = {layers}: gradient by A_{index}", left=slope, right=share * Sigma))
        return tuple(found)

    R, A, S = matrix("R", "d", "d"), matrix("A", "d", "d"), symmetric("S", "d")
    return Theorem(
        source=Source("Ahn, Cheng, Daneshmand, Sra 2023", "Theorem 3", "arXiv:2306.00297", Provenance.READ),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "covariance of x; its inverse is that of w"),
            Hypothesis("R", Predicate.INVERTIBLE, "a root, Sigma = R'R; the group is V = R^-1 U R"),
        ),
        claims=(
            Invariance(
                name="every L: the gradient is a multiple of Sigma",
                layer=identity("d") - A.T @ S / scalar("n"),
                parameters=(Parameter(A, Action.FORM, fixed=inverse(R) @ inverse(R).T, direction=R.T @ R),),
                gram=S,
                root=R,
                before=R.T @ R,
                after=inverse(R) @ inverse(R).T,
            ),
            *(claim for layers in DEPTHS for claim in critical(layers, Task("Sigma", "Sigma^-1"))),
        ),
        controls=tuple(Control("w ~ N(0, I)", claim) for claim in critical(min(DEPTHS), Task("Sigma"))),
    )
