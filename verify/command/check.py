"""`icl-proofs check`: runs theorems with all that they use and holds the verdicts against the ledger."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from proofs.core.catalogue import Entry, catalogue, with_used
from proofs.core.errors import TheoremFileError
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from verify import suite
from verify.command.misuse import MisuseError, choice, one_line
from verify.command.numbers import seconds, whole
from verify.command.outcome import Outcome
from verify.command.pages import on_terminal, page, print_table
from verify.command.target import refuse_doubles, resolve, unusable
from verify.command.whole_file import writable, write_whole
from verify.ledger import read_ledger
from verify.report import TheoremReport

INTERRUPTED = 130
LEVELS: dict[str, Literal["quick", "full"]] = {"quick": "quick", "full": "full"}


@dataclass
class Tally:
    """The reports so far, told as they come: on a terminal by a bar, in a pipe by a line each."""

    total: int
    reports: list[TheoremReport] = field(default_factory=list)
    bar: Progress | None = None

    def add(self, report: TheoremReport) -> None:
        """Take a report and tell it."""
        self.reports.append(report)
        if self.bar is not None:
            self.bar.update(self.bar.task_ids[0], advance=1, description=report.id)
            return
        count = f"[{len(self.reports):{len(str(self.total))}}/{self.total}]"
        print(f"{count} {report.verdict.name:9} {report.id} ({report.seconds:.1f} s)", flush=True)


def command(
    targets: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID|FILE.py", help="What to check; all theorems if none is named."),
    ] = None,
    level: Annotated[
        str, typer.Option(metavar="quick|full", help="full draws more instances and samples, and searches.")
    ] = "quick",
    file: Annotated[str | None, typer.Option("--json", metavar="FILE", help="Write the reports to FILE.")] = None,
    jobs: Annotated[str | None, typer.Option(metavar="N", help="Processes; as many as cores if not given.")] = None,
    seed: Annotated[str, typer.Option(metavar="S", help="Seed of instances and samples.")] = "0",
    timeout: Annotated[
        str | None, typer.Option(metavar="SECONDS", help="For one theorem; it is then UNKNOWN. No limit if not given.")
    ] = None,
) -> None:
    """Check theorems against their recorded verdicts.

    What they use is checked too. Every claim is derived, computed, simulated
    and attacked. A theorem file of your own is named by its path.

    \b
    icl-proofs check one_layer.optimum
    icl-proofs check my_theorem.py --level full
    icl-proofs check --json report.json --jobs 2
    """
    settings = suite.Settings(
        level=LEVELS[choice("--level", level, LEVELS)],
        seed=whole("--seed", seed, 0),
        timeout=None if timeout is None else seconds("--timeout", timeout),
    )
    processes = _cores() if jobs is None else whole("--jobs", jobs, 1)
    target = None if file is None else writable("--json", file)
    raise typer.Exit(check(targets or [], settings, processes, target))


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
        with _told(tally):
            for report in broken:
                tally.add(report)
            reports = suite.run(runnable, settings, min(jobs, len(runnable) or 1), tally.add)
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


def _unreadable(item: Entry, error: TheoremFileError) -> TheoremReport:
    return TheoremReport(item.id, "", "", Verdict.UNKNOWN, Scope(), (), 0.0, problem=one_line(str(error)))


@contextmanager
def _told(tally: Tally) -> Iterator[None]:
    if not on_terminal():
        yield
        return
    columns = BarColumn(20), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}", markup=False)
    with Progress(*columns, console=page(), transient=True) as tally.bar:
        tally.bar.add_task("", total=tally.total)
        yield


def _interrupted(tally: Tally, file: Path | None) -> str:
    finished = ", ".join(report.id for report in tally.reports)
    done = f"{len(tally.reports)} of {tally.total} theorems were finished" + (f" ({finished})" if finished else "")
    return f"icl-proofs check: interrupted: {done}" + (f"; {file} was not written" if file else "")


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
