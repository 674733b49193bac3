"""The report of a run as one HTML page."""

from collections import Counter
from dataclasses import dataclass

from proofs.core.catalogue import Entry
from proofs.core.errors import TheoremFileError
from proofs.core.theorem import Theorem
from proofs.core.verdict import Verdict
from verify.document.blocks import Blocks
from verify.errata import Erratum, errata
from verify.exposition.errata import ABOUT, erratum_blocks
from verify.exposition.kinds import statement
from verify.exposition.prose import paragraphs
from verify.report import ClaimReport, TheoremReport
from verify.versions import versions
from verify.webpage.graph import graph
from verify.webpage.rendering import rendered
from verify.webpage.run import Run

MEANING = {
    Verdict.PROVED: "a symbolic proof, for all values of the symbols in the scope",
    Verdict.CERTIFIED: "exact arithmetic, at the instances of the scope",
    Verdict.SUPPORTED: "floating point only",
    Verdict.UNKNOWN: "not settled: nothing was shown, a control survived, or time was up",
    Verdict.REFUTED: "false, with a witness",
}


@dataclass(frozen=True)
class ClaimSection:
    """A claim as reported, with its words and formulas."""

    report: ClaimReport
    statement: Blocks

    @property
    def rules(self) -> tuple[tuple[str, str], ...]:
        """The rules that its roads use, with their references."""
        return tuple(dict.fromkeys(rule for road in self.report.roads for rule in road.rules))


@dataclass(frozen=True)
class Section:
    """A theorem as reported; `theorem` and `prose` are missing where its file does not load."""

    report: TheoremReport
    theorem: Theorem | None
    prose: Blocks
    claims: tuple[ClaimSection, ...]

    @property
    def controls(self) -> tuple[int, int]:
        """How many controls were refuted, and of how many."""
        claims = self.report.claims
        return sum(claim.controls_refuted for claim in claims), sum(len(claim.controls) for claim in claims)


def report_page(run: Run) -> str:
    """The whole page."""
    sections = [_section(report, run.entries.get(report.id)) for report in run.reports]
    theorems = {section.report.id: section.theorem for section in sections if section.theorem is not None}
    counts = Counter(report.verdict for report in run.reports)
    return rendered(
        "report.html",
        {
            "sections": sections,
            "ids": {report.id for report in run.reports},
            "counts": [(verdict, counts[verdict]) for verdict in sorted(MEANING, reverse=True)],
            "meaning": MEANING,
            "remarks": run.remarks,
            "graph": graph(run.reports),
            "about_errata": ABOUT,
            "errata": [_erratum(erratum) for erratum in errata(run.reports, theorems)],
            "settings": run.settings,
            "versions": versions(),
            "seconds": run.seconds,
        },
    )


def _erratum(erratum: Erratum) -> Blocks:
    return tuple(erratum_blocks(erratum))


def _section(report: TheoremReport, entry: Entry | None) -> Section:
    theorem = None if entry is None else _loaded(entry)
    if entry is None or theorem is None:
        return Section(report, None, (), tuple(ClaimSection(claim, ()) for claim in report.claims))
    words = {claim.name: statement(claim) for claim in theorem.claims}
    claims = tuple(ClaimSection(claim, words.get(claim.name, ())) for claim in report.claims)
    return Section(report, theorem, tuple(paragraphs(entry.docstring)[1:]), claims)


def _loaded(entry: Entry) -> Theorem | None:
    try:
        return entry.load()
    except TheoremFileError:
        return None
