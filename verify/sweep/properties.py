"""Values with the properties that hypotheses ask of one symbol, all of them together, and the test of each property."""

from collections.abc import Callable, Iterable
from math import isqrt
from random import Random

from flint import fmpq, fmpq_mat

from proofs.algebra.letters import Letter
from proofs.core.certificate import is_definite, is_semidefinite
from proofs.core.errors import InputError
from proofs.core.statement import INTEGERS, Hypothesis, Predicate
from verify.sweep import covariance
from verify.sweep.covariance import Style

SIGNS = (Predicate.POSITIVE, Predicate.NONNEGATIVE)
COVARIANCES = (Predicate.POSITIVE_DEFINITE, Predicate.POSITIVE_SEMIDEFINITE)
FLOORS: dict[Predicate, Callable[[int], fmpq]] = {
    Predicate.AT_LEAST_ONE: lambda _: fmpq(1),
    Predicate.ELLIPTICAL: lambda d: fmpq(d, d + 2),
}
"""The least value of a real number under a hypothesis, by d."""
NUMBERS = frozenset({*SIGNS, *FLOORS, *INTEGERS})
REGULAR = frozenset({Predicate.POSITIVE_DEFINITE, Predicate.INVERTIBLE})
Predicates = frozenset[Predicate]

LEAST: dict[Predicate, Callable[[int], int]] = {
    Predicate.AT_LEAST_TWO: lambda _: 2,
    Predicate.AT_LEAST_D: lambda d: d,
    Predicate.ABOVE_D: lambda d: d + 2,
}
MOST: dict[Predicate, Callable[[int], int]] = {
    Predicate.AT_MOST_D: lambda d: d,
    Predicate.BELOW_D: lambda d: d - 1,
}


def by_symbol(hypotheses: Iterable[Hypothesis]) -> dict[str, Predicates]:
    """All that is assumed of each symbol. Raises InputError for one that would be a number and a matrix."""
    found: dict[str, Predicates] = {}
    for item in hypotheses:
        found[item.symbol] = found.get(item.symbol, frozenset()) | {item.predicate}
    for name, predicates in found.items():
        numbers, others = predicates & NUMBERS, predicates - NUMBERS - {Predicate.ANY}
        if numbers and others:
            one, other = (min(item.value for item in kind) for kind in (numbers, others))
            raise InputError(
                f"hypotheses on {name}: expected those of a number or those of a matrix, got {one!r} and {other!r}; "
                "give the two things two names"
            )
    return found


def said_by(letter: Letter) -> Predicates:
    """What a letter is declared to be."""
    declared = {Predicate.SYMMETRIC: letter.symmetric, Predicate.ORTHOGONAL: letter.orthogonal}
    return frozenset(predicate for predicate, holds in declared.items() if holds)


def bounds(predicates: Predicates, d: int) -> tuple[int, int | None]:
    """The least and the largest integer that is allowed at a dimension d; None where there is no largest."""
    least = [LEAST[predicate](d) for predicate in predicates if predicate in LEAST]
    most = [MOST[predicate](d) for predicate in predicates if predicate in MOST]
    return max(least, default=1), min(most, default=None)


def floor_of(predicates: Predicates, d: int) -> fmpq | None:
    """The least value that is allowed of a real number; None where nothing but a sign is assumed."""
    return max((FLOORS[predicate](d) for predicate in predicates if predicate in FLOORS), default=None)


def integer(predicates: Predicates, d: int, rng: Random) -> fmpq:
    """An integer of about the size of d, within its bounds."""
    least, most = bounds(predicates, d)
    found = max(d, 2, least) + rng.randint(0, 1)
    return fmpq(found if most is None else min(found, most))


def is_covariance(predicates: Predicates) -> bool:
    """Whether a matrix with these properties is drawn as a covariance, with its root."""
    plain = {*COVARIANCES, Predicate.INVERTIBLE, Predicate.SYMMETRIC, Predicate.ANY}
    return predicates <= plain and bool(predicates & {*COVARIANCES})


def covariance_root(predicates: Predicates, style: Style, d: int, rng: Random) -> fmpq_mat:
    """R with R'R of the given style, which is not singular where that is excluded."""
    singular = style is Style.SINGULAR and predicates & REGULAR
    return covariance.root(Style.GENERIC if singular else style, d, rng)


