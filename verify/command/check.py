"""`icl-proofs check`: runs theorems with all that they use and holds the verdicts against the ledger."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from proofs.core.catalogue import Entry, catalogue, entry, with_used
from proofs.core.errors import TheoremFileError, UnknownTheoremError
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from verify import suite
from verify.command.misuse import MisuseError, closest, one_line, shown
from verify.command.outcome import Outcome
from verify.command.pages import print_table
from verify.command.progress import Tell, told
from verify.command.whole_file import write_whole
from verify.ledger import read_ledger
from verify.report import TheoremReport

INTERRUPTED = 130
EXPECTED = "a theorem id or the path of a theorem file"


@dataclass
class Tally:
    """The reports so far, told as they come."""

    total: int
    reports: list[TheoremReport] = field(default_factory=list)

    def add(self, report: TheoremReport, tell: Tell) -> None:
        """Take a report and tell it."""
        self.reports.append(report)
        tell(report.id, f"{report.verdict.name:9} {report.id} ({report.seconds:.1f} s)")


def check(targets: Sequence[str], settings: suite.Settings, jobs: int, file: Path | None) -> int:
    """Run the targets (none: all theorems), tell the outcome, write the file; the exit status.

    Raises MisuseError for a target that names no theorem. Interrupted, it tells what was done and writes nothing.
    """
    entries, ledger = catalogue(), read_ledger()
    wanted = [resolve(target, entries) for target in targets] or list(entries.values())
    refuse_doubles(wanted, entries)
    runnable, broken = gather(wanted, entries, settings.timeout)
    tally = Tally(len(runnable) + len(broken))
    try:
        with told(tally.total) as tell:
            for report in broken:
                tally.add(report, tell)
            reports = suite.run(runnable, settings, min(jobs, len(runnable) or 1), lambda each: tally.add(each, tell))
    except KeyboardInterrupt:
        print(_interrupted(tally, file), file=sys.stderr)
        return INTERRUPTED
    outcome = Outcome([*broken, *reports], ledger, [] if targets else sorted(ledger.keys() - entries.keys()))
    try:
        if file is not None:
            write_whole("--json", file, outcome.as_json())
    finally:
        print()
        print_table(outcome.as_table())
        print(f"\n{outcome.summary}")
    return outcome.exit_status


def resolve(target: str, entries: Mapping[str, Entry]) -> Entry:
    """The theorem file of an id or a path. Raises MisuseError if there is none."""
    try:
        return entry(target, entries)
    except UnknownTheoremError as error:
        advice = closest(target, entries) or "`icl-proofs list` shows the ids"
        raise MisuseError("ID", EXPECTED, shown(target), advice) from error
    except TheoremFileError as error:
        raise MisuseError("ID", EXPECTED, f"{shown(target)}, which is no file", "check the path") from error


def gather(
    wanted: Sequence[Entry], entries: Mapping[str, Entry], timeout: float | None = None
) -> tuple[list[Entry], list[TheoremReport]]:
    """What to run, used theorems first, and reports of the theorems of the catalogue whose files do not load.

    Raises MisuseError for a file outside the package that does not load.
    """
    runnable: dict[str, Entry] = {}
    broken = []
    for item in wanted:
        try:
            with suite.time_limit(timeout):
                runnable |= {found.id: found for found in with_used([item], entries)}
        except suite.TimeIsUpError as error:
            raise MisuseError("ID", "a file that loads within --timeout", str(item.path), "mend the file") from error
        except TheoremFileError as error:
            if item.id not in entries:
                raise unusable(error) from error
            broken.append(_unreadable(item, error))
    return list(runnable.values()), broken


def unusable(error: TheoremFileError) -> MisuseError:
    """A file outside the package that does not load, as misuse."""
    return MisuseError("ID", "a theorem file that runs", str(error), "mend the file")


def _unreadable(item: Entry, error: TheoremFileError) -> TheoremReport:
    return TheoremReport(item.id, "", "", Verdict.UNKNOWN, Scope(), (), 0.0, problem=one_line(str(error)))


def refuse_doubles(wanted: Sequence[Entry], entries: Mapping[str, Entry]) -> None:
    """Raise MisuseError where two files have one name, or a file that of a theorem of the catalogue."""
    paths = {known.id: known.path for known in entries.values()}
    for item in wanted:
        if paths.setdefault(item.id, item.path) != item.path:
            raise MisuseError("ID", "one file for each name", f"{item.path} and {paths[item.id]}", "rename one")


def _interrupted(tally: Tally, file: Path | None) -> str:
    finished = ", ".join(report.id for report in tally.reports)
    done = f"{len(tally.reports)} of {tally.total} theorems were finished" + (f" ({finished})" if finished else "")
    return f"icl-proofs check: interrupted: {done}" + (f"; {file} was not written" if file else "")
