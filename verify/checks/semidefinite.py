"""Checks of semidefinite bounds: stored certificates accepted exactly, at level full also found anew."""

from collections.abc import Callable, Mapping
from random import Random
from time import perf_counter

import numpy as np
from flint import fmpq
from scipy.optimize import minimize

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.evaluation import value
from proofs.algebra.polynomial import TracePolynomial
from proofs.core.certificate import GramCertificate, from_json, path_of
from proofs.core.listed import SemidefiniteBound
from proofs.core.points import sizes_by_name
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from proofs.moments.mean import expanded
from verify.certificates.search import search
from verify.checks.context import Context
from verify.checks.moved import Moved
from verify.evaluate.entries import EntryPolynomial, in_entries
from verify.report import Road

Sizes = tuple[tuple[str, int], ...]
Origin = Callable[[SemidefiniteBound, Sizes, EntryPolynomial, Context], GramCertificate | None]
STARTS = 6


def roads(claim: SemidefiniteBound, context: Context) -> list[Road]:
    """The stored certificates; at level full the blind search as well."""
    refuse_moved(claim, context)
    found = [_road("stored certificate", claim, context, stored)]
    if context.level == "full":
        found.append(_road("blind search", claim, context, anew))
    return found


def refutation(claim: SemidefiniteBound, context: Context) -> Road:
    """A rational point at which the objective lies below the claimed bound."""
    refuse_moved(claim, context)
    rng = context.rng(claim.name)
    for sizes in named(claim):
        entries = entry_polynomial(claim, sizes)
        lowest = min((_descended(entries, rng) for _ in range(STARTS)), key=lambda point: exact_at(entries, point))
        found, bound = exact_at(entries, lowest), claimed(claim, sizes)
        if found < bound:
            point = ", ".join(f"{name} = {number}" for name, number in zip(entries.variables, lowest, strict=True))
            witness = f"objective {found}, claimed bound {bound} at {dict(sizes)}: {point}"
            return Road("a point below", Verdict.REFUTED, Scope(), "", witness)
    return Road("a point below", Verdict.UNKNOWN, Scope(), "no point below the bound was found")


def refuse_moved(claim: SemidefiniteBound, context: Context) -> None:
    """Raise InputError unless all symbols of the objective but sizes are free."""
    for sizes in named(claim):
        Moved(expanded(claim.objective), context.theorem.hypotheses).refuse(claim.name, dict(sizes))


def named(claim: SemidefiniteBound) -> list[Sizes]:
    """The sizes of the claim by name, each once."""
    return list(sizes_by_name(claim.sizes))


def entry_polynomial(claim: SemidefiniteBound, sizes: Sizes) -> EntryPolynomial:
    """The objective in the entries of its weights."""
    objective = expanded(claim.objective)
    free = tuple(name for name in objective.scalars if name not in dict(sizes))
    return in_entries(objective, dict(sizes), free)


def claimed(claim: SemidefiniteBound, sizes: Sizes) -> fmpq:
    """The claimed bound at given sizes."""
    numbers = {name: fmpq(size) for name, size in sizes}
    return _number(polynomial(claim.value), numbers) / _number(polynomial(claim.denominator), numbers)


def stored(
    claim: SemidefiniteBound, sizes: Sizes, entries: EntryPolynomial, context: Context
) -> GramCertificate | None:
    """The certificate kept in the package, if there is one."""
    path = path_of(context.identifier, sizes)
    return from_json(path.read_text(encoding="utf-8")) if path.is_file() else None


def anew(claim: SemidefiniteBound, sizes: Sizes, entries: EntryPolynomial, context: Context) -> GramCertificate | None:
    """A certificate found by the solver now."""
    return search(claim.name, sizes, entries)


def _road(name: str, claim: SemidefiniteBound, context: Context, source: Origin) -> Road:
    start = perf_counter()
    accepted: list[Sizes] = []
    for sizes in named(claim):
        entries = entry_polynomial(claim, sizes)
        certificate = source(claim, sizes, entries, context)
        if certificate is None:
            detail = f"no certificate at {dict(sizes)}"
            return Road(name, Verdict.UNKNOWN, _scope(accepted), detail, "", perf_counter() - start)
        if not certificate.accepts(entries.terms) or certificate.bound != claimed(claim, sizes):
            detail = f"the certificate at {dict(sizes)} proves {certificate.bound}, or nothing: it is not accepted"
            return Road(name, Verdict.UNKNOWN, _scope(accepted), detail, "", perf_counter() - start)
        accepted.append(sizes)
    detail = f"{len(accepted)} Gram matrices accepted in exact arithmetic"
    return Road(name, Verdict.CERTIFIED, _scope(accepted), detail, "", perf_counter() - start)


def _scope(accepted: list[Sizes]) -> Scope:
    if not accepted:
        return Scope()
    by_name: Mapping[str, list[int]] = {name: [dict(s)[name] for s in accepted] for name in ("d", "n")}
    ranges = tuple((name, min(sizes), max(sizes)) for name, sizes in by_name.items())
    cases = frozenset(", ".join(f"{name} = {size}" for name, size in sizes) for sizes in accepted)
    return Scope(ranges=ranges, instances=len(accepted), cases=cases)


def _number(expression: TracePolynomial, numbers: Mapping[str, fmpq]) -> fmpq:
    return value(expression, {}, numbers)


def _descended(entries: EntryPolynomial, rng: Random) -> tuple[fmpq, ...]:
    powers, factors = np.array(list(entries.terms)), np.array([float(v.p) / float(v.q) for v in entries.terms.values()])
    start = np.array([rng.gauss(0, 1) for _ in entries.variables])
    found = minimize(lambda point: float(factors @ np.prod(point**powers, axis=1)), start, method="BFGS")
    return tuple(fmpq(round(float(entry) * 10**6), 10**6) for entry in found.x)


def exact_at(entries: EntryPolynomial, point: tuple[fmpq, ...]) -> fmpq:
    """The exact value of an entry polynomial."""
    total = fmpq(0)
    for powers, factor in entries.terms.items():
        for base, power in zip(point, powers, strict=True):
            factor = factor * base**power if power else factor
        total += factor
    return total
