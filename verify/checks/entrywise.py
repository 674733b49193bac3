"""Checks of identities between sums of entries: exact values, and the definition differentiated by other means."""

from collections.abc import Iterator
from itertools import product
from random import Random
from time import perf_counter

import sympy as sp
from flint import arb, ctx, fmpq

from proofs.core.scope import Scope
from proofs.core.theorem import Theorem
from proofs.core.verdict import Verdict
from proofs.entrywise.arrays import refuse_other_sums
from proofs.entrywise.claims import DifferentValues, EntrywiseIdentity, Lipschitz
from proofs.entrywise.evaluation import value
from proofs.entrywise.sums import Symbol
from verify.checks.context import Context
from verify.checks.hypotheses import refuse_simplex
from verify.checks.symbolic import symbolic_road
from verify.enclose.softmax import loss_along, scores, softmax
from verify.report import Road
from verify.sweep.covariance import rational

SIZES = ((1, 1), (2, 1), (2, 2), (3, 2), (4, 1), (3, 3))
DERIVED = ((2, 1), (2, 2), (3, 2))
BITS = 192
Arrays = dict[str, tuple[tuple[fmpq, ...], ...]]


def roads(claim: EntrywiseIdentity, context: Context) -> list[Road]:
    """Symbolic; exact values; for derivatives of the loss the definition by sympy, and along lines in balls."""
    found = symbolic_road(claim, context)
    known = [*([found] if found else []), refutation(claim, context)]
    if claim.derivative:
        known += [definition_road(claim, context), series_road(claim, context)]
    return known


def refutation(claim: EntrywiseIdentity, context: Context) -> Road:
    """Both sides at rational entries, those of the simplex positive with sum 1."""
    refuse_simplex(claim.name, (claim.simplex.name,), context.theorem.hypotheses)
    start, rng, used = perf_counter(), context.rng(f"{claim.name}/values"), 0
    for n, d in SIZES:
        sizes, arrays = {"n": n, "d": d}, drawn(claim, n, d, rng)
        for at in places(claim, sizes):
            used += 1
            left, right = (value(side, arrays, sizes, at, fmpq) for side in (claim.left, claim.right))
            if left != right:
                witness = f"{claim.name}: {left}, claimed {right} at n = {n}, d = {d}; {written(arrays)}"
                return Road("exact values", Verdict.REFUTED, _scope(), "", witness, perf_counter() - start)
    return Road(
        "exact values", Verdict.CERTIFIED, _scope(), f"{used} entries agree exactly", "", perf_counter() - start
    )


def definition_road(claim: EntrywiseIdentity, context: Context) -> Road:
    """The definition differentiated by sympy, entry by entry, at rational A and b, against the right side."""
    start, rng, used = perf_counter(), context.rng(f"{claim.name}/definition"), 0
    for n, d in DERIVED:
        sizes, arrays = {"n": n, "d": d}, drawn(claim, n, d, rng, at_zero=True)
        for at in places(claim, sizes):
            used += 1
            found, claimed = by_sympy(arrays, sizes, [at[name] for name in sorted(at)]), value(
                claim.right, arrays, sizes, at, fmpq)  # fmt: skip
            if found != claimed:
                witness = f"derivative {found}, claimed {claimed} at n = {n}, d = {d}; {written(arrays)}"
                return Road("definition", Verdict.REFUTED, _scope(), "", witness, perf_counter() - start)
    return Road("definition", Verdict.CERTIFIED, _scope(), f"{used} entries agree exactly", "", perf_counter() - start)


def by_sympy(arrays: Arrays, sizes: dict[str, int], order: list[int]) -> fmpq:
    """The derivative of the loss by x at x = 0, where f is what `arrays` says: the scores are A x + log f."""
    x = sp.symbols(f"x0:{sizes['d']}", real=True)
    A, b, f = (arrays[name] for name in ("A", "b", "f"))
    powers = [
        sp.Rational(str(f[0][i])) * sp.exp(sum(sp.Rational(str(A[i][k])) * x[k] for k in range(sizes["d"])))
        for i in range(sizes["n"])
    ]
    total = sum(powers)
    loss = sum((power / total - sp.Rational(str(b[0][i]))) ** 2 for i, power in enumerate(powers)) / 2
    found = sp.nsimplify(sp.diff(loss, *(x[place] for place in order)).subs(dict.fromkeys(x, 0)))
    return fmpq(int(found.p), int(found.q))


