"""A theorem cited in a step: one of its equalities, with values in the place of its symbols."""

from collections.abc import Sequence
from dataclasses import dataclass

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.positivity import Signs
from proofs.algebra.substitution import substitute
from proofs.algebra.symbols import as_polynomial, identity, scalar, scalar_name
from proofs.core.claims import Equality
from proofs.core.derivation import Abbreviation, Definition, Expression
from proofs.core.errors import InputError, LetterError, ShapeError
from proofs.core.statement import INTEGERS, Hypothesis, Predicate
from proofs.core.theorem import Theorem
from proofs.moments.mean import Mean
from proofs.moments.rules import difference

HYPOTHESIS = "hypothesis of a cited theorem"
HYPOTHESIS_REFERENCE = "a theorem holds for the values that have the properties it assumes"


@dataclass(frozen=True)
class Cited:
    """left - right = before (L - R) after, L = R the cited equality with values for its symbols, which are polynomials.

    That the cited equality is proved, and that the values are as the theorem assumes, are preconditions of the proof.
    """

    identifier: str
    theorem: Theorem
    claim: str
    where: tuple[tuple[TracePolynomial, TracePolynomial], ...] = ()
    before: TracePolynomial | None = None
    after: TracePolynomial | None = None
    reference: str = "substitution in a theorem that is proved on its own"

    @property
    def name(self) -> str:
        """The theorem and its claim."""
        return f"{self.identifier}, {self.claim}"

    @property
    def equality(self) -> Equality:
        """The cited claim. Raises InputError where the theorem has no equality of that name."""
        for claim in self.theorem.claims:
            if claim.name == self.claim and isinstance(claim, Equality):
                return claim
        raise InputError(f"{self.identifier} has no equality {self.claim!r} that could be cited")

    def at(self, expression: Expression) -> TracePolynomial:
        """An expression of the cited theorem with the values. Raises LetterError or ShapeError if they do not fit."""
        return substitute(polynomial(expression), dict(self.where))

    def closes(self, left: Expression, right: Expression, given: Sequence[Abbreviation]) -> bool:
        """Whether the difference of the sides is that of the cited ones, and the abbreviations of both agree."""
        claim = self.equality
        if isinstance(claim.left, Mean) or isinstance(claim.right, Mean):
            return False
        try:
            gap = self.at(claim.left) - self.at(claim.right)
            gap = gap if self.before is None else self.before @ gap
            gap = gap if self.after is None else gap @ self.after
            agree = all(self._is_given(item, given) for item in claim.abbreviations) and self._inverts(given)
            return agree and not difference(left, polynomial(right) + gap, given).terms
        except (LetterError, ShapeError):
            return False

    def _is_given(self, item: Abbreviation, given: Sequence[Abbreviation]) -> bool:
        symbol, value = self.at(item.symbol), self.at(_value(item))
        return any(
            type(other) is type(item) and polynomial(other.symbol) == symbol and polynomial(_value(other)) == value
            for other in given
        )

    def _inverts(self, given: Sequence[Abbreviation]) -> bool:
        """Whether the values of a letter and of its inverse are inverses."""
        values = {symbol.letter.name: value for symbol, value in self.where if not symbol.is_scalar}
        for symbol, value in self.where:
            original = "" if symbol.is_scalar else symbol.letter.inverse_of
            if not original:
                continue
            if original not in values or difference(values[original] @ value, identity(value.rows), given).terms:
                return False
        return True

    def holds(self, hypothesis: Hypothesis, signs: Signs) -> bool:
        """Whether the value of a symbol has the property that the theorem assumes of it."""
        name, predicate = hypothesis.symbol, hypothesis.predicate
        value = self.value(name)
        if predicate in INTEGERS and value is not None:
            return predicate is Predicate.INTEGER and any(value == scalar(known) for known in signs.integers)
        if predicate in INTEGERS:
            whole = predicate is Predicate.INTEGER and name in signs.integers
            return whole or (self.value("d") is None and (name, predicate) in signs.bounded)
        if (name if value is None else _name(value)) in _known(signs, predicate):
            return True
        if value is None:
            return False
        if predicate in (Predicate.POSITIVE, Predicate.POSITIVE_DEFINITE):
            return signs.is_definite(value)
        if predicate in (Predicate.NONNEGATIVE, Predicate.POSITIVE_SEMIDEFINITE):
            return signs.is_nonnegative(value)
        if predicate is Predicate.SYMMETRIC:
            return value == value.T
        return predicate is Predicate.ANY

    def value(self, name: str) -> TracePolynomial | None:
        """The value of a symbol; None for one that stays."""
        for symbol, value in self.where:
            if name == (scalar_name(symbol) if symbol.is_scalar else symbol.letter.name):
                return value
        return None


def _value(item: Abbreviation) -> Expression:
    return item.value if isinstance(item, Definition) else item.of


def _name(value: TracePolynomial) -> str:
    """The name of a value that is one letter or one scalar; empty for any other."""
    symbols = [*map(as_polynomial, value.letters), *map(scalar, value.scalars)]
    return str(value) if value in symbols else ""


def _known(signs: Signs, predicate: Predicate) -> frozenset[str]:
    """The symbols that have a property by hypothesis."""
    return {
        Predicate.POSITIVE: signs.positive,
        Predicate.NONNEGATIVE: signs.positive | signs.nonnegative,
        Predicate.POSITIVE_DEFINITE: signs.definite,
        Predicate.POSITIVE_SEMIDEFINITE: signs.definite | signs.semidefinite,
        Predicate.INVERTIBLE: signs.definite | signs.invertible,
        Predicate.SYMMETRIC: signs.definite | signs.semidefinite | signs.symmetric,
        Predicate.DIAGONAL: signs.diagonal & signs.definite,
        Predicate.ORTHOGONAL: signs.orthogonal,
        Predicate.AT_LEAST_ONE: signs.from_one | signs.integers,
    }.get(predicate, frozenset())
