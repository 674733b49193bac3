"""Best steps for long contexts.

Setting: n >= d + 2.
Claim: least losses.
Hypotheses: n >= d + 2.
Idea: exact.
Source: nobody.
"""

from dataclasses import replace

from proofs.core.listed import BestSteps, OptimalSteps
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem
from proofs.optimum.orthogonal import least_loss


def theorem():
    return Theorem(
        source=Source("nobody"),
        hypotheses=(
            Hypothesis("d", Predicate.INTEGER, "d"),
            Hypothesis("n", Predicate.ABOVE_D, "long"),
        ),
        claims=(OptimalSteps(name="steps", points=(BestSteps(5, 1, 2, str(least_loss(1, 5, 2))),)),),
    )


VERDICT = "CERTIFIED"


def neighbour():
    """At n = d + 2, which the hypothesis admits."""
    (claim,) = theorem().claims
    point = BestSteps(5, 7, 2, str(least_loss(7, 5, 2)))
    return replace(theorem(), claims=(replace(claim, points=(point,)),))
