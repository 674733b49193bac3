"""Checks of sets of minimizers: exact points on every branch, and a search that may find others."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product as combinations
from time import perf_counter

import numpy as np
from flint import fmpq, fmpq_mat
from scipy.optimize import minimize

from proofs.algebra.abbreviation import polynomial, unfold
from proofs.algebra.polynomial import TracePolynomial
from proofs.attention.linear import population_loss
from proofs.core.claims import ZeroSet
from proofs.core.verdict import Verdict
from proofs.moments.mean import expanded
from verify.checks.compare import at, shortened
from verify.checks.context import Context, instances_scope
from verify.checks.symbolic import symbolic_road
from verify.evaluate.entries import EntryPolynomial, in_entries
from verify.report import Road
from verify.sweep import covariance
from verify.sweep.instance import Instance, Shape

SHAPES = (Shape(2, 1), Shape(2, 2), Shape(1, 3))
SEARCHED = (Shape(3, 2), Shape(3, 1))
STARTS = {"quick": 12, "full": 60}
SMALL = 1e-3

Branch = frozenset[str]


def roads(claim: ZeroSet, context: Context) -> list[Road]:
    """Symbolic; exact points on the branches; descent from random starts."""
    found = [symbolic_road(claim, context), refutation(claim, context), descent_road(claim, context)]
    return [road for road in found if road is not None]


def refutation(claim: ZeroSet, context: Context) -> Road:
    """On each branch a rational solution is constructed, or shown not to exist by linear algebra."""
    start = perf_counter()
    total, form = (unfold(side, claim.abbreviations) for side in (expanded(claim.total), polynomial(claim.form)))
    instances = context.instances(claim, (total, form), shapes=SHAPES)
    for instance in instances:
        wrong = _wrong_branch(claim, total, form, instance, context)
        if wrong:
            return Road("points", Verdict.REFUTED, instances_scope(instances), "", wrong, perf_counter() - start)
    detail = f"every branch settled at {len(instances)} instances"
    return Road("points", Verdict.CERTIFIED, instances_scope(instances), detail, "", perf_counter() - start)


def _wrong_branch(
    claim: ZeroSet, total: TracePolynomial, form: TracePolynomial, instance: Instance, context: Context
) -> str:
    """What is wrong with the claimed branches at an instance; empty if nothing is."""
    d = instance.shape.d
    listed = claim.branches_at_one if d == 1 else claim.branches
    target = covariance.root(covariance.Style.GENERIC, d, context.rng(f"{claim.name}/target"))
    pairs = [(_name(polynomial(item.first.body)), _name(polynomial(item.second.body))) for item in claim.products]
    for chosen in combinations(*pairs):
        branch = frozenset(chosen)
        point = solution(form, branch, target, instance)
        zero = ", ".join(f"{name} = 0" for name in sorted(branch))
        if point is not None and at(total, point)[0, 0] == 0 and branch not in listed:
            return f"a solution with {zero} at d = {d} is not in the claim: {shortened(str(point))}"
        if branch in listed and (point is None or at(total, point)[0, 0] != 0):
            return f"there is no solution with {zero} at d = {d}"
    return ""


def solution(form: TracePolynomial, branch: Branch, target: fmpq_mat, instance: Instance) -> Instance | None:
    """A point of a branch at which the form equals the target: linear in any one symbol, the others held."""
    held = _with_zeros(instance, branch)
    free = {letter.name for letter in form.letters} | set(form.scalars)
    for name in sorted(free - branch):
        solved = _solved_for(name, form, target, held)
        if solved is not None:
            return solved
    return None


def _solved_for(name: str, form: TracePolynomial, target: fmpq_mat, held: Instance) -> Instance | None:
    """The value of one symbol at which the form, which is linear in it, equals the target."""
    old = held.matrices.get(name, fmpq_mat(1, 1))
    rows, columns = old.nrows(), old.ncols()
    basis = [fmpq_mat(rows, columns, [int(k == m) for m in range(rows * columns)]) for k in range(rows * columns)]
    zero = at(form, _with(held, name, fmpq_mat(rows, columns)))
    images = [(at(form, _with(held, name, step)) - zero).entries() for step in basis]
    system = fmpq_mat([list(row) for row in zip(*images, strict=True)])
    missing = (target - zero).entries()
    joint, rank = fmpq_mat([[*row, b] for row, b in zip(system.tolist(), missing, strict=True)]).rref()
    if rank != system.rank():
        return None
    values = [fmpq(0)] * len(basis)
    for k in range(rank):
        pivot = next(j for j in range(len(basis)) if joint[k, j] != 0)
        values[pivot] = joint[k, len(basis)]
    return _with(held, name, fmpq_mat(rows, columns, values))


def _with(instance: Instance, name: str, array: fmpq_mat) -> Instance:
    if name in instance.numbers:
        return replace(instance, numbers=instance.numbers | {name: array[0, 0]})
    return replace(instance, matrices=instance.matrices | {name: array})


def _with_zeros(instance: Instance, branch: Branch) -> Instance:
    for name in branch:
        old = instance.matrices.get(name, fmpq_mat(1, 1))
        instance = _with(instance, name, fmpq_mat(old.nrows(), old.ncols()))
    return instance


def descent_road(claim: ZeroSet, context: Context) -> Road | None:
    """Descent from random starts: every lowest point found lies on a claimed branch.

    There are local minima that are not global, so only points at the lowest value are looked at.
    """
    experiment = claim.experiment
    if experiment is None:
        return None
    start = perf_counter()
    loss = expanded(population_loss(experiment.model, experiment.task))
    symbols = {
        name for item in claim.products for name in map(_name, map(polynomial, (item.first.body, item.second.body)))
    }
    instances = context.instances(claim, (loss,), shapes=SEARCHED)[: len(SEARCHED)]
    lines = []
    for instance in instances:
        points = _lowest_points(_entries(loss, symbols, instance), STARTS[context.level], context)
        listed = claim.branches_at_one if instance.shape.d == 1 else claim.branches
        if not all(any(_lies_on(point, branch) for branch in listed) for point in points):
            witness = f"a lowest point off the claimed branches at {instance.shape}"
            return Road("descent", Verdict.REFUTED, instances_scope(instances), "", witness, perf_counter() - start)
        lines.append(f"{len(points)} of {STARTS[context.level]} at {instance.shape.d}")
    detail = f"lowest points on a claimed branch, starts that reach one by d: {', '.join(lines)}"
    return Road("descent", Verdict.SUPPORTED, instances_scope(instances), detail, "", perf_counter() - start)


def _entries(loss: TracePolynomial, symbols: set[str], instance: Instance) -> EntryPolynomial:
    free = tuple(name for name in loss.scalars if name in symbols)
    fixed = {letter.name: instance.matrices[letter.name] for letter in loss.letters if letter.name not in symbols}
    sizes = {"n": instance.shape.n, "d": instance.shape.d}
    numbers = {name: value for name, value in instance.numbers.items() if name not in symbols}
    return in_entries(loss, sizes, free, fixed, numbers)


def _lowest_points(entries: EntryPolynomial, starts: int, context: Context) -> Sequence[Mapping[str, float]]:
    """The end points of the descents that reach the lowest value, as the largest entry of each symbol."""
    powers, factors = np.array(list(entries.terms)), np.array([float(v.p) / float(v.q) for v in entries.terms.values()])
    rng = np.random.default_rng(context.rng("descent").getrandbits(64))
    ends = [
        minimize(lambda point: float(factors @ np.prod(point**powers, axis=1)), rng.normal(size=len(entries.variables)))
        for _ in range(starts)
    ]
    lowest = min(float(end.fun) for end in ends)
    reached = [end.x for end in ends if end.fun <= lowest + SMALL**2 * max(1.0, abs(lowest))]
    return [_sizes(entries.variables, point) for point in reached]


def _sizes(variables: Sequence[str], point: Sequence[float]) -> dict[str, float]:
    found: dict[str, float] = {}
    for variable, entry in zip(variables, point, strict=True):
        name = variable.partition("[")[0]
        found[name] = max(found.get(name, 0.0), abs(float(entry)))
    return found


def _lies_on(point: Mapping[str, float], branch: Branch) -> bool:
    """Whether the symbols of the branch are small against the largest entry."""
    return all(point[name] <= 0.05 * max(point.values()) for name in branch)


def _name(symbol: TracePolynomial) -> str:
    return symbol.scalars[0] if symbol.is_scalar else symbol.letter.name
