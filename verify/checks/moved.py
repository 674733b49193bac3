"""What an objective is a function of: the symbols that a claim moves, and those that have given values.

Every symbol of which no hypothesis speaks is moved, and then it is a free real number or a matrix of free entries. A
symbol with a hypothesis is a parameter: it needs a value that satisfies the hypothesis, and stays there. Only where
points are listed, a scalar > 0 or a definite matrix may move too, for this holds nearby where it holds at all.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from flint import fmpq, fmpq_mat

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.letters import UNIT, Letter
from proofs.algebra.polynomial import TracePolynomial
from proofs.core.derivation import Expression
from proofs.core.errors import InputError
from proofs.core.listed import Located
from proofs.core.statement import Hypothesis, Predicate
from proofs.moments.dependence import names_of
from proofs.moments.single import is_symbol
from verify.checks.hypotheses import as_matrix, refuse_point

SIZES = ("n", "d")
SIGNS = (Predicate.POSITIVE, Predicate.NONNEGATIVE)
DEFINITE = (Predicate.POSITIVE_DEFINITE, Predicate.POSITIVE_SEMIDEFINITE)
Numbers = dict[str, fmpq]
Matrices = dict[str, fmpq_mat]


@dataclass(frozen=True)
class Moved:
    """An objective with the hypotheses of the theorem in which it stands."""

    objective: TracePolynomial
    hypotheses: Sequence[Hypothesis]

    @property
    def parameters(self) -> frozenset[str]:
        """The symbols of the objective that a hypothesis restricts: more than the letter itself says of its entries."""
        return frozenset(self._names) & {base(item.symbol) for item in self._restricting}

    def parameters_at(self, point: Located) -> frozenset[str]:
        """The parameters that stay where they are: all that the point does not move inside what is assumed of them."""
        return self.parameters - self.restricted_weights(point)

    def restricted_weights(self, point: Located) -> frozenset[str]:
        """The symbols with a hypothesis that a point moves: scalars of one sign, and symmetric letters, definite."""
        excluded = {item.symbol for item in self._restricting if not self._holds_nearby(item)}
        return self.parameters & {base(entry) for entry, _ in point.entries} - {base(symbol) for symbol in excluded}

    def _holds_nearby(self, item: Hypothesis) -> bool:
        if item.predicate in SIGNS:
            return item.symbol in {*self.objective.scalars} - {*SIZES}
        return item.predicate in DEFINITE and item.symbol in self._symmetric

    @property
    def _symmetric(self) -> set[str]:
        return {letter.name for letter in self.objective.letters if letter.symmetric}

    @property
    def _restricting(self) -> list[Hypothesis]:
        return [item for item in self.hypotheses if item.predicate is not Predicate.ANY
                and not (item.predicate is Predicate.SYMMETRIC and item.symbol in self._symmetric)]  # fmt: skip

    def refuse(self, name: str, sizes: Mapping[str, int]) -> None:
        """Raise InputError unless all symbols that are no sizes are free: of real value, with no hypothesis."""
        self._refuse_letters(name)
        self._refuse_sizes(name, sizes)
        for symbol in sorted(self.parameters - set(sizes)):
            raise InputError(f"{self._said(name, symbol)}; drop the hypothesis or put a number in its place")

    def refuse_weights(self, name: str, weights: Sequence[Expression]) -> None:
        """Raise InputError unless the symbols that a flow moves are free; all others are parameters."""
        moved = {symbol_name(weight) for weight in weights}
        self._refuse_letters(name, moved)
        for symbol in sorted(moved & (self.parameters | {*SIZES})):
            raise InputError(f"{self._said(name, symbol)}; a flow does not keep that")

    def refuse_point(self, name: str, point: Located) -> None:
        """Raise InputError unless the point says of every symbol where it is, and the values satisfy the hypotheses.

        An entry of a letter may be left out, if some entry of it is named; it is then zero.
        """
        sizes = dict(point.sizes)
        self._refuse_letters(name)
        self._refuse_sizes(name, sizes)
        where = ", ".join(f"{symbol} = {size}" for symbol, size in point.sizes)
        told = {base(entry) for entry, _ in (*point.entries, *point.held)} | set(sizes)
        for symbol in sorted({*self._names} - told - self.parameters):
            raise InputError(f"claim {name!r}: the point at {where} does not say where {symbol} is: list its "
                             "entries, or hold it at 0")  # fmt: skip
        moved = {base(entry) for entry, _ in point.entries} & self.parameters_at(point)
        for symbol in sorted(moved | (self.parameters - told)):
            raise InputError(f"{self._said(name, symbol)}; give it a value in `held`, where it then stays, or drop it"
                             f"{self._declare(symbol)}")  # fmt: skip
        _, matrices = self.given(point)
        rows = {key: tuple(map(tuple, matrix.tolist())) for key, matrix in matrices.items()}
        refuse_point(name, (*sizes.items(), *point.held, *rows.items()), self.hypotheses)

    def given(self, point: Located) -> tuple[Numbers, Matrices]:
        """The values of the parameters at a point. Raises InputError where an entry of one is not held."""
        held, sizes = dict(point.held), dict(point.sizes)
        parameters = self.parameters_at(point) - set(sizes)
        numbers = {key: fmpq(value) for key, value in held.items() if key in parameters}
        letters = [letter for letter in self.objective.letters if letter.name in parameters]
        return numbers, {letter.name: as_matrix(_rows(letter, sizes, held)) for letter in letters}

    @property
    def _names(self) -> list[str]:
        return [*(letter.name for letter in self.objective.letters), *self.objective.scalars]

    def _refuse_letters(self, name: str, among: Collection[str] | None = None) -> None:
        for letter in self.objective.letters:
            if among is not None and letter.name not in among:
                continue
            why = f"the inverse of {letter.inverse_of}" if letter.inverse_of else "orthogonal" * letter.orthogonal
            if why or letter.depends_on:
                why = why or f"a function of {', '.join(sorted(letter.depends_on))}"
                raise InputError(f"claim {name!r}: {letter.name} is {why} and would be moved as a free matrix; write "
                                 "the objective in letters whose entries are free")  # fmt: skip

    def _refuse_sizes(self, name: str, sizes: Mapping[str, int]) -> None:
        wanted = {size for letter in self.objective.letters for size in (letter.rows, letter.columns)} - {UNIT}
        for size in sorted((wanted | ({*SIZES} & {*self.objective.scalars})) - sizes.keys()):
            raise InputError(f"claim {name!r}: {size} is a size and cannot move; list it among the sizes of the point")
        for letter in self.objective.letters:
            if letter.name in sizes:
                raise InputError(f"claim {name!r}: {letter.name} is a matrix of the objective and no size")

    def _declare(self, symbol: str) -> str:
        wanted = (*DEFINITE, Predicate.SYMMETRIC)
        if symbol in self._symmetric or all(item.predicate not in wanted for item in self._about(symbol)):
            return ""
        return f", or declare {symbol} as symmetric: its entries then move in pairs"

    def _about(self, symbol: str) -> list[Hypothesis]:
        return [item for item in self._restricting if base(item.symbol) == symbol]

    def _said(self, name: str, symbol: str) -> str:
        said = [f"{item.symbol} {item.predicate.value}" for item in self._about(symbol)]
        assumed = f"{' and '.join(said)} is assumed" if said else f"{symbol} is a size"
        return f"claim {name!r}: {assumed}, but the claim moves it as a free real weight"


def symbol_name(expression: Expression) -> str:
    """The name of a letter or scalar. Raises InputError for a multiple of one or any other expression."""
    if not is_symbol(polynomial(expression)):
        raise InputError(f"expected a letter or a scalar as it was declared, got {expression}; define a symbol for it")
    (name,) = names_of(expression)
    return name


def base(entry: str) -> str:
    """The letter of an entry such as A[0,1]; a scalar is its own."""
    return entry.partition("[")[0]


def _rows(letter: Letter, sizes: Mapping[str, int], held: Mapping[str, int | fmpq]) -> Iterator[list[int | fmpq]]:
    lengths = [1 if size == UNIT else sizes[size] for size in (letter.rows, letter.columns)]
    for i in range(lengths[0]):
        names = [f"{letter.name}[{place[0]},{place[1]}]" for place in
                 (sorted((i, j)) if letter.symmetric else (i, j) for j in range(lengths[1]))]  # fmt: skip
        missing = [entry for entry in names if entry not in held]
        if missing:
            raise InputError(f"{letter.name} is a parameter: `held` needs a value of {missing[0]}")
        yield [held[entry] for entry in names]
