"""Numbers a + b sqrt(r) with rational a, b and one radicand r >= 0, added, multiplied and divided exactly."""

from dataclasses import dataclass

from flint import fmpq

from proofs.core.errors import InputError

Number = int | fmpq


@dataclass(frozen=True)
class Surd:
    """rational + irrational * sqrt(radicand). Where the radicand is a square, several records are one number."""

    rational: fmpq
    irrational: fmpq
    radicand: fmpq

    def __post_init__(self) -> None:
        if self.radicand < 0:
            raise InputError(f"the radicand must be >= 0, got {self.radicand}")

    def __add__(self, other: "Surd | Number") -> "Surd":
        right = self._like(other)
        return Surd(self.rational + right.rational, self.irrational + right.irrational, self.radicand)

    __radd__ = __add__

    def __neg__(self) -> "Surd":
        return Surd(-self.rational, -self.irrational, self.radicand)

    def __sub__(self, other: "Surd | Number") -> "Surd":
        return self + (-self._like(other))

    def __rsub__(self, other: "Surd | Number") -> "Surd":
        return self._like(other) - self

    def __mul__(self, other: "Surd | Number") -> "Surd":
        right, r = self._like(other), self.radicand
        return Surd(
            self.rational * right.rational + self.irrational * right.irrational * r,
            self.rational * right.irrational + self.irrational * right.rational,
            r,
        )

    __rmul__ = __mul__

    def __truediv__(self, other: "Surd | Number") -> "Surd":
        """The quotient. Raises ZeroDivisionError where the norm a^2 - b^2 r of the divisor is 0."""
        right = self._like(other)
        norm = right.rational**2 - right.irrational**2 * self.radicand
        return self * Surd(right.rational / norm, -right.irrational / norm, self.radicand)

    def __rtruediv__(self, other: "Surd | Number") -> "Surd":
        return self._like(other) / self

    def __str__(self) -> str:
        return f"{self.rational} + {self.irrational} sqrt({self.radicand})" if self.irrational else f"{self.rational}"

    def _like(self, other: "Surd | Number") -> "Surd":
        if not isinstance(other, Surd):
            return Surd(fmpq(other), fmpq(0), self.radicand)
        if other.radicand != self.radicand:
            raise InputError(f"expected numbers with one radicand, got {self.radicand} and {other.radicand}")
        return other
