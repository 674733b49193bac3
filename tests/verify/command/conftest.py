"""The command line run in this process, on invented reports where the mathematics does not matter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from proofs.core.catalogue import Entry
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from verify import suite
from verify.command import main
from verify.ledger import read_ledger
from verify.report import ClaimReport, ControlReport, Road, TheoremReport

Reports = dict[str, TheoremReport]


@dataclass(frozen=True)
class Result:
    """What a run of the command gave."""

    status: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run `icl-proofs` with the given arguments, as in a pipe of 80 columns."""
    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def called(*arguments: str) -> Result:
        capsys.readouterr()
        status = main(arguments)
        found = capsys.readouterr()
        return Result(status, found.out, found.err)

    return called


def claim(verdict: Verdict, *roads: Road, scope: Scope | None = None) -> ClaimReport:
    controls = (ControlReport("a sign", True, "n = 1"), ControlReport("a factor", True, "n = 2"))
    return ClaimReport("loss", "Equality", verdict, scope or Scope(), "symbolic", roads, controls, 0.5)


def as_recorded(identifier: str) -> TheoremReport:
    """A report that stands as the ledger has it; PROVED for all n if it is not there."""
    line = read_ledger().get(identifier)
    verdict, scope = (line.verdict, line.scope) if line else (Verdict.PROVED, Scope(frozenset({"n"})))
    return TheoremReport(identifier, "A title", "a source", verdict, scope, (claim(verdict, scope=scope),), 1.25)


@pytest.fixture
def invented(monkeypatch: pytest.MonkeyPatch) -> Reports:
    """Reports by id that the suite is made to give; theorems without one stand as recorded."""
    reports: Reports = {}

    def run(
        entries: Sequence[Entry],
        settings: suite.Settings,
        jobs: int,
        finished: Callable[[TheoremReport], None],
    ) -> list[TheoremReport]:
        found = [reports.get(entry.id) or as_recorded(entry.id) for entry in entries]
        for report in found:
            finished(report)
        return found

    monkeypatch.setattr(suite, "run", run)
    return reports
