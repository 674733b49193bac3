"""The mean of the inverse of a Gram matrix, and of words with one inverse in them.

Setting: X (n, d) with rows N(0, Sigma), G = X'X.
Claim: (n - d - 1) E G^-1 = Sigma^-1, here contracted with any C; beside another factor
(n - d - 1) E tr(A G^-1 B G) = n tr(A Sigma^-1 B Sigma) - tr(A) tr(B) - tr(A B'), and
(n - d - 1) E tr(A G) tr(B G^-1) = n tr(A Sigma) tr(B Sigma^-1) - tr(A B) - tr(A B').
Hypotheses: n >= d + 2; for n = d + 1 the mean is infinite. Sigma > 0. The rows are Gaussian.
Idea: E tr(G F) = n E tr(Sigma F) + what the derivatives of F leave (by parts), with F = G^-1 W, where G G^-1 = I.
Source: Stein 1981, Haff 1979; a standard fact on inverse Wishart matrices.
"""

from proofs.algebra import TracePolynomial, inverse, matrix, scalar, symmetric, trace
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.derivation import Reciprocal
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import GramOperator, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.inverse_wishart import gram
from proofs.moments.mean import Mean


def theorem() -> Theorem:
    """The statement and its derivation."""
    sample, (G, relation) = data(Task("Sigma")), gram(GramOperator())
    A, B, C, Sigma = *(matrix(name, "d", "d") for name in "ABC"), symmetric("Sigma", "d")
    n, d, r = scalar("n"), scalar("d"), scalar("r")
    S, V = inverse(Sigma), inverse(G)

    def claim(name: str, integrand: TracePolynomial, right: TracePolynomial) -> Equality:
        return Equality(
            name=name,
            left=Mean(integrand, (sample.law_X,), (relation,)),
            right=right,
            operators=(GramOperator(),),
            abbreviations=(Reciprocal(r, n - d - 1),),
        )

    def mixed(crossed: TracePolynomial) -> Equality:
        right = r * (n * trace(A @ S @ B @ Sigma) - trace(A) * trace(B) - crossed)
        return claim("one word", trace(A @ V @ B @ G), right)

    products = r * (n * trace(A @ Sigma) * trace(B @ S) - trace(A @ B) - trace(A @ B.T))
    return Theorem(
        source=Source("this project", "inverse Gram matrices by parts"),
        hypotheses=(
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("n", Predicate.ABOVE_D, "the mean of G^-1 is finite"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "covariance of x"),
        ),
        claims=(
            claim("inverse", trace(C @ V), r * trace(C @ S)),
            mixed(trace(A @ B.T)),
            claim("two words", trace(A @ G) * trace(B @ V), products),
        ),
        controls=(
            Control("n for n - d - 1", claim("inverse", trace(C @ V), trace(C @ S) / n)),
            Control("the transpose forgotten", mixed(trace(A @ B))),
        ),
        uses=("wishart.second_moment",),
    )
