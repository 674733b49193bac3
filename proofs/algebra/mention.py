"""What a formula mentions as it is printed, also where it cancels: Sigma^-1 Sigma mentions the inverse of Sigma.

The canonical form decides what is equal; a reader sees what was typed. What was typed has to make sense as well.
"""

from collections.abc import Iterator

from proofs.algebra.letters import Letter
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.written import Kind, Written

Form = Written[TracePolynomial]


def mentioned(whole: TracePolynomial) -> frozenset[Letter]:
    """The letters of a formula as it was typed; where that is not kept, all letters that went into it."""
    if whole.written is None:
        return frozenset(whole.alphabet.letters)
    return frozenset(whole.letters).union(*(leaf.letters for leaf in _leaves(whole.written)))


def divisors(whole: TracePolynomial) -> frozenset[str]:
    """The scalars that a formula divides by, as it was typed and in its canonical form."""
    below = {
        whole.alphabet.scalars[place] for _, _, powers in whole.terms for place, power in enumerate(powers) if power < 0
    }
    typed = () if whole.written is None else _divided(whole.written)
    return frozenset(below).union(*(leaf.scalars for form in typed for leaf in _leaves(form)))


def _leaves(form: Form) -> Iterator[TracePolynomial]:
    if form.leaf is not None:
        yield form.leaf
    for part in form.parts:
        yield from _leaves(part)


def _divided(form: Form) -> Iterator[Form]:
    if form.kind is Kind.QUOTIENT:
        yield form.parts[1]
    for part in form.parts:
        yield from _divided(part)
