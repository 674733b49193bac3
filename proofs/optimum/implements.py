"""The symbolic proof that weights implement an algorithm."""

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.positivity import Signs
from proofs.algebra.substitution import substitute
from proofs.core.claims import Implements
from proofs.core.proof import Line, Proof
from proofs.moments.dependence import is_free_of_data
from proofs.moments.preconditions import FIXED, FIXED_REFERENCE, preconditions
from proofs.moments.rules import Calculus
from proofs.optimum.minimum import PLACE, PLACE_REFERENCE, no_place, replacements


def prove_implements(claim: Implements, signs: Signs) -> Proof:
    """Put the weights into the prediction and compare with the algorithm, as functions of the data."""
    rule = Calculus()
    left = substitute(polynomial(claim.prediction), replacements(claim.weights))
    holds = rule.closes(left, claim.algorithm, claim.abbreviations)
    lines = preconditions(claim, (claim.algorithm, *(value for _, value in claim.weights)), signs)
    free = all(is_free_of_data(value, claim) for _, value in claim.weights)
    lines.append(Line("the weights do not see the data", FIXED, FIXED_REFERENCE, free))
    lacks = no_place(claim.weights, claim, signs)
    if lacks:
        lines.append(Line("the values are a choice of weights", PLACE, PLACE_REFERENCE, holds=False, lacks=lacks))
    return Proof((*lines, Line(claim.name, rule.name, rule.reference, holds, left, claim.algorithm)))
