"""What a run comes to: exit status, table, summary and JSON of its reports."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.table import Table

from proofs.core.verdict import Verdict
from verify.command.misuse import one_line
from verify.command.pages import table
from verify.ledger import Recorded, Standing, standing
from verify.report import ClaimReport, TheoremReport

AS_RECORDED, FALLEN, CONTRADICTION = 0, 1, 2
COLUMNS = ("theorem", "verdict", "scope", "claims", "controls\nrefuted", "s")


@dataclass(frozen=True)
class Outcome:
    """The reports of a run beside the ledger; `missing` are recorded ids that have no theorem file."""

    reports: Sequence[TheoremReport]
    ledger: Mapping[str, Recorded]
    missing: Sequence[str] = ()

    def standing(self, report: TheoremReport) -> Standing:
        """How a report stands to the ledger."""
        return standing(report, self.ledger)

    @property
    def exit_status(self) -> int:
        """2 for a contradiction between roads, 1 for a verdict lost, refuted, or new and unknown; else 0."""
        if any(report.contradiction for report in self.reports):
            return CONTRADICTION
        return FALLEN if self.missing or any(map(self._has_fallen, self.reports)) else AS_RECORDED

    def _has_fallen(self, report: TheoremReport) -> bool:
        where = self.standing(report)
        return (
            report.verdict is Verdict.REFUTED
            or where is Standing.LOST
            or (where is Standing.NEW and report.verdict is Verdict.UNKNOWN)
        )

    def as_json(self) -> str:
        """The reports as a JSON list, each with its standing."""
        data = [{**report.as_data(), "standing": self.standing(report).name} for report in self.reports]
        return json.dumps(data, indent=2, allow_nan=False) + "\n"

    def as_table(self) -> Table:
        """One row a theorem."""
        return table(COLUMNS, [_row(report) for report in self.reports], flexible="scope", numbers=COLUMNS[3:])

    @property
    def summary(self) -> str:
        """The verdicts counted, then a line for whatever is not as recorded, the gravest first."""
        counts = Counter(report.verdict for report in self.reports)
        verdicts = ", ".join(f"{counts[verdict]} {verdict.name}" for verdict in sorted(counts, reverse=True))
        total = f"{len(self.reports)} theorem{'s' if len(self.reports) != 1 else ''}: {verdicts or 'nothing checked'}"
        remarks = [
            *(remark for report in self.reports for remark in _contradictions(report)),
            *(remark for report in self.reports for remark in _refutations(report)),
            *(self._lost(report) for report in self._with(Standing.LOST)),
            *(f"LOST {identifier}: recorded, but there is no such theorem file" for identifier in self.missing),
            *(_new(report) for report in self._with(Standing.NEW)),
            *(f"BETTER {report.id}: {_result(report)}" for report in self._with(Standing.BETTER)),
        ]
        if not remarks:
            return f"{total}; every verdict as recorded"
        return "\n".join([total, *(one_line(remark, longest=1000) for remark in remarks)])

    def _with(self, wanted: Standing) -> list[TheoremReport]:
        return [report for report in self.reports if self.standing(report) is wanted]

    def _lost(self, report: TheoremReport) -> str:
        return f"LOST {report.id}: {_result(report)}, recorded as {self.ledger[report.id]}"


def _row(report: TheoremReport) -> tuple[str, ...]:
    controls = [control for claim in report.claims for control in claim.controls]
    return (
        report.id,
        report.verdict.name,
        str(report.scope) if report.claims and report.verdict > Verdict.UNKNOWN else "-",
        str(len(report.claims)),
        f"{sum(control.refuted for control in controls)}/{len(controls)}",
        f"{report.seconds:.1f}",
    )


def _new(report: TheoremReport) -> str:
    """What is known of a theorem without a ledger line, with the line to add where it stands."""
    if report.verdict <= Verdict.UNKNOWN:
        return f"NEW {report.id}: {_result(report)}"
    scope = ", ".join(f"{key} = {_toml(value)}" for key, value in report.scope.as_data().items())
    line = f'"{report.id}" = {{ verdict = "{report.verdict.name}", scope = {{ {scope} }} }}'
    return f"NEW {report.id}: {_result(report)}; ledger line: {line}"


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {_toml(item)}" for name, item in value.items()) + " }"
    return json.dumps(value)


def _result(report: TheoremReport) -> str:
    if report.verdict is Verdict.REFUTED:
        return report.verdict.name
    return f"{report.verdict.name} ({report.problem or _reason(report) or report.scope})"


def _reason(report: TheoremReport) -> str:
    weak = [claim for claim in report.claims if claim.verdict is Verdict.UNKNOWN]
    if report.verdict is not Verdict.UNKNOWN or not weak:
        return ""
    return f"claim {weak[0].name!r}: {weak[0].reason}"


def _contradictions(report: TheoremReport) -> list[str]:
    return [
        f"CONTRADICTION in {report.id}, claim {claim.name!r}: "
        + ", ".join(f"{road.name} {road.verdict.name}" for road in claim.roads)
        + f"; {_witness(claim)}"
        for claim in report.claims
        if claim.contradiction
    ]


def _refutations(report: TheoremReport) -> list[str]:
    return [
        f"REFUTED {report.id}, claim {claim.name!r}: {_witness(claim)}{_open_line(claim)}"
        for claim in report.claims
        if claim.verdict is Verdict.REFUTED and not claim.contradiction
    ]


def _open_line(claim: ClaimReport) -> str:
    """Where the symbolic proof stops, in brackets; empty where it does not."""
    stops = [road.detail for road in claim.roads if road.name == "symbolic" and road.verdict is Verdict.UNKNOWN]
    return f" ({stops[0]})" if stops else ""


def _witness(claim: ClaimReport) -> str:
    found = [road.witness or road.detail for road in claim.roads if road.verdict is Verdict.REFUTED]
    return next((witness for witness in found if witness), "no witness given")
