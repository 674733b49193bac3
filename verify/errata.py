"""Printed statements that a run has tried to refute, each beside the claim that corrects it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from proofs.core.catalogue import Entry
from proofs.core.claims import Claim
from proofs.core.statement import Source
from proofs.core.theorem import Control, Theorem
from proofs.core.verdict import Verdict
from verify.report import ClaimReport, ControlReport, TheoremReport


@dataclass(frozen=True)
class Erratum:
    """A printed statement, what became of it, and the claim of the same name with its verdict."""

    theorem: str
    source: Source
    printed: Claim
    corrected: Claim
    report: ClaimReport
    found: ControlReport

    @property
    def stands(self) -> bool:
        """Whether the printed statement was refuted and the corrected one was not."""
        return self.found.refuted and self.report.verdict > Verdict.UNKNOWN


def concerned(entries: Iterable[Entry]) -> list[Entry]:
    """The theorem files that refute a printed statement. Raises TheoremFileError for one that does not load."""
    return [entry for entry in entries if any(control.printed for control in entry.load().controls)]


def errata(reports: Sequence[TheoremReport], theorems: Mapping[str, Theorem]) -> list[Erratum]:
    """The printed statements among the controls of the reported theorems, in the order of the reports."""
    found = []
    for report in reports:
        if report.id in theorems:
            found += _of_theorem(report, theorems[report.id])
    return found


def _of_theorem(report: TheoremReport, theorem: Theorem) -> list[Erratum]:
    corrections = {claim.name: claim for claim in theorem.claims}
    return [
        Erratum(report.id, control.printed, control.claim, corrections[claim.name], claim, result)
        for claim in report.claims
        for control, result in _results(claim, theorem)
        if control.printed is not None
    ]


def _results(claim: ClaimReport, theorem: Theorem) -> list[tuple[Control, ControlReport]]:
    """The controls of the theorem file that change this claim, which are reported before those made from the claim."""
    declared = [control for control in theorem.controls if control.claim.name == claim.name]
    return list(zip(declared, claim.controls, strict=False))
