"""Checks of Lipschitz constants of softmax: the squares at exact values, the extremal point, and a search for worse."""

from collections.abc import Mapping
from random import Random
from time import perf_counter

import numpy as np
from flint import fmpq
from scipy.optimize import minimize

from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from proofs.entrywise.claims import Lipschitz, LooseBound, Part
from proofs.entrywise.evaluation import value
from proofs.entrywise.proofs import is_attained
from proofs.entrywise.sums import pairs
from verify.checks.context import Context
from verify.checks.hypotheses import refuse_simplex
from verify.checks.symbolic import symbolic_road
from verify.evaluate.softmax import Floats, softmax
from verify.report import Road
from verify.simulate.sampling import generator
from verify.sweep.covariance import rational

LENGTHS = (1, 2, 3, 5)
SEARCHED = (2, 3, 6)
STARTS = {"quick": 4, "full": 20}
ROUNDING = 1e-9
Row = tuple[fmpq, ...]


def roads(claim: Lipschitz, context: Context) -> list[Road]:
    """Symbolic; exact values; a search for the worst ratio of moves."""
    found = symbolic_road(claim, context)
    return [*([found] if found else []), refutation(claim, context), search_road(claim, context)]


def refutation(claim: Lipschitz, context: Context) -> Road:
    """v'Jv between 0 and c |v|^2, and as the parts say, at rational f and v; attained at the extremal point."""
    refuse_simplex(claim.name, (claim.simplex.name,), context.theorem.hypotheses)
    start, rng = perf_counter(), context.rng(f"{claim.name}/values")
    for n in LENGTHS:
        f = extremal(n) if n > 1 else (fmpq(1),)
        flaw = _flaw(claim, f, tuple(fmpq((-1) ** i) if i < 2 else fmpq(0) for i in range(n)))
        for _ in range(3):
            flaw = flaw or _flaw(claim, _weights(n, rng), tuple(rational(rng) for _ in range(n)))
        if flaw:
            return Road("exact values", Verdict.REFUTED, _scope(), "", flaw, perf_counter() - start)
    if not is_attained(claim):
        witness = f"at f = ({claim.extremal[0]}, {claim.extremal[1]}) the constant {claim.constant} is not attained"
        return Road("exact values", Verdict.REFUTED, _scope(), "", witness, perf_counter() - start)
    detail = f"{4 * len(LENGTHS)} forms agree exactly; attained at n = 2"
    return Road("exact values", Verdict.CERTIFIED, _scope(), detail, "", perf_counter() - start)


def extremal(n: int) -> Row:
    """Nearly all weight on two entries, in equal parts; all of it for n = 2."""
    rest = fmpq(0) if n == 2 else fmpq(1, 10**6)
    return tuple((1 - (n - 2) * rest) / 2 if i < 2 else rest for i in range(n))


def _flaw(claim: Lipschitz, f: Row, v: Row) -> str:
    n = len(f)
    arrays, sizes = {"f": (f,), claim.direction.name: (v,)}, {"n": n}
    form = value((claim.jacobian * claim.direction("i") * claim.direction("j")).over("i", "j"), arrays, sizes, {}, fmpq)
    bound = claim.constant * sum((entry * entry for entry in v), fmpq(0))
    where = f"at f = ({', '.join(map(str, f))}), v = ({', '.join(map(str, v))})"
    if not 0 <= form <= bound:
        return f"v'Jv = {form}, claimed at most {bound}, {where}"
    for name, parts, expected in (("lower", claim.lower, form), ("upper", claim.upper, bound - form)):
        found = sum((_part(part, arrays, sizes) for part in parts), fmpq(0))
        if found != expected:
            return f"the {name} parts are {found}, not {expected}, {where}"
    return ""


def _part(part: Part, arrays: Mapping[str, tuple[Row, ...]], sizes: dict[str, int]) -> fmpq:
    square = part.weight * part.body * part.body
    whole = pairs(square, *part.indices) if part.distinct else square.over(*part.indices)
    found: fmpq = value(whole, arrays, sizes, {}, fmpq)
    return found


def _weights(n: int, rng: Random) -> Row:
    parts = [abs(rational(rng)) for _ in range(n)]
    return tuple(part / sum(parts, fmpq(0)) for part in parts)


def search_road(claim: Lipschitz, context: Context) -> Road:
    """The largest ratio |f(u) - f(u')| / |u - u'| that ascents from random starts find; it stays below the constant."""
    start, worst, at = perf_counter(), 0.0, ""
    rng = generator(f"{context.identifier}/{claim.name}/search", context.seed)
    for n in SEARCHED:
        for _ in range(STARTS[context.level]):
            found = minimize(lambda w: -ratio(w), rng.standard_normal(2 * n), method="Nelder-Mead",
                             options={"maxiter": 400 * n})  # fmt: skip
            if -found.fun > worst:
                worst, at = float(-found.fun), f"n = {n}"
    scope, bound = Scope(ranges=(("n", min(SEARCHED), max(SEARCHED)),), instances=len(SEARCHED)), float(claim.constant)
    detail = f"worst ratio found {worst:.9f} at {at}, claimed at most {bound}"
    if worst > bound * (1 + ROUNDING):
        return Road("search", Verdict.REFUTED, scope, "", detail, perf_counter() - start)
    return Road("search", Verdict.SUPPORTED, scope, detail, "", perf_counter() - start)


def ratio(both: Floats) -> float:
    """|f(u) - f(u')| / |u - u'| for u and u' one after the other; 0 where they are too close to tell."""
    one, other = np.split(both, 2)
    moved = float(np.linalg.norm(one - other))
    return float(np.linalg.norm(softmax(one) - softmax(other))) / moved if moved > 1e-5 else 0.0


def loose_roads(claim: LooseBound, context: Context) -> list[Road]:
    """Symbolic; the inequality on a grid."""
    found = symbolic_road(claim, context)
    return [*([found] if found else []), loose_refutation(claim, context)]


def loose_refutation(claim: LooseBound, _context: Context) -> Road:
    """slope R <= n^power exp(growth R^2) at R = 10^-3 ... 10, n = 1, 2, 10; the least of the quotients is printed."""
    start, scope = perf_counter(), Scope(ranges=(("n", 1, 10),), instances=3)
    least, where = np.inf, ""
    for n in (1, 2, 10):
        for R in np.logspace(-3, 1, 200):
            log = float(claim.power) * np.log(n) + float(claim.growth) * R * R - np.log(float(claim.slope) * R)
            least, where = min((least, where), (float(log), f"R = {R:.4g}, n = {n}"))
    detail = f"the printed constant is at least {np.exp(least):.4g} times the sharp one, at {where}"
    if least < 0:
        return Road("grid", Verdict.REFUTED, scope, "", detail, perf_counter() - start)
    return Road("grid", Verdict.SUPPORTED, scope, detail, "", perf_counter() - start)


def _scope() -> Scope:
    return Scope(ranges=(("n", min(LENGTHS), max(LENGTHS)),), instances=len(LENGTHS))
