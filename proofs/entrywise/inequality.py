"""The symbolic proof of an inequality in one variable."""

from proofs.algebra.ladder import LADDER, LADDER_REFERENCE, is_nonnegative
from proofs.algebra.positivity import Signs
from proofs.core.proof import Line, Proof
from proofs.entrywise.claims import Inequality


def prove_inequality(claim: Inequality, _signs: Signs) -> Proof:
    """larger - smaller >= 0 by the ladder."""
    holds = is_nonnegative(claim.larger - claim.smaller, claim.variable)
    return Proof((Line(f"{claim.smaller} <= {claim.larger}", LADDER, LADDER_REFERENCE, holds),))
