"""How a polynomial was written: sums, products, powers, transposes and traces as they were typed.

The canonical form decides what is equal; this is for readers. It is kept by the operators while it is short, takes no
part in comparisons, and stands for the same polynomial: multiplying it out gives the canonical form.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from flint import fmpq

from proofs.algebra.terms import FrozenTerms

LONGEST = 40
"""The most leaves of a form that is kept."""

Leaf = TypeVar("Leaf")


class Kind(Enum):
    """What a node does with its parts."""

    LEAF = "a letter, a scalar or an identity"
    SUM = "the sum of the parts"
    PRODUCT = "factor times the product of the parts"
    QUOTIENT = "the first part over the second, a product of scalars"
    POWER = "the part to a power"
    TRANSPOSE = "the transposed part"
    TRACE = "the trace of the part"


@dataclass(frozen=True)
class Written(Generic[Leaf]):
    """A node. A product has a rational factor in front; a number is a product of nothing."""

    kind: Kind
    parts: tuple["Written[Leaf]", ...] = ()
    leaf: Leaf | None = None
    factor: fmpq = fmpq(1)  # noqa: RUF009 (a number, never changed)
    power: int = 1

    @property
    def size(self) -> int:
        """The number of leaves."""
        return 1 if not self.parts else sum(part.size for part in self.parts)

    @property
    def number(self) -> fmpq | None:
        """The value of a number, None for anything else."""
        return self.factor if self.kind is Kind.PRODUCT and not self.parts else None


def put_together(make: Callable[..., Written[Leaf]], parts: Sequence[Written[Leaf] | None]) -> Written[Leaf] | None:
    """The node that is made of the parts; None where one is not known or the whole becomes too long."""
    if any(part is None for part in parts):
        return None
    node = make(*parts)
    return node if node.size <= LONGEST else None


def simple(whole: Leaf, terms: FrozenTerms, is_scalar: bool) -> Written[Leaf] | None:
    """The form of a number, a letter, a scalar or an identity; None for anything else."""
    if len(terms) > 1:
        return None
    if not terms:
        return constant(fmpq(0))
    (((word, closed, powers), value),) = terms.items()
    if not (word or closed or any(powers)) and is_scalar:
        return constant(value)
    letter = len(word) == 1 and not word[0] % 2 and not any(powers)
    scalar = is_scalar and not word and sorted(filter(None, powers)) == [1]
    alone = value == 1 and not closed and (letter or scalar or not (word or any(powers)))
    return Written(Kind.LEAF, leaf=whole) if alone else None


def constant(value: fmpq) -> Written[Leaf]:
    """A number."""
    return Written(Kind.PRODUCT, factor=value)


def added(parts: Iterable[Written[Leaf]]) -> Written[Leaf]:
    """The sum, without sums and zeros inside."""
    found: list[Written[Leaf]] = []
    for part in parts:
        found += part.parts if part.kind is Kind.SUM else () if part.number == 0 else (part,)
    return found[0] if len(found) == 1 else Written(Kind.SUM, tuple(found)) if found else constant(fmpq(0))


def multiplied(parts: Iterable[Written[Leaf]], factor: fmpq = fmpq(1)) -> Written[Leaf]:  # noqa: B008
    """The product, its numbers in front, without products inside; a sum is not multiplied out."""
    found: list[Written[Leaf]] = []
    for part in parts:
        if part.kind is Kind.PRODUCT:
            factor, found = factor * part.factor, [*found, *part.parts]
        else:
            found.append(part)
    if factor == 1 and len(found) == 1:
        return found[0]
    return Written(Kind.PRODUCT, tuple(found), factor=factor)


def divided(above: Written[Leaf], below: Written[Leaf]) -> Written[Leaf]:
    """The quotient; by a number a product."""
    if below.number is not None:
        return multiplied((above,), 1 / below.number)
    return Written(Kind.QUOTIENT, (above, below))


def transposed(part: Written[Leaf]) -> Written[Leaf]:
    """The transpose; of a transpose what was transposed."""
    if part.kind is Kind.TRANSPOSE:
        return part.parts[0]
    if part.number is not None:
        return part
    return Written(Kind.TRANSPOSE, (part,))


def raised(part: Written[Leaf], power: int) -> Written[Leaf]:
    """The power."""
    return Written(Kind.POWER, (part,), power=power)


def traced(part: Written[Leaf]) -> Written[Leaf]:
    """The trace."""
    return Written(Kind.TRACE, (part,))
