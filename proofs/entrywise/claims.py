"""Claims on sums of entries of any size."""

from dataclasses import dataclass
from functools import cached_property

import sympy as sp
from flint import fmpq

from proofs.core.arguments import check_kind
from proofs.core.claims import Claim
from proofs.core.domain import Domain
from proofs.core.errors import InputError, ShapeError
from proofs.core.points import ListedClaim, check_array
from proofs.core.points import Values as Listed
from proofs.core.statement import Predicate
from proofs.entrywise.arrays import Arrays, by_name, refuse_other_places, refuse_other_sums, sizes_of
from proofs.entrywise.sums import DELTA, Sum, Symbol

LENGTH: Domain = (("n", Predicate.INTEGER),)

SIZES = frozenset({"n", "d"})
"""The sizes for which identities are shown: instances give values to these."""


@dataclass(frozen=True, kw_only=True)
class EntrywiseIdentity(Claim):
    """left = right for all sizes and all values, where the entries of `simplex` are positive and sum to 1.

    `derivative` is 1 or 2 where the left is the gradient or the Hessian by x of the loss of softmax regression, with
    the free indices l, or l and m: then the definition is differentiated on roads of its own.
    """

    left: Sum
    right: Sum
    simplex: Symbol
    derivative: int = 0

    def __post_init__(self) -> None:
        if len(self.simplex.sizes) != 1 or self.simplex.name == DELTA:
            raise ShapeError(f"claim {self.name!r}: what sums to 1 is a vector, got {self.simplex}")
        if self.derivative not in (0, 1, 2):
            raise InputError(f"claim {self.name!r}: derivative is 0, 1 or 2, got {self.derivative}")
        symbols = by_name((*self.left.symbols, *self.right.symbols, self.simplex))
        for symbol in symbols.values():
            if further := sorted(set(symbol.sizes) - SIZES):
                raise ShapeError(
                    f"claim {self.name!r}: {symbol.name} has the size {further[0]}; an identity of sums of entries is "
                    f"for all {' and '.join(sorted(SIZES))}: give it one of these"
                )
        for side in (self.left, self.right):
            if side.terms and self.left.terms and side.free != self.left.free:
                raise ShapeError(f"claim {self.name!r}: the free indices of both sides must be the same")


@dataclass(frozen=True)
class Part:
    """The sum over the `indices` of weight * body^2; over two different ones where it is `distinct`."""

    weight: Sum
    body: Sum
    indices: tuple[str, ...]
    distinct: bool = False


@dataclass(frozen=True, kw_only=True)
class Lipschitz(Claim):
    """|f(u) - f(u')| <= constant |u - u'| for all u, u', `jacobian` being df_i / du_j, symmetric, with indices i, j.

    v'Jv is the sum of the parts `lower`, and constant |v|^2 - v'Jv that of the parts `upper`, v the symbol `direction`.
    At the point of weights `extremal`, which sum to 1, v'Jv = constant |v|^2 for v = (1, -1).
    """

    jacobian: Sum
    constant: fmpq
    direction: Symbol
    simplex: Symbol
    lower: tuple[Part, ...]
    upper: tuple[Part, ...]
    extremal: tuple[fmpq, fmpq]

    @property
    def domain(self) -> Domain:
        """n >= 1."""
        return LENGTH


@dataclass(frozen=True, kw_only=True)
class DifferentValues(ListedClaim):
    """left and right are not the same: they differ at listed values, where they are these.

    `values` are arrays by name, a vector as one row, for every symbol of the two sums. The entries of the symbols
    `simplex` are positive with sum 1.
    """

    left: Sum
    right: Sum
    values: Arrays
    found: tuple[fmpq, fmpq]
    simplex: tuple[Symbol, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        arrays = dict(self.values)
        for symbol in self.simplex:
            refuse_other_sums(symbol, arrays.get(symbol.name, ()))
        for side in (self.left, self.right):
            refuse_other_places(side, self.sizes)

    @cached_property
    def sizes(self) -> dict[str, int]:
        """The sizes that the values have, by name."""
        return sizes_of((*self.left.symbols, *self.right.symbols, *self.simplex), self.values)

    @property
    def listed(self) -> tuple[Listed, ...]:
        """The sizes and the values."""
        return ((*self.sizes.items(), *self.values),)


@dataclass(frozen=True, kw_only=True)
class LooseBound(Claim):
    """slope R <= n^power exp(growth R^2) for all R > 0 and n >= 1: a printed bound follows from a sharper one."""

    slope: fmpq
    power: fmpq
    growth: fmpq

    @property
    def domain(self) -> Domain:
        """R > 0 and n >= 1."""
        return ("R", Predicate.POSITIVE), *LENGTH


@dataclass(frozen=True, kw_only=True)
class OpposedShifts(ListedClaim):
    """A gradient step on x and an attention update of A move f in directions of cosine below a number.

    The step is x - step * gradient; the update is A + update * P A with P the softmax of the rows of A A'. `cosine` is
    a decimal, right to half a unit of its last digit.
    """

    A: tuple[tuple[fmpq, ...], ...]
    x: tuple[fmpq, ...]
    b: tuple[fmpq, ...]
    step: fmpq
    update: fmpq
    cosine: str

    def __post_init__(self) -> None:
        super().__post_init__()
        check_array("A", (*self.A, self.x))
        if len(self.b) != len(self.A):
            raise InputError(
                f"claim {self.name!r}: b has an entry for each of the {len(self.A)} rows of A, got {self.b}"
            )

    @property
    def listed(self) -> tuple[Listed, ...]:
        """The sizes, A, x and b."""
        return ((("d", len(self.x)), ("n", len(self.b)), ("A", self.A), ("x", (self.x,)), ("b", (self.b,))),)


@dataclass(frozen=True, kw_only=True)
class Expansion(Claim):
    """sum_i f_i(t u) v_i = mean v + t first + R, |R| <= t^2 w^2 max |v_i| / 4, w = max u - min u.

    `first` and `second` are the first two derivatives of f_i along u, in f, u and the index i; on the simplex of equal
    entries the first is that of linear attention, (1/n) sum_i (u_i - mean u) v_i.
    """

    first: Sum
    second: Sum
    order: int = 2

    @property
    def domain(self) -> Domain:
        """n >= 1."""
        return LENGTH


@dataclass(frozen=True, kw_only=True)
class Inequality(Claim):
    """smaller <= larger for all values >= 0 of a variable, in exp, erf, erfc and powers."""

    smaller: sp.Expr
    larger: sp.Expr
    variable: sp.Symbol

    def __post_init__(self) -> None:
        for side in ("smaller", "larger"):
            what = f"claim {self.name!r}: {side}"
            check_kind(what, getattr(self, side), sp.Expr, "a formula of sympy", "write sp.Integer(1) for a number")
        others = (self.smaller.free_symbols | self.larger.free_symbols) - {self.variable}
        if others or self.variable != sp.Symbol(self.variable.name, nonnegative=True):
            raise InputError(
                f"claim {self.name!r}: an inequality is in one nonnegative symbol, {self.variable}; it holds "
                f"{', '.join(sorted(map(str, others))) or 'one with other assumptions than nonnegative'}"
            )

    @property
    def domain(self) -> Domain:
        """The variable is nonnegative."""
        return ((self.variable.name, Predicate.NONNEGATIVE),)
