"""The symbolic proof of an invariant of every layer."""

from proofs.algebra.positivity import Signs
from proofs.core.claims import Induction
from proofs.core.proof import Line, Proof
from proofs.moments.preconditions import preconditions
from proofs.moments.rules import Calculus

INDUCTION = "induction on layers"
INDUCTION_REFERENCE = "it holds at the start and passes from any state to the next, so it holds after every layer"


def prove_induction(claim: Induction, signs: Signs) -> Proof:
    """Every equation of the start and of the step closes by the calculus."""
    rule = Calculus()
    pairs = [("start", pair) for pair in claim.start] + [("one layer", pair) for pair in claim.step]
    lines = preconditions(claim, [side for _, pair in pairs for side in pair], signs)
    for says, (left, right) in pairs:
        holds = rule.closes(left, right, claim.abbreviations)
        lines.append(Line(says, rule.name, rule.reference, holds, left, right))
    complete = bool(claim.start) and bool(claim.step)
    lines.append(Line("all layers", INDUCTION, INDUCTION_REFERENCE, complete))
    return Proof(tuple(lines))
