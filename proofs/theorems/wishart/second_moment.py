"""The second moment of a Gram matrix with a matrix in between.

Setting: X is (n, d) with independent rows N(0, Sigma), S = X'X is its Gram matrix (no factor 1/n), B any (d, d) matrix.
Claim: E[S B S] = n ( n Sigma B Sigma + Sigma B' Sigma + tr(B Sigma) Sigma ).
Hypotheses: the rows are Gaussian (pairings), Sigma is a covariance; B need not be symmetric.
Idea: of the three pairings of four factors X two split the product and one turns B over.
Source: classical (Isserlis 1918); the form for unsymmetric B is what one-layer attention needs.
"""

from proofs.algebra import matrix, scalar, symmetric, trace
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import Task
from proofs.core.theorem import Theorem
from proofs.moments.mean import Mean


def theorem() -> Theorem:
    """The statement and its derivation."""
    sample = data(Task(input_covariance="Sigma"))
    n, Sigma, B = scalar("n"), symmetric("Sigma", "d"), matrix("B", "d", "d")
    S = sample.S
    return Theorem(
        source=Source("L. Isserlis, Biometrika 12 (1918) 134-139", "second Wishart moment"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "number of rows"),
            Hypothesis("d", Predicate.INTEGER, "number of columns"),
            Hypothesis("Sigma", Predicate.POSITIVE_SEMIDEFINITE, "covariance of a row"),
        ),
        claims=(
            Equality(
                name="second moment",
                left=Mean(S @ B @ S, (sample.law_X,)),
                right=n * (n * Sigma @ B @ Sigma + Sigma @ B.T @ Sigma + trace(B @ Sigma) * Sigma),
            ),
        ),
    )
