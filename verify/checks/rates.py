"""Checks of rates: the bound and the leading term in balls, and the errors of layers built in float64."""

from collections.abc import Iterator
from math import inf
from random import Random
from time import perf_counter

from flint import arb, ctx, fmpq

from proofs.core.rates import Rate
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from verify.checks.context import Context
from verify.checks.symbolic import symbolic_road
from verify.decoder.measured import least_error, measured
from verify.enclose import layers
from verify.enclose.formula import enclosed
from verify.report import Road
from verify.sweep.covariance import rational

BITS, DRAWS = 4000, 6
SCALES = (fmpq(1), fmpq(10), fmpq(10) ** 8)
"""How large N, t, F and 1/s are; at the last of them the leading term is all that is left."""
LARGEST = {"aff": fmpq(60), "mov": fmpq(200)}
"""Of scales that stand in an exponent."""
LEFT = fmpq(1, 1000)
"""What further terms may make out at the last scale, relative."""
NEAR = 0.07
"""How near the measured errors of a layer come to their leading terms, relative."""
WINDOW = (1e-6, 1e-3)
"""Measured errors of which a leading term is seen: small enough for it, and far above rounding."""

UNDECIDED = "not decided in balls: "

Values = dict[str, arb]


def roads(claim: Rate, context: Context) -> list[Road]:
    """Symbolic; the definitions in balls; the layers in float64."""
    found = symbolic_road(claim, context)
    return [*([found] if found else []), refutation(claim, context), layers_road(claim)]


def refutation(claim: Rate, context: Context) -> Road:
    """|error| <= bound at rational values and three scales, error / leading term near 1 at the last, all in balls."""
    start, scope = perf_counter(), Scope(instances=DRAWS * len(SCALES))
    with ctx.workprec(BITS):
        flaw = next(_flaws(claim, context.rng(f"{claim.name}/balls")), "")
    if flaw:
        verdict = Verdict.UNKNOWN if flaw.startswith(UNDECIDED) else Verdict.REFUTED
        return Road("balls", verdict, scope, "", flaw, perf_counter() - start)
    detail = f"error below its bound, and as its leading term, at {DRAWS} values and {len(SCALES)} scales"
    return Road("balls", Verdict.CERTIFIED, scope, detail, "", perf_counter() - start)


def _flaws(claim: Rate, rng: Random) -> Iterator[str]:
    for _ in range(DRAWS):
        numbers = [rational(rng) or fmpq(1) for _ in range(6)]
        for scale in SCALES:
            error, values = literal(claim.operator, numbers, scale)
            size = {name: abs(value) for name, value in values.items()}
            bound, leading = enclosed(claim.bound, size), enclosed(claim.leading, values)
            where = ", ".join(f"{name} = {value.str(6, radius=False)}" for name, value in values.items())
            if not abs(error) <= bound:
                undecided = "" if abs(error) > bound else UNDECIDED
                yield f"{undecided}the error is {_shown(error)}, the bound {_shown(bound)} at {where}"
            if scale == SCALES[-1] and not abs(error - leading) <= abs(leading) * LEFT:
                undecided = "" if abs(error - leading) > abs(leading) * LEFT else UNDECIDED
                yield f"{undecided}the error is {_shown(error)}, its leading term {_shown(leading)} at {where}"


def _shown(value: arb) -> str:
    return str(value.str(8, radius=False))


def literal(operator: str, numbers: list[fmpq], scale: fmpq) -> tuple[arb, Values]:
    """The error from the definitions, and the values of the letters that the claim may use."""
    one, other, *rest = (arb(number) for number in numbers)
    at = arb(min(scale, LARGEST.get(operator, scale)))
    match operator:
        case "mul":
            return layers.product(one, other, 1 / at) - one * other, {"p": one, "q": other, "s": 1 / at}
        case "div":
            entries = [one, -one, *rest]
            total = sum(entries, start=arb(0))
            spread = sum((h * h for h in entries), start=arb(0)) - total * total / (len(entries) + 2)
            found = layers.quotient(one, abs(other), at, rest)
            return 1 - found * abs(other) / one, {"b": abs(other), "N": at, "V": spread}
        case "aff":
            return one - layers.copied(one, at - one), {"t": at}
        case _:
            weights = layers.attention([at, *(arb(0) for _ in rest)])
            return 1 - weights[0], {"F": at, "m": arb(len(rest))}


def layers_road(claim: Rate) -> Road:
    """The built layers at a ladder of scales: the errors against their leading terms, the best scale and its error."""
    start = perf_counter()
    found, (least, best) = measured(claim.operator), least_error(claim.operator)
    window = [one for one in found if WINDOW[0] <= abs(one.error) <= WINDOW[1]]
    off = max((one.off(claim.leading) for one in window), default=inf)
    detail = (
        f"{len(window)} errors from {WINDOW[0]} to {WINDOW[1]} are off their leading terms by at most {off:.1e}; "
        f"the best scale is {best:.2g}, with errors of {least:.1e}"
    )
    verdict = Verdict.SUPPORTED if off <= NEAR else Verdict.UNKNOWN
    return Road("decoder layers", verdict, Scope(instances=len(window)), detail, "", perf_counter() - start)
