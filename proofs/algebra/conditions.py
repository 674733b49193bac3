"""What must hold of the values of a polynomial because of where it comes from: a covariance is semidefinite, n a size.

The laws over which a mean is taken say it. Alphabets carry the conditions along, through all arithmetic; they take no
part in comparing polynomials.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from flint import fmpq_mat

from proofs.algebra.letters import Alphabet
from proofs.algebra.polynomial import TracePolynomial
from proofs.core.certificate import is_definite, is_semidefinite


class Property(Enum):
    """What the value of a polynomial has to be; a scalar counts as a 1 x 1 matrix."""

    SIZE = "an integer >= 1"
    SEMIDEFINITE = "symmetric and positive semidefinite"
    DEFINITE = "symmetric and positive definite"
    DIAGONAL = "diagonal"
    HOLLOW = "zero on its diagonal"


@dataclass(frozen=True)
class Condition:
    """The value of a polynomial has a property; `says` is the reason, e.g. "the covariance of X"."""

    of: TracePolynomial
    must_be: Property
    says: str

    @property
    def names(self) -> set[str]:
        """The letters and scalars that it speaks of."""
        return {letter.name for letter in self.of.letters} | set(self.of.scalars)

    def holds(self, value: fmpq_mat) -> bool:
        """Whether a value has the property."""
        entry = value[0, 0]
        match self.must_be:
            case Property.SIZE:
                return bool(entry.q == 1 and entry >= 1)
            case Property.SEMIDEFINITE:
                return is_semidefinite(value)
            case Property.DEFINITE:
                return is_definite(value)
            case Property.DIAGONAL:
                return not any(value[i, j] for i in range(value.nrows()) for j in range(value.ncols()) if i != j)
            case Property.HOLLOW:
                return not any(value[i, i] for i in range(value.nrows()))


def under(polynomial: TracePolynomial, conditions: Iterable[Condition]) -> TracePolynomial:
    """The same polynomial, with more conditions on its values."""
    more = frozenset(conditions) - polynomial.alphabet.conditions
    return polynomial.over(polynomial.alphabet.union(Alphabet(conditions=more))) if more else polynomial


def conditions_of(polynomial: TracePolynomial) -> list[Condition]:
    """The conditions on the values of a polynomial, in the order of what they say."""
    found = [item for item in polynomial.alphabet.conditions if isinstance(item, Condition)]
    return sorted(found, key=lambda item: (item.says, str(item.of)))


def known_by(condition: Condition, matrices: Mapping[str, object], numbers: Mapping[str, object]) -> bool:
    """Whether everything that a condition speaks of has a value."""
    sizes = {size for size in condition.of.shape if size != "1"}
    return condition.names <= matrices.keys() | numbers.keys() and sizes <= numbers.keys()