def matrix(predicates: Predicates, d: int, second: fmpq_mat | None, rng: Random) -> fmpq_mat | None:
    """A (d, d) matrix with these properties; None where they ask for nothing. `second` is Sigma, for fourth moments."""
    if Predicate.FOURTH_MOMENTS in predicates:
        return _fourth_moments(second, rng)
    if Predicate.ORTHOGONAL in predicates:
        return _orthogonal(predicates, d, rng)
    if Predicate.DIAGONAL in predicates:
        return covariance.diagonal([abs(covariance.rational(rng)) for _ in range(d)])
    if Predicate.INVERTIBLE in predicates:
        return _invertible(predicates, d, rng)
    if Predicate.SYMMETRIC in predicates:
        drawn = covariance.matrix(rng, d, d)
        return drawn + drawn.transpose()
    return None


def _fourth_moments(second: fmpq_mat | None, rng: Random) -> fmpq_mat:
    """m4_i = m2_i a_i^2 >= m2_i^2 with a_i rational, for the diagonal Sigma of the instance."""
    if second is None:
        raise InputError("fourth moments go with a diagonal Sigma: put its hypothesis before theirs")
    seconds = [second[i, i] for i in range(second.nrows())]
    least = [isqrt(int(m2.ceil()) - 1) + 1 for m2 in seconds]
    spread = [a * (1 + abs(covariance.rational(rng)) * rng.randint(0, 1) / 4) for a in least]
    return covariance.diagonal([m2 * a**2 for m2, a in zip(seconds, spread, strict=True)])


def _orthogonal(predicates: Predicates, d: int, rng: Random) -> fmpq_mat:
    """Of the semidefinite ones there is I alone; a symmetric one is a reflection."""
    if predicates & {*COVARIANCES, Predicate.DIAGONAL}:
        return covariance.identity(d)
    if Predicate.SYMMETRIC not in predicates:
        return covariance.orthogonal(rng, d)
    v = covariance.matrix(rng, d, 1)
    return covariance.identity(d) - v * v.transpose() * (2 / (v.transpose() * v)[0, 0])


def _invertible(predicates: Predicates, d: int, rng: Random) -> fmpq_mat:
    root, turn = covariance.root(Style.GENERIC, d, rng), covariance.orthogonal(rng, d)
    if Predicate.SYMMETRIC not in predicates:
        return root * turn
    return turn.transpose() * covariance.diagonal([covariance.rational(rng) for _ in range(d)]) * turn


def number_has(predicate: Predicate, number: fmpq, d: int) -> bool:
    """Whether a number has a property at a dimension d."""
    if predicate in INTEGERS:
        least, most = bounds(frozenset({predicate}), d)
        return bool(number.q == 1 and least <= number and (most is None or number <= most))
    if predicate in FLOORS:
        return bool(number >= FLOORS[predicate](d))
    return bool({Predicate.POSITIVE: number > 0, Predicate.NONNEGATIVE: number >= 0}.get(predicate, True))


def matrix_has(predicate: Predicate, array: fmpq_mat, second: fmpq_mat | None) -> bool:
    """Whether an array has a property; `second` is Sigma, for fourth moments.

    Signs are asked of all entries, other properties of square matrices; an array has no property of a number.
    """
    if predicate in SIGNS:
        return all(entry > 0 if predicate is Predicate.POSITIVE else entry >= 0 for entry in array.entries())
    if predicate is Predicate.ANY or array.nrows() != array.ncols():
        return predicate is Predicate.ANY
    match predicate:
        case Predicate.POSITIVE_DEFINITE:
            return is_definite(array)
        case Predicate.POSITIVE_SEMIDEFINITE:
            return is_semidefinite(array)
        case Predicate.DIAGONAL:
            return is_definite(array) and covariance.diagonal_part(array) == array
        case Predicate.FOURTH_MOMENTS:
            return second is not None and is_semidefinite(array - second**2)
        case Predicate.SYMMETRIC:
            return bool(array == array.transpose())
        case Predicate.ORTHOGONAL:
            return bool(array * array.transpose() == covariance.identity(array.nrows()))
        case Predicate.INVERTIBLE:
            return bool(array.det() != 0)
        case _:
            return False
