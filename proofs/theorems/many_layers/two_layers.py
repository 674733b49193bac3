"""Two layers: no preconditioners, symmetric or not, do better than the best two steps of gradient descent.

Setting: sparse weights with any (d, d) matrices A_0, A_1; x, w ~ N(0, I), no noise, T_l = I - A_l' S / n and
f(A_0, A_1) = E tr(T_1 T_0 T_0' T_1').
Claim: at the listed sizes f >= f*, the least loss over multiples of the identity (many_layers.step_sizes), so the point
there is a global minimum over all matrices, and in particular some global minimizer is diagonal.
Hypotheses: none beyond the setting; n and d are as listed.
Idea: f is of degree 2 in each matrix. At these sizes f - f* is a sum of squares of polynomials 1, A_0, A_1, A_0 x A_1
in the entries: a positive semidefinite rational Gram matrix, found by a solver and accepted exactly. Its kernel is
spanned by the monomials at the two minimizers a_0 I, a_1 I and a_1 I, a_0 I; only the sum and the product of the step
sizes enter, so it is rational.
Source: Ahn et al. 2023 prove for symmetric A_0, A_1, all n and d, that some global minimizer is diagonal (Theorem 2);
that it is a multiple of the identity, and that unsymmetric matrices are no better, is in none of the papers.
"""

from proofs.algebra import TracePolynomial, scalar
from proofs.attention.data import data
from proofs.attention.sparse import preconditioners, residual_map
from proofs.core.listed import SemidefiniteBound
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean


def theorem() -> Theorem:
    """The statement; its certificates are in proofs/certificates."""
    n, d, sample = scalar("n"), scalar("d"), data(Task())
    above = d**3 * (n + 1) + d**2 * (4 * n + 10) + d * (7 * n + 17) + 4 * (n + 1)
    below = above + n * ((n + 1) * (d + 1) * (n + d) + 3 * n * d + 9 * (n + d) + 13)

    def bound(denominator: TracePolynomial) -> SemidefiniteBound:
        return SemidefiniteBound(
            name="two steps of gradient descent are best",
            objective=Mean((sample.x_q.T @ residual_map(sample, preconditioners(2)) @ sample.w) ** 2, sample.laws),
            value=d * above,
            denominator=denominator,
            sizes=(*((2, context) for context in range(1, 7)), (3, 2)),
        )

    return Theorem(
        source=Source("this project", "global optimum of two layers"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
        ),
        claims=(bound(below),),
        controls=(Control("n less in the denominator", bound(below - n)),),
        uses=("many_layers.step_sizes",),
    )
