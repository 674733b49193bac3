"""Checks of softmax attention in balls: shifts by a step and by an update, and its expansion at small scale."""

from collections.abc import Sequence
from time import perf_counter

from flint import arb, ctx, fmpq

from proofs.core.errors import InputError
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from proofs.entrywise.claims import Expansion, OpposedShifts
from proofs.entrywise.evaluation import value
from verify.checks.context import Context
from verify.checks.located import excluded, within
from verify.checks.symbolic import symbolic_road
from verify.enclose.softmax import softmax
from verify.report import Road
from verify.sweep.covariance import rational

BITS = 256
"""Enough for second differences."""
SCALES = (2, 5, 10, 20)
LENGTHS = (2, 3, 6)


def opposed_roads(claim: OpposedShifts, context: Context) -> list[Road]:
    """The step and the update in balls."""
    return [opposed_refutation(claim, context)]


def opposed_refutation(claim: OpposedShifts, _context: Context) -> Road:
    """CERTIFIED where the cosine has the listed digits and is not positive."""
    start, scope = perf_counter(), Scope(cases=frozenset({f"d = {len(claim.x)}, n = {len(claim.b)}"}))
    with ctx.workprec(BITS):
        found = cosine(claim)
        if not found.is_finite():
            raise InputError(f"claim {claim.name!r}: one of the moves is 0 within balls, so there is no cosine")
        if excluded(found, claim.cosine) or not found < 0:
            witness = f"the cosine is {found.str(20, radius=False)}, claimed {claim.cosine}, negative"
            return Road("balls", Verdict.REFUTED, scope, "", witness, perf_counter() - start)
        holds = within(found, claim.cosine)
    verdict = Verdict.CERTIFIED if holds else Verdict.UNKNOWN
    return Road("balls", verdict, scope, f"cosine {claim.cosine}", "", perf_counter() - start)


def cosine(claim: OpposedShifts) -> arb:
    """Of f(x - step gradient; A) - f(x; A) and f(x; A + update P A) - f(x; A)."""
    x, b = [arb(part) for part in claim.x], [arb(part) for part in claim.b]
    A = [[arb(entry) for entry in row] for row in claim.A]
    f = softmax(_product(A, x))
    missed = [p - q for p, q in zip(f, b, strict=True)]
    mean = _dot(f, missed)
    slope = _product(list(zip(*A, strict=True)), [p * (c - mean) for p, c in zip(f, missed, strict=True)])
    stepped = [part - arb(claim.step) * entry for part, entry in zip(x, slope, strict=True)]
    weights = [softmax([_dot(row, other) for other in A]) for row in A]
    columns = list(zip(*A, strict=True))
    updated = [
        [entry + arb(claim.update) * _dot(share, column) for entry, column in zip(row, columns, strict=True)]
        for row, share in zip(A, weights, strict=True)
    ]
    one = [p - q for p, q in zip(softmax(_product(A, stepped)), f, strict=True)]
    other = [p - q for p, q in zip(softmax(_product(updated, x)), f, strict=True)]
    return _dot(one, other) / (_dot(one, one) * _dot(other, other)).sqrt()


def expansion_roads(claim: Expansion, context: Context) -> list[Road]:
    """Symbolic; the remainder at small scales in balls."""
    found = symbolic_road(claim, context)
    return [*([found] if found else []), expansion_refutation(claim, context)]


def expansion_refutation(claim: Expansion, context: Context) -> Road:
    """|R| <= t^order w^order max |v| / 4 at t = 2^-2 ... 2^-20, and the second derivative against differences."""
    start, rng = perf_counter(), context.rng(f"{claim.name}/expansion")
    scope, worst = Scope(ranges=(("n", min(LENGTHS), max(LENGTHS)),), instances=len(LENGTHS)), arb(0)
    with ctx.workprec(BITS):
        for n in LENGTHS:
            u, v = [fmpq(i) + rational(rng) / 9 for i in range(n)], [rational(rng) for _ in range(n)]
            witness = _second_differs(claim, u)
            for power in SCALES:
                t = fmpq(1, 2**power)
                rest, bound = _remainder(u, v, t), _bound(u, v, t, claim.order)
                worst = max(worst, (rest / bound).abs_upper())
                if rest > bound:
                    witness = (
                        f"|R| = {rest.str(5, radius=False)}, claimed at most {bound.str(5, radius=False)}, t = {t}"
                    )
                if witness:
                    return Road("balls", Verdict.REFUTED, scope, "", witness, perf_counter() - start)
    detail = f"|R| is at most {float(worst):.3f} of the bound at t = 2^-2 ... 2^-20"
    return Road("balls", Verdict.CERTIFIED, scope, detail, "", perf_counter() - start)


def _remainder(u: Sequence[fmpq], v: Sequence[fmpq], t: fmpq) -> arb:
    n = len(u)
    f = softmax([arb(t * part) for part in u])
    mean = sum(v, fmpq(0)) / n
    first = sum(((p - sum(u, fmpq(0)) / n) * q for p, q in zip(u, v, strict=True)), fmpq(0)) / n
    found: arb = abs(_dot(f, [arb(part) for part in v]) - arb(mean + t * first))
    return found


def _bound(u: Sequence[fmpq], v: Sequence[fmpq], t: fmpq, order: int) -> arb:
    width = max(u) - min(u)
    return arb(t**order * width**order * max(abs(part) for part in v) / 4)


def _second_differs(claim: Expansion, u: Sequence[fmpq]) -> str:
    """The claimed derivatives at t = 0 against central differences of f, to within their order."""
    n, h = len(u), fmpq(1, 2**60)
    balls = {"u": [[arb(part) for part in u]], "f": [[arb(1) / n] * n]}
    ahead, here, behind = (softmax([arb(t * part) for part in u]) for t in (h, fmpq(0), -h))
    for i in range(n):
        for name, whole, found in (
            ("first", claim.first, (ahead[i] - behind[i]) / arb(2 * h)),
            ("second", claim.second, (ahead[i] - 2 * here[i] + behind[i]) / arb(h * h)),
        ):
            claimed = value(whole, balls, {"n": n}, {"i": i}, arb)
            if abs(found - claimed) > arb(fmpq(1, 2**50)):
                return f"the {name} derivative is {found.str(10)}, claimed {claimed.str(10)}, at n = {n}"
    return ""


def _dot(one: Sequence[arb], other: Sequence[arb]) -> arb:
    return sum((p * q for p, q in zip(one, other, strict=True)), start=arb(0))


def _product(A: Sequence[Sequence[arb]], x: Sequence[arb]) -> list[arb]:
    return [_dot(row, x) for row in A]