def series_road(claim: EntrywiseIdentity, context: Context) -> Road:
    """The loss along lines x + t h as power series in balls, against the right side contracted with h."""
    start, rng, worst = perf_counter(), context.rng(f"{claim.name}/series"), arb(0)
    before, ctx.prec = ctx.prec, BITS
    try:
        for n, d in DERIVED:
            sizes, arrays, h = {"n": n, "d": d}, drawn(claim, n, d, rng), [rational(rng) for _ in range(d)]
            x = [rational(rng) for _ in range(d)]
            balls = {name: [[arb(entry) for entry in row] for row in rows] for name, rows in arrays.items()}
            balls["f"] = [softmax(scores(arrays["A"], [arb(part) for part in x]))]
            found = loss_along(arrays["A"], x, arrays["b"][0], h)[claim.derivative - 1]
            expected = arb(0)
            for at in places(claim, sizes):
                weight = arb(1)
                for place in at.values():
                    weight *= arb(h[place])
                expected += weight * value(claim.right, balls, sizes, at, arb)
            if not found.overlaps(expected):
                witness = f"derivative {found.str(20)} along a line, claimed {expected.str(20)} at n = {n}, d = {d}"
                return Road("power series", Verdict.REFUTED, _scope(), "", witness, perf_counter() - start)
            worst = max(worst, abs(found - expected).abs_upper())
    finally:
        ctx.prec = before
    detail = f"{len(DERIVED)} lines agree to {worst.str(2, radius=False)}"
    return Road("power series", Verdict.SUPPORTED, _scope(), detail, "", perf_counter() - start)


def different_roads(claim: DifferentValues, context: Context) -> list[Road]:
    """Both sides at the listed values."""
    return [different_refutation(claim, context)]


def different_refutation(claim: DifferentValues, context: Context) -> Road:
    """CERTIFIED where both sides are as listed, and differ."""
    refuse_simplex(claim.name, [symbol.name for symbol in claim.simplex], context.theorem.hypotheses)
    _refuse_another_simplex(claim, context.theorem)
    start, arrays, sizes = perf_counter(), dict(claim.values), claim.sizes
    scope = Scope(cases=frozenset({", ".join(f"{name} = {size}" for name, size in sorted(sizes.items()))}))
    at = {name: int(name) - 1 for name in claim.left.free | claim.right.free}
    found = value(claim.left, arrays, sizes, at, fmpq), value(claim.right, arrays, sizes, at, fmpq)
    if found != claim.found or found[0] == found[1]:
        witness = f"the values are {found[0]} and {found[1]}, claimed {claim.found[0]} and {claim.found[1]}, different"
        return Road("exact values", Verdict.REFUTED, scope, "", witness, perf_counter() - start)
    detail = f"the values are {found[0]} and {found[1]}"
    return Road("exact values", Verdict.CERTIFIED, scope, detail, "", perf_counter() - start)


def _refuse_another_simplex(claim: DifferentValues, theorem: Theorem) -> None:
    """Raise InputError for values that do not sum to 1 of a symbol that does in another claim of the theorem."""
    summing = {other.simplex.name for other in theorem.claims if isinstance(other, EntrywiseIdentity | Lipschitz)}
    for symbol in claim.left.symbols | claim.right.symbols:
        if symbol.name in summing:
            refuse_other_sums(symbol, dict(claim.values)[symbol.name])


def drawn(claim: EntrywiseIdentity, n: int, d: int, rng: Random, *, at_zero: bool = False) -> Arrays:
    """Rational entries for all symbols of a claim; x is 0 where that is asked for."""
    lengths = {"n": n, "d": d}
    arrays: Arrays = {}
    for symbol in sorted(claim.left.symbols | claim.right.symbols | _definition(claim)):
        sizes = [lengths[size] for size in symbol.sizes]
        rows, columns = (sizes if len(sizes) == 2 else (1, sizes[0])) if sizes else (1, 1)
        arrays[symbol.name] = tuple(tuple(rational(rng) for _ in range(columns)) for _ in range(rows))
    if claim.simplex.name in arrays:
        parts = [abs(entry) for entry in arrays[claim.simplex.name][0]]
        arrays[claim.simplex.name] = (tuple(part / sum(parts, fmpq(0)) for part in parts),)
    if at_zero:
        arrays["x"] = ((fmpq(0),) * d,)
    return arrays


def _definition(claim: EntrywiseIdentity) -> set[Symbol]:
    return {Symbol("A", ("n", "d")), Symbol("b", ("n",)), claim.simplex} if claim.derivative else set()


def places(claim: EntrywiseIdentity, sizes: dict[str, int]) -> Iterator[dict[str, int]]:
    """All values of the free indices."""
    ranges: dict[str, int] = {}
    for side in (claim.left, claim.right):
        for factors, _ in side.terms:
            for symbol, indices in factors:
                ranges |= {i: sizes[size] for i, size in zip(indices, symbol.sizes, strict=True) if isinstance(i, str)}
    for chosen in product(*(range(length) for length in ranges.values())):
        yield dict(zip(ranges, chosen, strict=True))


def written(arrays: Arrays) -> str:
    """Entries in words."""
    return ", ".join(f"{name} = {[[str(entry) for entry in row] for row in rows]}" for name, rows in arrays.items())


def _scope() -> Scope:
    n, d = zip(*SIZES, strict=True)
    return Scope(ranges=(("d", min(d), max(d)), ("n", min(n), max(n))), instances=len(SIZES))
