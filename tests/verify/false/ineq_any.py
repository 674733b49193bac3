"""The exponential from below, for every real t.

Setting: t real.
Claim: 1 - t <= 1 + t + t^2.
Hypotheses: t is any real number.
Idea: terms.
Source: nobody.
"""

from dataclasses import replace

import sympy as sp

from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem
from proofs.entrywise.claims import Inequality


def theorem():
    t = sp.Symbol("t", nonnegative=True)
    return Theorem(
        source=Source("nobody"),
        hypotheses=(Hypothesis("t", Predicate.ANY, "a real number"),),
        claims=(Inequality(name="bound", smaller=1 - t, larger=1 + t + t**2, variable=t),),
    )


VERDICT = "PROVED"


def neighbour():
    """For nonnegative t."""
    return replace(theorem(), hypotheses=(Hypothesis("t", Predicate.NONNEGATIVE, "1 + t + t^2 - (1 - t) rises"),))
