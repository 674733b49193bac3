"""Instances: rational values for the symbols of a theorem, drawn as its hypotheses say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from random import Random

from flint import fmpq, fmpq_mat

from proofs.algebra.letters import Letter
from proofs.core.errors import InputError
from proofs.core.statement import INTEGERS, Hypothesis, Predicate
from verify.sweep import covariance
from verify.sweep.covariance import Style
from verify.sweep.properties import (
    NUMBERS,
    Predicates,
    bounds,
    by_symbol,
    covariance_root,
    floor_of,
    integer,
    is_covariance,
    matrix,
    matrix_has,
    number_has,
    said_by,
)


@dataclass(frozen=True)
class Shape:
    """Sizes and the styles of the first and the second covariance of an instance."""

    n: int
    d: int
    first: Style = Style.GENERIC
    second: Style = Style.GENERIC
    noiseless: bool = False

    def __str__(self) -> str:
        noise = ", no noise" if self.noiseless else ""
        return f"n = {self.n}, d = {self.d}, {self.first.value} / {self.second.value}{noise}"


SHAPES = (
    Shape(3, 2),
    Shape(1, 2),
    Shape(2, 1),
    Shape(1, 1, noiseless=True),
    Shape(1, 3),
    Shape(4, 3, Style.REPEATED, Style.GENERIC),
    Shape(2, 2, Style.ILL_CONDITIONED, Style.GENERIC),
    Shape(3, 2, Style.NEARLY_SINGULAR, Style.ILL_CONDITIONED),
    Shape(2, 3, Style.GENERIC, Style.SINGULAR),
    Shape(5, 2, Style.GENERIC, Style.REPEATED, noiseless=True),
    Shape(2, 4, Style.GENERIC, Style.NEARLY_SINGULAR),
    Shape(7, 2, Style.IDENTITY, Style.GENERIC),
    Shape(3, 2, Style.SINGULAR, Style.GENERIC),
)
"""The instances of every claim: non-commuting, ill-conditioned, nearly singular, repeated; n < d, d = 1, n = 1."""


@dataclass(frozen=True)
class Instance:
    """Values by name; `roots` holds R with R'R = covariance, and rational roots of noise variances."""

    shape: Shape
    matrices: dict[str, fmpq_mat]
    roots: dict[str, fmpq_mat]
    numbers: dict[str, fmpq]
    noise_roots: dict[str, fmpq]

    def __str__(self) -> str:
        scalars = ", ".join(f"{name} = {number}" for name, number in self.numbers.items())
        arrays = ", ".join(f"{name} = {_rows(array)}" for name, array in self.matrices.items())
        return f"{scalars}" + (f"; {arrays}" if arrays else "")

    def only(self, names: Iterable[str]) -> str:
        """The part of the instance that concerns the named symbols, n and d."""
        wanted = set(names) | {"n", "d"}
        return str(
            Instance(
                self.shape,
                {name: array for name, array in self.matrices.items() if name in wanted},
                {},
                {name: number for name, number in self.numbers.items() if name in wanted},
                {},
            )
        )


def _rows(array: fmpq_mat) -> str:
    rows = ["[" + ", ".join(str(entry) for entry in row) + "]" for row in array.tolist()]
    return "[" + ", ".join(rows) + "]"


def generator(identifier: str, seed: int) -> Random:
    """Python's generator seeded from an id and the user's seed."""
    return Random(sha256(f"{identifier}/{seed}".encode()).digest())


def fits(hypotheses: Sequence[Hypothesis], shape: Shape) -> bool:
    """Whether the sizes of a shape are as the hypotheses ask, and other integers can be."""
    sizes = {"n": shape.n, "d": shape.d}
    for name, predicates in by_symbol(hypotheses).items():
        least, most = bounds(predicates, shape.d)
        size = sizes.get(name, least)
        if size < least or (most is not None and size > most):
            return False
    return True


def draw(hypotheses: Sequence[Hypothesis], shape: Shape, rng: Random, letters: Iterable[Letter] = ()) -> Instance:
    """Values for the symbols of the hypotheses, each with all that is assumed of it, and that its letter says.

    Symbols that an abbreviation defines are overwritten by it later. Raises InputError for fourth moments without a
    Sigma before them, for hypotheses of a number and of a matrix on one symbol, and for a matrix before its size.
    """
    instance = Instance(shape, {}, {}, {"n": fmpq(shape.n), "d": fmpq(shape.d)}, {})
    styles = iter((shape.first, shape.second, *[Style.GENERIC] * len(hypotheses)))
    declared = {letter.inverse_of or letter.name: letter for letter in letters}
    for name, assumed in by_symbol(hypotheses).items():
        predicates = assumed | (said_by(declared[name]) if name in declared else frozenset())
        if predicates & NUMBERS:
            _draw_number(instance, name, predicates, rng)
            continue
        size = _size(declared[name], instance) if name in declared else shape.d
        if is_covariance(predicates):
            instance.roots[name] = covariance_root(predicates, next(styles), size, rng)
            instance.matrices[name] = instance.roots[name].transpose() * instance.roots[name]
        else:
            found = matrix(predicates, size, instance.matrices.get("Sigma"), rng)
            instance.matrices.update({} if found is None else {name: found})
    return instance


def _size(letter: Letter, instance: Instance) -> int:
    """The number of rows of a letter."""
    if letter.rows not in instance.numbers:
        raise InputError(
            f"the size {letter.rows} of {letter.name} has no value yet: put the hypothesis that {letter.rows} is an "
            f"integer before that on {letter.name}"
        )
    return int(instance.numbers[letter.rows].p)


def _draw_number(instance: Instance, name: str, predicates: Predicates, rng: Random) -> None:
    """An integer, or the square of a rational root; the sizes n and d are those of the shape."""
    shape = instance.shape
    if name in instance.numbers:
        return
    if predicates & {*INTEGERS}:
        instance.numbers[name] = integer(predicates, shape.d, rng)
        return
    floor = floor_of(predicates, shape.d)
    if floor is not None:
        instance.numbers[name] = floor + abs(covariance.rational(rng)) * rng.randint(0, 1)
        return
    least = fmpq(1 if Predicate.POSITIVE in predicates else 0)
    instance.noise_roots[name] = least if shape.noiseless else abs(covariance.rational(rng))
    instance.numbers[name] = instance.noise_roots[name] ** 2


def satisfies(instance: Instance, hypotheses: Sequence[Hypothesis]) -> bool:
    """Whether the values of an instance have the properties that are assumed of them."""
    return all(_holds(item.predicate, instance, item.symbol) for item in hypotheses)


def _holds(predicate: Predicate, instance: Instance, name: str) -> bool:
    if name in instance.numbers:
        return number_has(predicate, instance.numbers[name], int(instance.numbers["d"].p))
    if name in instance.matrices:
        return matrix_has(predicate, instance.matrices[name], instance.matrices.get("Sigma"))
    return True
