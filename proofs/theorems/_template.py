"""The mean of a Gram matrix (a template: replace every line by those of your statement).

Setting: X is (n, d) with independent rows N(0, Sigma), S = X'X (no factor 1/n). Laws, shapes, normalisation, signs.
Claim: E S = n Sigma, for all n, d and Sigma.
Hypotheses: each one, and where the proof uses it.
Idea: one pairing.
Source: paper, theorem number, and where this statement differs from the printed one.
"""

from proofs.algebra import TracePolynomial, scalar, symmetric
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean


def theorem() -> Theorem:
    """The statement and its derivation."""
    sample = data(Task(input_covariance="Sigma"))
    n, Sigma = scalar("n"), symmetric("Sigma", "d")

    def mean(claimed: TracePolynomial) -> Equality:
        return Equality(name="mean", left=Mean(sample.S, (sample.law_X,)), right=claimed)

    return Theorem(
        source=Source("the paper it is from", "Theorem 1", provenance=Provenance.READ),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "number of rows"),
            Hypothesis("d", Predicate.INTEGER, "number of columns"),
            Hypothesis("Sigma", Predicate.POSITIVE_SEMIDEFINITE, "covariance of a row"),
        ),
        claims=(mean(n * Sigma),),
        controls=(Control("the size dropped", mean(Sigma)),),
    )
