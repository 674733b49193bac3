"""What is left of left - right where an equation does not close."""

from proofs.algebra.polynomial import TracePolynomial
from proofs.core.claims import Claim
from proofs.core.derivation import Reciprocal
from proofs.core.errors import MISUSE
from proofs.core.proof import Line
from proofs.moments.operators import known_by
from proofs.moments.rules import difference

MOST = 10


def remainder(line: Line, claim: Claim) -> TracePolynomial | None:
    """left - right of an open equation, as the calculus leaves it; None where it computes none, or nothing is left.

    Reciprocals are multiplied out: then it is a positive multiple of the difference.
    """
    if line.holds or line.left is None or line.right is None:
        return None
    try:
        found = difference(known_by(line.left, claim), known_by(line.right, claim), claim.abbreviations)
    except MISUSE:
        return None
    return found if found.terms else None


def is_multiple(claim: Claim) -> bool:
    """Whether a remainder may be a positive multiple of the difference: where there are reciprocals."""
    return any(isinstance(item, Reciprocal) for item in claim.abbreviations)


def first_terms(polynomial: TracePolynomial, most: int = MOST) -> tuple[TracePolynomial, int]:
    """The first terms of a polynomial, and how many more there are."""
    kept = dict(sorted(polynomial.terms.items())[:most])
    return TracePolynomial(polynomial.alphabet, polynomial.shape, kept), len(polynomial.terms) - len(kept)


def remainder_text(line: Line, claim: Claim) -> str:
    """The remainder in words; empty where there is none."""
    found = remainder(line, claim)
    if found is None:
        return ""
    shown, further = first_terms(found)
    head = "a positive multiple of left - right" if is_multiple(claim) else "left - right"
    return f"{head} = {shown}" + (f" ... and {further} more" if further else "")
