"""The rules that close a step between two expressions."""

from collections.abc import Sequence
from dataclasses import dataclass

from proofs.algebra.abbreviation import cleared, polynomial, unfold
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.substitution import Relation, substitute
from proofs.core.derivation import Abbreviation, Expression
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean, expanded


def difference(left: Expression, right: Expression, given: Sequence[Abbreviation]) -> TracePolynomial:
    """left - right with means computed, abbreviations unfolded and positive denominators cleared."""
    return cleared(unfold(expanded(left) - expanded(right), given), given)


@dataclass(frozen=True)
class Calculus:
    """Both sides have the same canonical form once means are computed and abbreviations unfolded."""

    name: str = "the calculus"
    reference: str = "Isserlis 1918 for Gaussian means; canonical forms of words otherwise"

    def closes(self, left: Expression, right: Expression, given: Sequence[Abbreviation]) -> bool:
        """Whether the difference of the two sides is the zero polynomial."""
        return not difference(left, right, given).terms


@dataclass(frozen=True)
class OddMoment:
    """A mean vanishes when the integrand is odd in letters whose joint law is symmetric about 0.

    Of Gaussian letters only the symmetry (w, eps) -> (-w, -eps) is used; rows of given moments need not have it.
    """

    letters: tuple[TracePolynomial, ...]
    name: str = "odd moment"
    reference: str = "E h(v) = E h(-v) = -E h(v) for odd h and v distributed as -v"

    def closes(self, left: Expression, right: Expression, given: Sequence[Abbreviation]) -> bool:
        """Whether every term of the integrand has odd degree in the letters, and the right side is 0."""
        if not isinstance(left, Mean) or expanded(right).terms:
            return False
        averaged = {law.name for law in left.over if isinstance(law, Gaussian)}
        names = {letter.letter.name for letter in self.letters}
        integrand = left.integrand
        dependent = any(letter.depends_on & names for letter in integrand.letters)
        return (
            names <= averaged and not dependent and all(_degree(integrand, key, names) % 2 for key in integrand.terms)
        )


@dataclass(frozen=True)
class Replacement:
    """A letter is replaced by an expression that it equals once abbreviations are unfolded."""

    letter: TracePolynomial
    by: TracePolynomial
    name: str = "replacement of equals"
    reference: str = "substitution property of equality"

    def closes(self, left: Expression, right: Expression, given: Sequence[Abbreviation]) -> bool:
        """Whether the letter equals the expression and putting it in gives the right side."""
        if difference(self.letter, self.by, given).terms:
            return False
        return substitute(polynomial(left), {self.letter: self.by}, equal=True) == polynomial(right)


@dataclass(frozen=True)
class Cancellation:
    """Two sides are equal if they are so times a factor that is invertible, which is a precondition of the proof.

    Of the left side the integrand is multiplied; it may have relations but averages over nothing.
    """

    factor: TracePolynomial
    name: str = "cancellation of an invertible factor"
    reference: str = "A M = B M and M invertible imply A = B"

    def closes(self, left: Expression, right: Expression, given: Sequence[Abbreviation]) -> bool:
        """Whether both sides times the factor have the same canonical form."""
        if isinstance(left, Mean):
            return not left.over and self._same(left.integrand, right, given, left.relations)
        return self._same(polynomial(left), right, given, ())

    def _same(
        self, left: TracePolynomial, right: Expression, given: Sequence[Abbreviation], known: tuple[Relation, ...]
    ) -> bool:
        if isinstance(right, Mean):
            return False
        return not difference(Mean(left @ self.factor, (), known), polynomial(right) @ self.factor, given).terms


RULES = (Calculus, Cancellation, OddMoment, Replacement)
"""The rules that may close a step. A new one is added here, with its tests, not in a theorem file."""


def _degree(integrand: TracePolynomial, key: tuple[bytes, tuple[bytes, ...], tuple[int, ...]], names: set[str]) -> int:
    word, closed, _ = key
    letters = integrand.alphabet.letters
    return sum(letters[code // 2].name in names for part in (word, *closed) for code in part)
