"""The sweep of level full: hypothesis looks for an instance at which two sides differ and shrinks it."""

from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from proofs.core.claims import Claim
from proofs.core.verdict import Verdict
from proofs.moments.dependence import refuse_random_abbreviations
from verify.checks.compare import Comparison, compared
from verify.checks.context import Context, instances_scope
from verify.late import function
from verify.report import Road
from verify.sweep.instance import Instance

if TYPE_CHECKING:
    from hypothesis import settings

MOST_ENTRIES, FEW_ENTRIES = 16, 4
"""How many entries n d an instance has at most, and where the two sides take long to compute."""


def swept_road(claim: Claim, comparison: Comparison, context: Context, length: "settings | None" = None) -> Road:
    """CERTIFIED at every instance of a sweep, or REFUTED with a shrunk witness; 1000 instances unless told."""
    refuse_random_abbreviations(claim)
    start = perf_counter()
    used: list[Instance] = []

    def differ(instance: Instance) -> bool:
        found = comparison.sides(instance)
        if found is not None:
            used.append(instance)
        return found is not None and found[1] != found[2]

    witness: Instance | None = function("verify.sweep.search.searched")(
        context.theorem.hypotheses,
        (comparison.letters, comparison.scalars),
        claim.abbreviations,
        FEW_ENTRIES if comparison.small else MOST_ENTRIES,
        differ,
        context.rng(f"{claim.name}/sweep"),
        length,
        claim.operators,
    )
    name = "sweep (thorough)" if length is None else "sweep"
    if witness is None:
        verdict = Verdict.CERTIFIED if used else Verdict.UNKNOWN
        detail = f"{len(used)} instances agree exactly" if used else "no instance applies"
        return Road(name, verdict, instances_scope(used), detail, "", perf_counter() - start)
    return replace(compared(name, [witness], comparison.sides), seconds=perf_counter() - start)
