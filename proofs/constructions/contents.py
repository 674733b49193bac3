"""What the columns of a program hold at first: data, parameters and zeros, nothing that is still to be computed."""

from collections.abc import Collection

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.core.derivation import Definition
from proofs.core.errors import InputError
from proofs.core.programs import Construction
from proofs.core.statement import Hypothesis, Predicate
from proofs.moments.dependence import names_of


def refuse_contents(claim: Construction, hypotheses: Collection[Hypothesis]) -> None:
    """Raise InputError for a column that is given more than a letter, a scalar, or a number of parameters.

    Parameters are scalars that the theorem assumes to be positive; a multiple of I by powers of such is a number.
    Letters that are inverses, operators, functions of others or abbreviations are to be computed.
    """
    positive = {item.symbol for item in hypotheses if item.predicate is Predicate.POSITIVE}
    defined = {name for item in claim.abbreviations for name in names_of(item.symbol)}
    made = defined | {operator.letter for operator in claim.operators}
    for column, block, value in claim.program.given:
        flaw = content_flaw(polynomial(value), made, positive)
        if flaw:
            raise InputError(
                f"claim {claim.name!r}: block {block} of the column {column} is given {value}, {flaw}; a program is "
                "given data, parameters and zeros, and computes the rest"
            )
    for item in claim.abbreviations:
        hidden = [letter.name for letter in polynomial(item.value).letters if letter.inverse_of] \
            if isinstance(item, Definition) else []  # fmt: skip
        if hidden:
            raise InputError(f"claim {claim.name!r}: {item.symbol} abbreviates the inverse {hidden[0]}; write it out")


def content_flaw(value: TracePolynomial, made: Collection[str], positive: Collection[str]) -> str:
    """Why a value is no data, in words; empty for a letter, a scalar, or a multiple of I by parameters."""
    if len(value.terms) > 1:
        return "a sum"
    for letter in value.letters:
        if letter.inverse_of:
            return f"the inverse of {letter.inverse_of}"
        if letter.depends_on or letter.name in made:
            return f"and {letter.name} is computed from others"
    for word, closed, powers in value.terms:
        scalars = {name: power for name, power in zip(value.alphabet.scalars, powers, strict=True) if power}
        if made & scalars.keys():
            return f"and {min(made & scalars.keys())} is computed from others"
        if closed or len(word) > 1 or (word and scalars):
            return "a product"
        if sum(map(abs, scalars.values())) > 1 and not scalars.keys() <= set(positive):
            return "a product of scalars of which not all are parameters (a hypothesis > 0 makes them such)"
        if min(scalars.values(), default=1) < 0 and not scalars.keys() <= set(positive):
            return "a quotient by what is no parameter (a hypothesis > 0 makes it one)"
    return ""
