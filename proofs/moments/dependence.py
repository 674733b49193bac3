"""What a claim holds, and what depends on what through abbreviations."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Protocol, runtime_checkable

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.mention import mentioned
from proofs.algebra.polynomial import TracePolynomial
from proofs.core.claims import Claim
from proofs.core.derivation import Abbreviation, Definition, Expression
from proofs.core.errors import DependenceError
from proofs.core.functions import Functions
from proofs.core.task import GramOperator, Operator, Task
from proofs.entrywise.sums import Symbol
from proofs.moments.cited import Cited
from proofs.moments.laws import Gaussian, Law, Rows


@runtime_checkable
class Formula(Protocol):
    """A formula of sympy, which is not imported here: it is slow to start and few claims hold one."""

    @property
    def free_symbols(self) -> Iterable[object]:
        """Its symbols, which print as their names."""
        ...


DATA = frozenset({"X", "w", "eps", "x_q"})
"""The letters of a data set."""


def parts(whole: object) -> Iterator[TracePolynomial | Law | Task | Functions | Symbol | Formula]:
    """Every polynomial, formula, law and task in a claim, a derivation or a tuple of such, those inside laws too.

    The symbols of a cited theorem are its own: of a citation there are the values that it is told.
    """
    if isinstance(whole, TracePolynomial | Task | Functions | Symbol | Formula):
        yield whole
    elif isinstance(whole, Cited):
        yield from parts((tuple(value for _, value in whole.where), whole.before, whole.after))
    elif isinstance(whole, tuple | frozenset):
        for item in whole:
            yield from parts(item)
    elif is_dataclass(whole):
        if isinstance(whole, Gaussian | Rows):
            yield whole
        for field in fields(whole):
            yield from parts(getattr(whole, field.name))


def polynomials(whole: object) -> list[TracePolynomial]:
    """Every polynomial in a claim or a part of it."""
    return [part for part in parts(whole) if isinstance(part, TracePolynomial)]


def laws(whole: object) -> list[Law]:
    """Every law in a claim or a part of it."""
    return [part for part in parts(whole) if isinstance(part, Gaussian | Rows)]


def symbols_in(whole: object) -> set[str]:
    """The names of all symbols of a claim: letters and their originals, scalars, sizes, and those its tasks name.

    A letter that is typed and cancels is one of them: tr(U A U') is about U.
    """
    held = polynomials(whole)
    found = {name for part in held for name in symbols_of(part)}
    found |= {letter.inverse_of or letter.name for part in held for letter in mentioned(part)}
    for part in parts(whole):
        if isinstance(part, Task | Functions):
            found |= {name.removesuffix("^-1") for name in part.names} | {"n", "d"}
        elif isinstance(part, Symbol):
            found |= {part.name, *part.sizes}
        elif isinstance(part, Formula):
            found |= set(map(str, part.free_symbols))
    return found - {"", "1"}


def symbols_of(expression: TracePolynomial, *, apart_from: str = "") -> set[str]:
    """Scalars (but for a named one), letters, their originals, dimensions and declared dependences."""
    found = set(expression.scalars) - {apart_from}
    for letter in expression.letters:
        found |= {letter.name, letter.inverse_of, letter.rows, letter.columns} | letter.depends_on
    return found


def names_of(symbol: Expression) -> set[str]:
    """The letters and scalars of a symbol: one name."""
    letters = polynomial(symbol)
    return {letter.name for letter in letters.letters} | set(letters.scalars)


def value_of(item: Abbreviation) -> TracePolynomial:
    """What an abbreviation stands for, one over what it stands for, or what it is the diagonal of."""
    return polynomial(item.value if isinstance(item, Definition) else item.of)


def depends_on(symbols: set[str], given: Iterable[Abbreviation]) -> set[str]:
    """The symbols with all that enters through abbreviations."""
    found, unused = set(symbols), list(given)
    while entering := [item for item in unused if names_of(item.symbol) & found]:
        unused = [item for item in unused if item not in entering]
        found.update(*(symbols_of(value_of(item)) for item in entering))
    return found


def made_of(symbols: set[str], operators: Iterable[Operator]) -> set[str]:
    """The symbols with all that the letters of operators among them are made of: X, its sizes, prior and noise."""
    found = set(symbols)
    for operator in operators:
        if operator.letter in symbols:
            found |= {"n", "d", *entering(operator)}
    return found


def held_by(claim: Claim) -> set[str]:
    """The names of all that a claim is about: its symbols, and what its operators are made of."""
    return made_of(symbols_in(claim), claim.operators)


def entering(operator: Operator) -> set[str]:
    """The names of what an operator is made of: X, and its prior and noise if it has them."""
    if isinstance(operator, GramOperator):
        return {"X"}
    return {"X", operator.prior.removesuffix("^-1"), operator.noise} - {""}


def refuse_random_abbreviations(claim: Claim) -> None:
    """Raise DependenceError for an abbreviation that holds a letter over which the claim averages."""
    for symbol, names in random_abbreviations(claim):
        raise DependenceError(
            f"{symbol} abbreviates an expression in {', '.join(names)}, over which the claim averages; write it out"
        )


def random_abbreviations(claim: Claim) -> Iterator[tuple[Expression, list[str]]]:
    """The abbreviations that depend on letters over which the claim averages, with these letters."""
    averaged = {law.name for law in laws(claim)}
    for item in claim.abbreviations:
        names = averaged & depends_on(symbols_of(value_of(item)), claim.abbreviations)
        if names:
            yield item.symbol, sorted(names)


def is_free_of_data(value: Expression, claim: Claim) -> bool:
    """Whether a weight holds no letter of the data, none that is averaged and none that depends on one."""
    data = DATA | {law.name for law in laws(claim)}
    return not data & depends_on(symbols_of(polynomial(value)), claim.abbreviations)
