"""Letters that depend on X, by their operators: what they are called and which equations they satisfy."""

from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.substitution import Relation
from proofs.core.task import GramOperator, Operator
from proofs.moments.inverse_wishart import gram
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
