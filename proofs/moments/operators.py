"""Letters that depend on X, by their operators: what they are called and which equations they satisfy."""

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.substitution import Relation
from proofs.core.claims import Claim, Equality
from proofs.core.derivation import Expression
from proofs.core.task import GramOperator, Operator
from proofs.moments.dependence import laws
from proofs.moments.inverse_wishart import ByParts, gram
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean
from proofs.moments.ridge import pseudo_inverse, ridge


def letter_of(operator: Operator) -> TracePolynomial:
    """The letter of an operator."""
    return gram(operator)[0] if isinstance(operator, GramOperator) else ridge(operator)[0]


def equations(operator: Operator) -> tuple[Relation, ...]:
    """All that is known of an operator."""
    if isinstance(operator, GramOperator):
        return (gram(operator)[1],)
    if operator.prior or operator.noise:
        return (ridge(operator)[1],)
    return pseudo_inverse(operator)[1]


def known_by(side: Expression, claim: Claim) -> Expression:
    """A polynomial with the equations of the operators that a claim declares; a mean has its own."""
    if isinstance(side, Mean) or not claim.operators:
        return side
    return Mean(polynomial(side), (), tuple(found for operator in claim.operators for found in equations(operator)))


def divisors(claim: Claim, operator: GramOperator) -> set[TracePolynomial]:
    """What the mean of G^-1 is divided by, n - d - 1, found by parts for every law of X in the claim."""
    G, _ = gram(operator)
    found = [law for law in laws(claim) if isinstance(law, Gaussian) and law.name in G.letter.depends_on]
    return {ByParts(G, law).divisor for law in found}


def uses_declared_operators(claim: Equality) -> bool:
    """Whether all equations by which its means are computed are those of operators that the claim declares."""
    known = {equation for operator in claim.operators for equation in equations(operator)}
    means = [side for side in (claim.left, claim.right) if isinstance(side, Mean)]
    return all(relation in known for mean in means for relation in mean.relations)
