"""Minima that are claimed to be attained at one point only: a second point with the same value refutes that."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations_with_replacement
from time import perf_counter

from flint import fmpq, fmpq_mat

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.core.claims import Minimum
from proofs.core.verdict import Verdict
from proofs.moments.mean import expanded
from verify.checks import minimum
from verify.checks.compare import at, shortened
from verify.checks.context import Context, instances_scope
from verify.checks.definition import SMALL
from verify.checks.minimum import at_minimizer, variables, with_values
from verify.report import Road
from verify.sweep.instance import Instance

NAME = "another minimizer"
Values = dict[TracePolynomial, fmpq_mat]
Vector = list[fmpq]


def roads(claim: Minimum, context: Context) -> list[Road]:
    """The roads to a minimum, and a second minimizer where one is found against the claim."""
    found, second = minimum.roads(claim, context), another(claim, context) if claim.unique else None
    if second is None:
        return found
    return [*(road if road.name == "symbolic" else _of_the_value_only(road) for road in found), second]


def _of_the_value_only(road: Road) -> Road:
    """A road at instances looks at the value and not at uniqueness: where this is refuted, it certifies nothing."""
    return replace(road, verdict=min(road.verdict, Verdict.SUPPORTED))


def refutation(claim: Minimum, context: Context) -> Road:
    """The road by which a perturbed minimum has to fail: at its values, or at a second minimizer."""
    road = minimum.refutation(claim, context)
    if road.verdict is Verdict.REFUTED or not claim.unique:
        return road
    return another(claim, context) or road


def another(claim: Minimum, context: Context) -> Road | None:
    """A second point at which the objective is what it is at the minimizer, exactly; None if none is found.

    It is sought along a direction in which the second differences at the minimizer vanish; of a symmetric letter among
    the symmetric matrices. Where a variable is orthogonal there are no such directions, and nothing is sought.
    """
    start = perf_counter()
    objective, symbols = expanded(claim.objective), variables(claim)
    if any(letter.orthogonal for symbol in symbols for letter in symbol.letters):
        return None
    involved = (objective, *symbols, *(polynomial(value) for _, value in claim.minimizer))
    for instance in context.instances(claim, involved, shapes=SMALL):
        best = at_minimizer(claim, instance)
        value = at(objective, best)
        flat = kernel_vector(_second_differences(objective, symbols, best))
        if flat is not None:
            other = with_values(best, _moved(symbols, best, flat))
            if at(objective, other) == value:
                witness = f"another minimizer, of value {value[0, 0]}: {shortened(str(other))}"
                return Road(NAME, Verdict.REFUTED, instances_scope([best]), "", witness, perf_counter() - start)
    return None


def kernel_vector(matrix: fmpq_mat) -> Vector | None:
    """A vector other than 0 that the matrix maps to 0; None if there is none."""
    echelon, rank = matrix.rref()
    size = matrix.ncols()
    if rank == size:
        return None
    pivots = [next(j for j in range(size) if echelon[i, j]) for i in range(rank)]
    free = next(j for j in range(size) if j not in pivots)
    found = [fmpq(0)] * size
    found[free] = fmpq(1)
    for row, pivot in enumerate(pivots):
        found[pivot] = -echelon[row, free]
    return found


def _second_differences(objective: TracePolynomial, symbols: list[TracePolynomial], best: Instance) -> fmpq_mat:
    """f(x + e_i + e_j) - f(x + e_i) - f(x + e_j) + f(x) over the free entries of the symbols."""
    size = sum(len(_places(symbol, best)) for symbol in symbols)

    def value(*places: int) -> fmpq:
        step = [fmpq(places.count(place)) for place in range(size)]
        return at(objective, with_values(best, _moved(symbols, best, step)))[0, 0]

    none, single = value(), [value(place) for place in range(size)]
    found = fmpq_mat(size, size)
    for i, j in combinations_with_replacement(range(size), 2):
        found[i, j] = found[j, i] = value(i, j) - single[i] - single[j] + none
    return found


def _moved(symbols: list[TracePolynomial], best: Instance, step: Vector) -> Values:
    """The symbols at the minimizer plus a step, free entry by free entry."""
    entries = iter(step)
    return {symbol: _plus(at(symbol, best), _places(symbol, best), entries) for symbol in symbols}


def _places(symbol: TracePolynomial, best: Instance) -> list[set[tuple[int, int]]]:
    """The places of each free entry: one, or two that mirror each other in a symmetric letter."""
    rows, columns = at(symbol, best).nrows(), at(symbol, best).ncols()
    symmetric = not symbol.is_scalar and symbol.letter.symmetric
    free = [(i, j) for i in range(rows) for j in range(columns) if not symmetric or i <= j]
    return [{(i, j), (j, i)} if symmetric else {(i, j)} for i, j in free]


def _plus(matrix: fmpq_mat, places: list[set[tuple[int, int]]], entries: Iterator[fmpq]) -> fmpq_mat:
    moved = fmpq_mat(matrix)
    for mirrored in places:
        entry = next(entries)
        for i, j in mirrored:
            moved[i, j] += entry
    return moved
