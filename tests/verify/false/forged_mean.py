"""A mean that computes itself.

Setting: none. Claim: none. Hypotheses: none. Idea: none. Source: none.
"""

from dataclasses import dataclass

from proofs.algebra import scalar, symmetric
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import Task
from proofs.core.theorem import Theorem
from proofs.moments.mean import Mean

n, Sigma = scalar("n"), symmetric("Sigma", "d")


@dataclass(frozen=True)
class Mine(Mean):
    def value(self):
        return 2 * n * Sigma


def theorem():
    sample = data(Task(input_covariance="Sigma"))
    return Theorem(
        source=Source("x", "y"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "s"),
            Hypothesis("d", Predicate.INTEGER, "s"),
            Hypothesis("Sigma", Predicate.POSITIVE_SEMIDEFINITE, "law"),
        ),
        claims=(Equality(name="mean", left=Mine(sample.S, (sample.law_X,)), right=2 * n * Sigma),),
    )


VERDICT = "PROVED"


def neighbour():
    sample = data(Task(input_covariance="Sigma"))
    return Theorem(
        source=Source("x", "y"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "s"),
            Hypothesis("d", Predicate.INTEGER, "s"),
            Hypothesis("Sigma", Predicate.POSITIVE_SEMIDEFINITE, "law"),
        ),
        claims=(Equality(name="mean", left=Mean(sample.S, (sample.law_X,)), right=n * Sigma),),
    )
