"""Evidence that no preconditioners of three layers do better than the best three steps of gradient descent.

Setting: sparse weights with any (d, d) matrices A_0, A_1, A_2, symmetric or not; x, w ~ N(0, I), no noise,
T_l = I - A_l' S / n and f = E tr(T_2 T_1 T_0 T_0' T_1' T_2').
Claim: at the listed sizes descents on the exact loss in all entries, from random starts, end at the least loss over
multiples of the identity (many_layers.zeros) and never below it.
Hypotheses: none beyond the setting; n and d are as listed.
Idea: value and gradient of the derived loss are compiled; a rational point with a lower exact value would refute it.
Some descents end at local minima that are not global (many_layers.spurious_minima), so no single one counts.
Source: open. Ahn et al. 2023 prove that multiples of Sigma^-1 hold critical points (Theorem 3); for two layers and a
few sizes there is a certificate (many_layers.two_layers).
"""

from proofs.attention.data import data
from proofs.attention.sparse import preconditioners, residual_map, sparse_weights
from proofs.core.listed import LowestFound
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import Task
from proofs.core.theorem import Theorem
from proofs.moments.mean import Mean
from proofs.optimum.orthogonal import least_loss

LAYERS = 3
SIZES = ((2, 1), (2, 2), (2, 5), (3, 2), (3, 6), (5, 20))
"""Pairs (d, n)."""


def theorem() -> Theorem:
    """The statement; a search supports it."""
    sample, letters = data(Task()), preconditioners(LAYERS)
    return Theorem(
        source=Source("this project", "global optimum of three layers, a conjecture"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
        ),
        claims=(
            LowestFound(
                name="no descent ends below the best three steps",
                objective=Mean((sample.x_q.T @ residual_map(sample, letters) @ sample.w) ** 2, sample.laws),
                sizes=SIZES,
                values=tuple(least_loss(n, d, LAYERS) for d, n in SIZES),
                experiment=sparse_weights(Task(), letters),
            ),
        ),
        uses=("many_layers.forward_pass", "many_layers.zeros"),
    )
