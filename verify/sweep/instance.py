"""Instances: rational values for the symbols of a theorem, drawn as its hypotheses say."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import isqrt
from random import Random

from flint import fmpq, fmpq_mat

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.evaluation import evaluate, value
from proofs.algebra.letters import UNIT, Letter
from proofs.core.derivation import Abbreviation, Definition, DiagonalPart
from proofs.core.errors import InputError
from proofs.core.statement import INTEGERS, Hypothesis, Predicate
from verify.sweep import covariance
from verify.sweep.covariance import Style
from verify.sweep.properties import holds_of_array

COVARIANCES = (Predicate.POSITIVE_DEFINITE, Predicate.POSITIVE_SEMIDEFINITE)
MATRICES = (Predicate.DIAGONAL, Predicate.FOURTH_MOMENTS, Predicate.INVERTIBLE, Predicate.ORTHOGONAL)

LEAST: dict[Predicate, Callable[[int], fmpq]] = {
    Predicate.AT_LEAST_ONE: lambda d: fmpq(1),
    Predicate.ELLIPTICAL: lambda d: fmpq(d, d + 2),
}
"""The least value of a real number under a hypothesis, by d."""


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
    """Whether the sizes of a shape are as large as the hypotheses ask."""
    sizes = {"n": shape.n, "d": shape.d}
    least = {Predicate.AT_LEAST_TWO: 2, Predicate.AT_LEAST_D: shape.d, Predicate.ABOVE_D: shape.d + 2}
    asked = [(item.symbol, least[item.predicate]) for item in hypotheses if item.predicate in least]
    return all(sizes[name] >= size for name, size in asked if name in sizes)


def draw(hypotheses: Sequence[Hypothesis], shape: Shape, rng: Random) -> Instance:
    """Values for the symbols of the hypotheses. Symbols that an abbreviation defines are overwritten by it later.

    Raises InputError for fourth moments without a Sigma before them.
    """
    instance = Instance(shape, {}, {}, {"n": fmpq(shape.n), "d": fmpq(shape.d)}, {})
    styles = iter((shape.first, shape.second, *[Style.GENERIC] * len(hypotheses)))
    for hypothesis in hypotheses:
        name, predicate = hypothesis.symbol, hypothesis.predicate
        if predicate in COVARIANCES:
            style = next(styles)
            if style is Style.SINGULAR and predicate is Predicate.POSITIVE_DEFINITE:
                style = Style.GENERIC
            instance.roots[name] = covariance.root(style, shape.d, rng)
            instance.matrices[name] = instance.roots[name].transpose() * instance.roots[name]
        elif predicate in MATRICES:
            instance.matrices[name] = _matrix(predicate, instance, rng)
        elif predicate in (Predicate.POSITIVE, Predicate.NONNEGATIVE):
            instance.noise_roots[name] = fmpq(0) if shape.noiseless else abs(covariance.rational(rng))
            if predicate is Predicate.POSITIVE and shape.noiseless:
                instance.noise_roots[name] = fmpq(1)
            instance.numbers[name] = instance.noise_roots[name] ** 2
        elif predicate in LEAST:
            instance.numbers[name] = LEAST[predicate](shape.d) + abs(covariance.rational(rng)) * rng.randint(0, 1)
        elif predicate in INTEGERS and name not in instance.numbers:
            instance.numbers[name] = fmpq(max(shape.d, 2) + rng.randint(0, 1))
    return instance


def _matrix(predicate: Predicate, instance: Instance, rng: Random) -> fmpq_mat:
    d = instance.shape.d
    if predicate is Predicate.DIAGONAL:
        return covariance.diagonal([abs(covariance.rational(rng)) for _ in range(d)])
    if predicate is Predicate.FOURTH_MOMENTS:
        return _fourth_moments(instance, rng)
    if predicate is Predicate.ORTHOGONAL:
        return covariance.orthogonal(rng, d)
    return covariance.root(Style.GENERIC, d, rng) * covariance.orthogonal(rng, d)


def _fourth_moments(instance: Instance, rng: Random) -> fmpq_mat:
    """m4_i = m2_i a_i^2 >= m2_i^2 with a_i rational, for the diagonal Sigma of the instance."""
    Sigma = instance.matrices.get("Sigma")
    if Sigma is None:
        raise InputError("fourth moments go with a diagonal Sigma: put its hypothesis before theirs")
    seconds = [Sigma[i, i] for i in range(Sigma.nrows())]
    least = [isqrt(int(m2.ceil()) - 1) + 1 for m2 in seconds]
    spread = [a * (1 + abs(covariance.rational(rng)) * rng.randint(0, 1) / 4) for a in least]
    return covariance.diagonal([m2 * a**2 for m2, a in zip(seconds, spread, strict=True)])


def satisfies(instance: Instance, hypotheses: Sequence[Hypothesis]) -> bool:
    """Whether the values of an instance have the properties that are assumed of them."""
    return all(_holds(item.predicate, instance, item.symbol) for item in hypotheses)


def _holds(predicate: Predicate, instance: Instance, name: str) -> bool:
    number, array = instance.numbers.get(name), instance.matrices.get(name)
    if number is not None:
        d = instance.numbers["d"]
        bounds = {Predicate.AT_LEAST_TWO: fmpq(2), Predicate.AT_LEAST_D: d, Predicate.ABOVE_D: d + 2}
        least = bounds.get(predicate, fmpq(1))
        whole = predicate not in INTEGERS or (number.q == 1 and number >= least)
        return (
            whole
            and (predicate is not Predicate.POSITIVE or number > 0)
            and (predicate is not Predicate.NONNEGATIVE or number >= 0)
            and (predicate not in LEAST or number >= LEAST[predicate](int(d.p)))
        )
    return array is None or holds_of_array(predicate, array, instance.matrices)


def complete(
    instance: Instance, letters: Iterable[Letter], scalars: Iterable[str], given: Sequence[Abbreviation], rng: Random
) -> Instance:
    """The instance with abbreviations evaluated and random values for all other letters and scalars.

    Raises ZeroDivisionError where a reciprocal is that of 0.
    """
    matrices, numbers = dict(instance.matrices), dict(instance.numbers)
    defined: set[str] = set()
    for item in given:
        symbol = polynomial(item.symbol)
        source = polynomial(item.value if isinstance(item, Definition) else item.of)
        _fill(matrices, numbers, source.letters, source.scalars, rng)
        if symbol.is_scalar:
            (name,) = symbol.scalars
            number = value(source, matrices, numbers)
            numbers[name] = number if isinstance(item, Definition) else 1 / number
        else:
            name, found = symbol.letter.name, evaluate(source, matrices, numbers)
            diagonal = isinstance(item, DiagonalPart)
            matrices[name] = covariance.diagonal_part(found) if diagonal else found
        defined.add(name)
    _fill(matrices, numbers, letters, scalars, rng)
    kept = {name: array for name, array in instance.roots.items() if name not in defined}
    return Instance(instance.shape, matrices, kept, numbers, dict(instance.noise_roots))


def _fill(
    matrices: dict[str, fmpq_mat],
    numbers: dict[str, fmpq],
    letters: Iterable[Letter],
    scalars: Iterable[str],
    rng: Random,
) -> None:
    def size(name: str) -> int:
        if name != UNIT and name not in numbers:
            raise InputError(f"the dimension {name} has no value: add a hypothesis that it is an integer")
        return 1 if name == UNIT else int(numbers[name].p)

    for letter in letters:
        if letter.name in matrices or letter.inverse_of:
            continue
        drawn = covariance.matrix(rng, size(letter.rows), size(letter.columns))
        if letter.symmetric:
            drawn = drawn + drawn.transpose()
        matrices[letter.name] = covariance.orthogonal(rng, size(letter.rows)) if letter.orthogonal else drawn
    for name in scalars:
        numbers.setdefault(name, covariance.rational(rng))
