"""The minimum of one layer found blindly by a semidefinite program, at small sizes.

Setting: as in one_layer.sum_of_squares (x, w ~ N(0, I), no noise, all of P and Q free).
Claim: at the listed (d, n), f - d (d+1) / (n+d+1) is a sum of squares of polynomials of degree 2 in the entries of
(b, A): there is a positive semidefinite rational Gram matrix over the monomials 1, b_i A_jk.
Hypotheses: none beyond the setting.
Idea: a solver finds the bound and the Gram matrix without being told either; rounding to rationals and a
factorisation in exact arithmetic accept it.
Source: in none of the papers; a second road to one_layer.sum_of_squares.
"""

from proofs.algebra import scalar
from proofs.attention.linear import population_loss
from proofs.core.listed import SemidefiniteBound
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Theorem


def theorem() -> Theorem:
    """The statement; its certificates are in proofs/certificates."""
    n, d = scalar("n"), scalar("d")

    def bound(task: Task) -> SemidefiniteBound:
        return SemidefiniteBound(
            name="found blindly",
            objective=population_loss(LinearAttention(), task),
            value=d * (d + 1),
            denominator=n + d + 1,
            sizes=((1, 1), (1, 4), (2, 2), (2, 3)),
        )

    return Theorem(
        source=Source("this project", "blind semidefinite bound"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
        ),
        claims=(bound(Task()),),
    )
