"""Runs theorems with all that they use, and holds the verdicts against the ledger: the work of `icl-proofs check`."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from time import perf_counter

from proofs.core.catalogue import Entry, with_used
from proofs.core.errors import TheoremFileError
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from verify import suite
from verify.command.bars import terminal
from verify.command.misuse import MisuseError, one_line
from verify.command.outcome import Outcome
from verify.command.pages import print_table
from verify.command.progress import Tally, told
from verify.command.target import unusable
from verify.command.whole_file import Written
from verify.ledger import read_ledger
from verify.report import TheoremReport
from verify.webpage.run import Run

INTERRUPTED = 130


def check(
    targets: Mapping[str, Entry],
    entries: Mapping[str, Entry],
    settings: suite.Settings,
    jobs: int,
    file: Path | None,
    page_file: Path | None,
) -> int:
    """Run the targets, by what was typed (none: all entries), tell the outcome, write the files; the exit status.

    Interrupted, it tells what was done; files that were not yet written are left as they were.
    """
    start, ledger = perf_counter(), read_ledger()
    wanted = list((targets or entries).values())
    tally = Tally()
    try:
        with told(tally, terminal()):
            runnable, broken = gather(wanted, entries, settings.timeout)
            tally.expect(
                [*(item.id for item in broken), *(item.id for item in runnable)], min(jobs, len(runnable) or 1)
            )
            for report in broken:
                tally.add(report)
            reports = suite.run(runnable, settings, tally.jobs, tally.add)
    except KeyboardInterrupt:
        print(_interrupted(tally, [path for path in (file, page_file) if path]), file=sys.stderr)
        return INTERRUPTED
    outcome = Outcome([*broken, *reports], ledger, [] if targets else sorted(ledger.keys() - entries.keys()))
    run = Run(
        outcome.reports,
        {item.id: item for item in (*wanted, *runnable)},
        outcome.summary.splitlines(),
        _settings(targets, settings, tally.jobs),
        perf_counter() - start,
    )
    written = Written()
    try:
        _write(outcome, file, run, page_file, written)
    except KeyboardInterrupt:
        print(f"icl-proofs check: interrupted after the last theorem: {written}", file=sys.stderr)
        return INTERRUPTED
    finally:
        print()
        print_table(outcome.as_table())
        print(f"\n{outcome.summary}")
    return outcome.exit_status


def _write(outcome: Outcome, file: Path | None, run: Run, page_file: Path | None, written: Written) -> None:
    """Write what is asked for, after all of it is made."""
    text = "" if file is None else outcome.as_json()
    html = "" if page_file is None else import_module("verify.webpage.report").report_page(run)
    if file is not None:
        written.write("--json", file, text)
    if page_file is not None:
        written.write("--html", page_file, html)


def _settings(targets: Iterable[str], settings: suite.Settings, jobs: int) -> list[tuple[str, str]]:
    return [
        ("checked", " ".join(targets) or "all theorems"),
        ("level", settings.level),
        ("seed", str(settings.seed)),
        ("time limit for a theorem", "none" if settings.timeout is None else f"{settings.timeout:g} s"),
        ("processes", str(jobs)),
    ]


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
            advice = "give --timeout more seconds, or mend the file"
            raise MisuseError("ID", "a file that loads within --timeout", str(item.path), advice) from error
        except TheoremFileError as error:
            if item.id not in entries:
                raise unusable(error) from error
            broken.append(_unreadable(item, error))
    return list(runnable.values()), broken


def _unreadable(item: Entry, error: TheoremFileError) -> TheoremReport:
    return TheoremReport(item.id, "", "", Verdict.UNKNOWN, Scope(), (), 0.0, problem=one_line(str(error)))


def _interrupted(tally: Tally, files: Sequence[Path]) -> str:
    if not tally.total:
        return "icl-proofs check: interrupted: nothing was written"
    finished = ", ".join(report.id for report in tally.reports)
    done = f"{len(tally.reports)} of {tally.total} theorems were finished" + (f" ({finished})" if finished else "")
    written = f"; {' and '.join(map(str, files))} {'was' if len(files) == 1 else 'were'} not written" if files else ""
    return f"icl-proofs check: interrupted: {done}{written}"
