"""Trace polynomials: sums of rational x scalars^integers x product of traces x one open word.

The open word of a polynomial of shape (1, 1) is empty. Every monomial is kept in canonical form, so two polynomials are
equal as expressions, for all sizes at once, when their terms are equal.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import Any, Self

from flint import fmpq

from proofs.algebra import words, written
from proofs.algebra.letters import UNIT, Alphabet, Letter
from proofs.algebra.terms import FrozenTerms, Rational, Terms, collect, exact, multiplied, raised, rational, translated
from proofs.algebra.text import plain_text
from proofs.algebra.written import Kind, Written
from proofs.core.arguments import check_kind
from proofs.core.errors import ShapeError
from proofs.core.frozen import Frozen


class TracePolynomial(Frozen):
    """A polynomial of shape (rows, columns) over an alphabet. Nothing of it can be changed: `terms` is read-only."""

    __slots__ = ("__dict__", "alphabet", "columns", "rows", "terms")
    alphabet: Alphabet
    rows: str
    columns: str
    terms: FrozenTerms

    def __init__(self, alphabet: Alphabet, shape: tuple[str, str], terms: Terms | FrozenTerms) -> None:
        place = object.__setattr__
        place(self, "alphabet", alphabet)
        place(self, "rows", shape[0])
        place(self, "columns", shape[1])
        place(self, "terms", MappingProxyType(terms.copy()))

    def __reduce__(self) -> tuple[Any, ...]:
        kept = {name: form for name, form in self.__dict__.items() if name == "written"}
        return type(self), (self.alphabet, self.shape, self.terms.copy()), kept

    @property
    def shape(self) -> tuple[str, str]:
        """Row and column dimension by name."""
        return self.rows, self.columns

    @property
    def is_scalar(self) -> bool:
        """Whether the shape is 1 x 1."""
        return self.rows == self.columns == UNIT

    # --- comparison -------------------------------------------------------------------------------------------------

    def __eq__(self, other: object) -> bool:
        if isinstance(other, int | Fraction | fmpq) and self.is_scalar:
            other = self.constant(other)
        if not isinstance(other, TracePolynomial):
            return NotImplemented
        if self.alphabet is other.alphabet:
            return self.shape == other.shape and self.terms == other.terms
        both = self.alphabet.union(other.alphabet)
        return self.shape == other.shape and self.over(both).terms == other.over(both).terms

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        if self.is_scalar and not (self.letters or self.scalars):
            value = next(iter(self.terms.values()), fmpq(0))
            return hash(Fraction(int(value.p), int(value.q)))
        small = self.over(Alphabet(self.letters))
        return hash((self.shape, frozenset((word, closed) for word, closed, _ in small.terms)))

    def __bool__(self) -> bool:
        return bool(self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    # --- letters ----------------------------------------------------------------------------------------------------

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        """The letters that occur, in the order of their names."""
        used: set[int] = set()
        for word, closed, _ in self.terms:
            used.update(word)
            for trace_word in closed:
                used.update(trace_word)
        return tuple(self.alphabet.letters[place] for place in sorted({code // 2 for code in used}))

    @cached_property
    def scalars(self) -> tuple[str, ...]:
        """The scalars that occur with an exponent other than 0."""
        used = {place for _, _, powers in self.terms for place, power in enumerate(powers) if power}
        return tuple(self.alphabet.scalars[place] for place in sorted(used))

    @property
    def letter(self) -> Letter:
        """The one letter that this polynomial is.

        Raises ShapeError if the polynomial is anything but a single letter.
        """
        if len(self.terms) == 1:
            ((word, closed, powers), coefficient) = next(iter(self.terms.items()))
            if len(word) == 1 and not word[0] % 2 and not closed and not any(powers) and coefficient == 1:
                return self.alphabet.letters[word[0] // 2]
        raise ShapeError(f"expected a single letter, got {self}")

    def over(self, alphabet: Alphabet) -> Self:
        """The same polynomial written over another alphabet that holds its letters."""
        if alphabet is self.alphabet:
            return self
        if alphabet.scalars == self.alphabet.scalars and alphabet.letters == self.alphabet.letters:
            return type(self)(alphabet, self.shape, self.terms)
        names = [letter.name for letter in self.letters]
        return type(self)(alphabet, self.shape, translated(self.terms, names, self.alphabet, alphabet))

    def _aligned(self, other: "TracePolynomial") -> tuple["TracePolynomial", "TracePolynomial", Alphabet]:
        if self.alphabet is other.alphabet:
            return self, other, self.alphabet
        both = self.alphabet.union(other.alphabet)
        return self.over(both), other.over(both), both

    # --- how it was written -----------------------------------------------------------------------------------------

    @cached_property
    def written(self) -> "Form | None":
        """How it was typed, None where that is long or not known. The operators set it on what they return."""
        return written.simple(self, self.terms, self.is_scalar)

    @property
    def _is_identity(self) -> bool:
        return self.written is not None and self.written.kind is Kind.LEAF and not (self.is_scalar or self.letters)

    def _as(self, make: Callable[..., "Form"], *parts: "TracePolynomial") -> "TracePolynomial":
        """The same, written as the parts are, put together."""
        form = written.put_together(make, [part.written for part in parts])
        self.__dict__["written"] = form if self.terms else written.constant(fmpq(0))
        return self

    # --- arithmetic -------------------------------------------------------------------------------------------------

    def constant(self, value: Rational) -> "TracePolynomial":
        """A rational number as a polynomial of shape (1, 1) over the same alphabet."""
        number = rational(value)
        key = (b"", (), (0,) * len(self.alphabet.scalars))
        return TracePolynomial(self.alphabet, (UNIT, UNIT), {key: number} if number else {})

    def _coerced(self, other: object) -> "TracePolynomial | None":
        if isinstance(other, TracePolynomial):
            return other
        number = exact(other)
        return None if number is None else self.constant(number)

    def _scaled(self, factor: fmpq) -> "TracePolynomial":
        terms = {key: factor * value for key, value in self.terms.items()} if factor else {}
        return TracePolynomial(self.alphabet, self.shape, terms)

    def __neg__(self) -> "TracePolynomial":
        return self._scaled(fmpq(-1))._as(lambda form: written.multiplied((form,), fmpq(-1)), self)

    def __add__(self, other: object) -> "TracePolynomial":
        right = self._coerced(other)
        if right is None:
            return NotImplemented
        if self.shape != right.shape:
            raise ShapeError(
                f"cannot add {_sizes(right)} to {_sizes(self)}: {right} and {self}; a scalar c stands in a square "
                f"matrix as c * identity(size)"
            )
        return total((self, right))._as(lambda *forms: written.added(forms), self, right)

    def __radd__(self, other: object) -> "TracePolynomial":
        left = self._coerced(other)
        return NotImplemented if left is None else left + self

    def __sub__(self, other: object) -> "TracePolynomial":
        right = self._coerced(other)
        return NotImplemented if right is None else self + (-right)

    def __rsub__(self, other: object) -> "TracePolynomial":
        return (-self).__radd__(other)

    def __mul__(self, other: object) -> "TracePolynomial":
        """The product with a scalar (on either side); matrices multiply with @."""
        factor = exact(other)
        if factor is not None:
            return self._scaled(factor)._as(lambda form: written.multiplied((form,), factor), self)
        if not isinstance(other, TracePolynomial):
            return NotImplemented
        if not (self.is_scalar or other.is_scalar):
            raise ShapeError(f"* takes a scalar on one side, got {_sizes(self)} and {_sizes(other)}; use @")
        product = _product(self, other, self.shape if other.is_scalar else other.shape)
        return product._as(lambda *forms: written.multiplied(forms), self, other)

    __rmul__ = __mul__

    def __matmul__(self, other: object) -> "TracePolynomial":
        if not isinstance(other, TracePolynomial):
            return NotImplemented
        if self.columns != other.rows:
            raise ShapeError(f"cannot multiply {_sizes(self)} by {_sizes(other)}: {self} and {other}")
        product = _product(self, other, (self.rows, other.columns))
        factors = [one for one in (self, other) if not one._is_identity]
        return product._as(lambda *forms: written.multiplied(forms), *factors or [self])

    def __truediv__(self, other: object) -> "TracePolynomial":
        divisor = exact(other)
        if divisor is not None:
            return self * (1 / divisor)
        if not isinstance(other, TracePolynomial):
            return NotImplemented
        return (self * other.reciprocal())._as(written.divided, self, other)

    def __rtruediv__(self, other: object) -> "TracePolynomial":
        left = self._coerced(other)
        return NotImplemented if left is None else left / self

    def reciprocal(self) -> "TracePolynomial":
        """One over a monomial in the scalars."""
        if self.is_scalar and len(self.terms) == 1:
            ((_, closed, powers), value) = next(iter(self.terms.items()))
            if not closed:
                key = (b"", (), tuple(-power for power in powers))
                return TracePolynomial(self.alphabet, self.shape, {key: 1 / value})
        raise ShapeError(f"cannot divide by {self}: only by a product of scalars; multiply the equation by it instead")

    def __pow__(self, power: int) -> "TracePolynomial":
        if type(power) is not int or power < 1 or (not self.is_scalar and self.rows != self.columns):
            raise ShapeError(
                f"a power is a positive integer of a scalar or a square matrix, got {_sizes(self)}^{power}"
            )
        result = self
        for _ in range(power - 1):
            result = result @ self
        return result if power == 1 else result._as(lambda form: written.raised(form, power), self)

    @cached_property
    def T(self) -> "TracePolynomial":
        """The transpose."""
        alphabet = self.alphabet
        terms: Terms = {}
        for (word, closed, powers), value in self.terms.items():
            terms[words.transpose(word, alphabet), closed, powers] = value
        turned = TracePolynomial(alphabet, (self.columns, self.rows), terms)
        return turned._as(lambda form: form if terms == self.terms else written.transposed(form), self)

    def __str__(self) -> str:
        return plain_text(self.terms, self.alphabet, self.is_scalar)

    __repr__ = __str__


Form = Written[TracePolynomial]
"""How a polynomial was typed, its leaves being letters, scalars and identities."""


def total(polynomials: Iterable[TracePolynomial]) -> TracePolynomial:
    """The sum of polynomials of one shape (at least one)."""
    summands = list(polynomials)
    alphabet = summands[0].alphabet
    for summand in summands[1:]:
        alphabet = alphabet.union(summand.alphabet)
    terms = summands[0].over(alphabet).terms.copy()
    for summand in summands[1:]:
        if summand.shape != summands[0].shape:
            raise ShapeError(f"cannot add {_sizes(summand)} to {_sizes(summands[0])}")
        collect(terms, summand.over(alphabet).terms)
    return TracePolynomial(alphabet, summands[0].shape, terms)


def trace(matrix: TracePolynomial) -> TracePolynomial:
    """tr of a square matrix polynomial, of shape (1, 1). Raises ShapeError where it is not square."""
    check_kind("matrix", matrix, TracePolynomial, "a trace polynomial", "build one from matrix(...), scalar(...), ...")
    if matrix.rows != matrix.columns:
        raise ShapeError(f"only a square matrix has a trace, got {_sizes(matrix)}: {matrix}")
    alphabet = matrix.alphabet
    if matrix.rows != UNIT:
        alphabet = alphabet.union(Alphabet((), (matrix.rows,)))
    terms: Terms = {}
    for (word, closed, powers), value in matrix.over(alphabet).terms.items():
        more, sizes = words.close(word, matrix.rows, alphabet)
        key = b"", tuple(sorted(closed + more)), raised(powers, sizes, alphabet)
        collect(terms, {key: value})
    found = TracePolynomial(alphabet, (UNIT, UNIT), terms)
    return found._as(lambda form: form if matrix.is_scalar else written.traced(form), matrix)


def _product(left: TracePolynomial, right: TracePolynomial, shape: tuple[str, str]) -> TracePolynomial:
    left, right, alphabet = left._aligned(right)
    return TracePolynomial(alphabet, shape, multiplied(left.terms, right.terms, alphabet))


def _sizes(polynomial: TracePolynomial) -> str:
    return f"{polynomial.rows} x {polynomial.columns}"
