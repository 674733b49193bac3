"""One step under label noise of standard deviation s: where the loss is critical.

Setting: f(a) = (1 - a)^2 + s^2 a^2 / n, s > 0.
Claim: the only critical point is a = 1, a minimum of value 0.
Hypotheses: s > 0.
Idea: balls.
Source: nobody.
"""

from dataclasses import replace

from proofs.algebra import scalar
from proofs.core.listed import CriticalPoints, Located
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem


def theorem():
    a, s, n = scalar("a"), scalar("s"), scalar("n")
    return Theorem(
        source=Source("nobody"),
        hypotheses=(Hypothesis("n", Predicate.INTEGER, "size"), Hypothesis("s", Predicate.POSITIVE, "noise")),
        claims=(
            CriticalPoints(
                name="critical",
                objective=(1 - a) ** 2 + s**2 * a**2 / n,
                negative=0,
                points=(Located((("d", 1), ("n", 2)), (("a", "1.00"),), "0.00"),),
            ),
        ),
    )


VERDICT = "CERTIFIED"


def neighbour():
    """At noise 1 the critical point is 2/3."""
    (claim,), (size, noise) = theorem().claims, theorem().hypotheses
    point = Located((("d", 1), ("n", 2)), (("a", "0.667"),), "0.333", held=(("s", 1),))
    return replace(theorem(), hypotheses=(size, noise), claims=(replace(claim, points=(point,)),))
