"""One step size: a local minimum that is not the global one.

Setting: f(a) = (a^2 - 1)^2 + a / 2, a > 0 a step size.
Claim: near a = 0.930403 f has a local minimum that is not global.
Hypotheses: a > 0.
Idea: balls.
Source: nobody.
"""

from dataclasses import replace

from proofs.algebra import scalar
from proofs.core.listed import LocalMinimum, Located
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem


def theorem():
    a = scalar("a")
    return Theorem(
        source=Source("nobody"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "size"),
            Hypothesis("d", Predicate.INTEGER, "size"),
            Hypothesis("a", Predicate.POSITIVE, "a step size"),
        ),
        claims=(
            LocalMinimum(
                name="not global",
                objective=(a**2 - 1) ** 2 + a / 2,
                symmetries=(),
                points=(Located((("d", 1), ("n", 2)), (("a", "0.930403"),), "0.48325"),),
            ),
        ),
    )


VERDICT = "CERTIFIED"


def neighbour():
    """The step size is any real number."""
    return replace(theorem(), hypotheses=theorem().hypotheses[:2])
