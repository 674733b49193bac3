"""Checks of inequalities in one variable: both sides in balls."""

from time import perf_counter

from flint import arb, ctx, fmpq

from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from proofs.entrywise.claims import Inequality
from verify.checks.context import Context
from verify.checks.symbolic import symbolic_road
from verify.enclose.formula import enclosed
from verify.report import Road

BITS = 400
VALUES = (*(fmpq(1, 10**k) for k in range(6, 0, -1)), *(fmpq(k, 4) for k in range(1, 41)), fmpq(100))


def roads(claim: Inequality, context: Context) -> list[Road]:
    """Symbolic; in balls."""
    found = symbolic_road(claim, context)
    return [*([found] if found else []), refutation(claim, context)]


def refutation(claim: Inequality, _context: Context) -> Road:
    """Both sides in balls at rational values from 10^-6 to 100; UNKNOWN where balls do not decide."""
    start, name, scope = perf_counter(), claim.variable.name, Scope(instances=len(VALUES))
    verdict, witness = Verdict.CERTIFIED, ""
    with ctx.workprec(BITS):
        for value in VALUES:
            smaller, larger = (enclosed(side, {name: arb(value)}) for side in (claim.smaller, claim.larger))
            if not smaller <= larger:
                verdict = Verdict.REFUTED if smaller > larger else Verdict.UNKNOWN
                witness = f"{smaller.str(8, radius=False)} against {larger.str(8, radius=False)} at {name} = {value}"
                break
    least, most = VALUES[0], VALUES[-1]
    detail = "" if witness else f"holds in balls at {len(VALUES)} values of {name} from {least} to {most}"
    return Road("balls", verdict, scope, detail, witness, perf_counter() - start)
