"""Copies through GeLU are exact up to a Gaussian tail, wherever they are made.

Setting: as in constructions.rates; t is any real number.
Claim: |error| <= exp(-t^2/2)/sqrt(2 pi).
Hypotheses: none on t.
Idea: Mills.
Source: nobody.
"""

from dataclasses import replace

import sympy as sp

from proofs.core.rates import OUT, Rate
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem


def theorem():
    tail = sp.exp(-(OUT**2) / 2) / sp.sqrt(2 * sp.pi)
    return Theorem(
        source=Source("nobody"),
        hypotheses=(Hypothesis("t", Predicate.ANY, "place of the copy"),),
        claims=(Rate(name="copy", operator="aff", leading=tail, bound=tail),),
    )


VERDICT = "PROVED"


def neighbour():
    """Where copies are made above the shift."""
    return replace(theorem(), hypotheses=(Hypothesis("t", Predicate.POSITIVE, "place of the copy"),))
