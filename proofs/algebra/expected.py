"""Where a trace polynomial is expected: anything else is told in one line."""

from proofs.algebra.polynomial import TracePolynomial
from proofs.core.arguments import check_kind


def check_polynomial(argument: str, value: object) -> None:
    """Raise InputError unless an argument is a trace polynomial."""
    advice = "take its .value()" if hasattr(value, "integrand") else "build one from matrix(...), scalar(...), ..."
    check_kind(argument, value, TracePolynomial, "a trace polynomial", advice)
