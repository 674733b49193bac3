"""Abbreviations unfolded as far as signs need it: a symbol of which the hypotheses know the sign stays."""

from collections.abc import Iterable
from dataclasses import replace

from proofs.algebra.abbreviation import unfold
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.positivity import Signs
from proofs.core.derivation import Abbreviation, Definition, Reciprocal
from proofs.moments.dependence import names_of, value_of


def unfold_unsigned(expression: TracePolynomial, given: Iterable[Abbreviation], signs: Signs) -> TracePolynomial:
    """The expression unfolded, except for symbols of which the hypotheses know the sign."""
    known = signs.definite | signs.semidefinite | signs.positive | signs.nonnegative
    unsigned = [item for item in given if isinstance(item, Definition) and not names_of(item.symbol) & known]
    return unfold(expression, unsigned)


def with_reciprocals(signs: Signs, given: Iterable[Abbreviation]) -> Signs:
    """The signs with every reciprocal of a positive sum among the positive scalars."""
    items = list(given)
    found = {
        name
        for item in items
        if isinstance(item, Reciprocal) and signs.is_definite(unfold_unsigned(value_of(item), items, signs))
        for name in names_of(item.symbol)
    }
    return replace(signs, positive=signs.positive | found)
