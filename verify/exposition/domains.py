"""The domain on which a claim holds, in words."""

from proofs.core.domain import Domain
from proofs.core.statement import Predicate
from verify.document.blocks import Math, Words
from verify.exposition.expressions import math_name

SIGNS = {Predicate.POSITIVE: (">", ">"), Predicate.NONNEGATIVE: (">=", r"\ge"), Predicate.INTEGER: (">=", r"\ge")}


def on_domain(domain: Domain) -> Words:
    """With what is taken for granted of each symbol."""
    found: Words = ()
    for place, (name, predicate) in enumerate(domain):
        (sign, latex), shown = SIGNS[predicate], math_name(name)
        least = "1" if predicate is Predicate.INTEGER else "0"
        found += (
            " and " if place else " with ",
            Math(f"{shown.plain} {sign} {least}", f"{shown.latex} {latex} {least}"),
        )
    return found
