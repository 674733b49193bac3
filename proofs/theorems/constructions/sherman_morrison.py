"""The Sherman-Morrison identity: the inverse of a matrix and a product of two vectors.

Setting: A (d, d) invertible, u and v (d, 1), 1 + v'A^-1 u > 0.
Claim: (A + u v') (A^-1 - A^-1 u v'A^-1 / (1 + v'A^-1 u)) = I, and so in the other order.
Hypotheses: A > 0 and u = v in the form that the updates use: then 1 + v'A^-1 v > 0 by itself.
Idea: multiply out.
Source: Sherman, Morrison 1950, as used by Akyurek et al. 2022.
"""

from proofs.algebra import TracePolynomial, identity, inverse, scalar, symmetric, vector
from proofs.core.claims import Equality
from proofs.core.derivation import Reciprocal
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.theorem import Control, Theorem


def theorem() -> Theorem:
    """The statement and its derivation."""
    A, v, r = symmetric("A", "d"), vector("v", "d"), scalar("r")
    P, one = inverse(A), identity("d")
    given = (Reciprocal(r, 1 + v.T @ P @ v),)

    def product(factor: TracePolynomial, turned: bool = False) -> Equality:
        whole, updated = A + v @ v.T, P - factor * (P @ v @ v.T @ P)
        name, left = ("from the left", updated @ whole) if turned else ("from the right", whole @ updated)
        return Equality(name=name, left=left, right=one, abbreviations=given)

    return Theorem(
        source=Source("Akyurek, Schuurmans, Andreas, Ma, Zhou 2022", "Theorem 2", "arXiv:2211.15661", Provenance.READ),
        hypotheses=(
            Hypothesis("d", Predicate.INTEGER, "dimension"),
            Hypothesis("A", Predicate.POSITIVE_DEFINITE, "A^-1, and 1 + v'A^-1 v > 0"),
        ),
        claims=(product(r), product(r, turned=True)),
        controls=(
            Control("the sign of the correction", product(-r)),
            Control("no denominator", product(r / r)),
        ),
    )
