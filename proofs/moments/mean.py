"""The mean of a trace polynomial as an expression that has not been computed yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cached_property

from proofs.algebra.conditions import under
from proofs.algebra.expected import check_polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.substitution import Relation, rewrite
from proofs.core.arguments import check_kind
from proofs.core.claims import Claim
from proofs.core.derivation import Expression
from proofs.moments.gaussian import averaged, check_independence
from proofs.moments.inverse_wishart import GramRelation, gram_expectation
from proofs.moments.laws import Gaussian, Law, Rows
from proofs.moments.rows import rows_expectation


@dataclass(frozen=True)
class Mean:
    """E of the integrand over independent random letters; all other letters are held fixed.

    `relations` say what letters that depend on random ones are; they are applied after each average, vectors first.
    """

    integrand: TracePolynomial
    over: tuple[Law, ...]
    relations: tuple[Relation, ...] = ()

    def __post_init__(self) -> None:
        check_polynomial("integrand", self.integrand)
        check_kind("over", self.over, tuple, "a tuple of laws", "e.g. (Gaussian(X),)")
        check_kind("relations", self.relations, tuple, "a tuple of relations", "e.g. (Relation(H @ X, Y),)")
        for law in self.over:
            check_kind("over", law, Law, "laws of random letters", "e.g. (Gaussian(X),)")

    @property
    def shape(self) -> tuple[str, str]:
        """The shape of the integrand."""
        return self.integrand.shape

    def value(self) -> TracePolynomial:
        """The mean by Isserlis' theorem, computed once; over rows of given moments with their fourth cumulant.

        Raises DependenceError if a letter that depends on a random one is left when that one is averaged, LetterError
        if a family is named twice, its covariance depends on a family, or its moments do not say the mean.
        """
        return self._value

    @cached_property
    def _value(self) -> TracePolynomial:
        check_independence(self.over)
        result = _rewritten(self.integrand, self.relations)
        for law in sorted(self.over, key=lambda law: (not law.is_vector, law.name)):
            result = _rewritten(_averaged(result, law, self.relations), self.relations)
        return under(result, (condition for law in self.over for condition in law.conditions))


def expanded(expression: Expression) -> TracePolynomial:
    """A polynomial as it is, a mean computed."""
    if isinstance(expression, Mean):
        return expression.value()
    if isinstance(expression, TracePolynomial):
        return expression
    raise TypeError(f"expected a trace polynomial or a mean, got {type(expression).__name__}")


def _averaged(polynomial: TracePolynomial, law: Law, relations: Sequence[Relation]) -> TracePolynomial:
    for relation in relations:
        if isinstance(relation, GramRelation) and isinstance(law, Gaussian) and _holds(polynomial, relation, law):
            return gram_expectation(polynomial, law, relation)
    return rows_expectation(polynomial, law) if isinstance(law, Rows) else averaged(polynomial, (law,))


def _holds(polynomial: TracePolynomial, relation: GramRelation, law: Gaussian) -> bool:
    """Whether the polynomial holds the Gram matrix of the law, or its inverse."""
    G = relation.right.letter
    return law.name in G.depends_on and any(G.name in (letter.name, letter.inverse_of) for letter in polynomial.letters)


def _rewritten(polynomial: TracePolynomial, relations: Sequence[Relation]) -> TracePolynomial:
    for relation in relations:
        polynomial = rewrite(polynomial, relation)
    return polynomial


def means_in(whole: object) -> Iterator[Mean]:
    """The means that stand in a claim or in a tuple of expressions; those within its steps are not among them."""
    if isinstance(whole, Mean):
        yield whole
    elif isinstance(whole, tuple):
        for item in whole:
            yield from means_in(item)
    elif isinstance(whole, Claim):
        for field in fields(whole):
            yield from means_in(getattr(whole, field.name))
