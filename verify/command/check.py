"""`icl-proofs check`: runs theorems with all that they use and holds the verdicts against the ledger."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import Annotated, Literal

import typer

from proofs.core.catalogue import Entry, catalogue, with_used
from proofs.core.errors import TheoremFileError
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from verify import suite
from verify.command.cores import cores
from verify.command.misuse import MisuseError, choice, one_line
from verify.command.numbers import seconds, whole
from verify.command.outcome import Outcome
from verify.command.pages import on_terminal, page, print_table
from verify.command.progress import Tally, told
from verify.command.target import refuse_doubles, resolve, unusable
from verify.command.whole_file import writable_files, write_whole
from verify.ledger import read_ledger
from verify.report import TheoremReport
from verify.webpage.report import Run, report_page

INTERRUPTED = 130
LEVELS: dict[str, Literal["quick", "full"]] = {"quick": "quick", "full": "full"}


def command(
    targets: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID|FILE.py", help="What to check; all theorems if none is named."),
    ] = None,
    level: Annotated[
        str, typer.Option(metavar="quick|full", help="full draws more instances and samples, and searches.")
    ] = "quick",
    file: Annotated[str | None, typer.Option("--json", metavar="FILE", help="Write the reports to FILE.")] = None,
    page_file: Annotated[
        str | None, typer.Option("--html", metavar="FILE", help="Write the reports to FILE, a page for a browser.")
    ] = None,
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
    icl-proofs check --json report.json --html report.html --jobs 2
    """
    settings = suite.Settings(
        level=LEVELS[choice("--level", level, LEVELS)],
        seed=whole("--seed", seed, 0),
        timeout=None if timeout is None else seconds("--timeout", timeout),
    )
    processes = cores() if jobs is None else whole("--jobs", jobs, 1)
    files = writable_files({"--json": file, "--html": page_file})
    raise typer.Exit(check(targets or [], settings, processes, files["--json"], files["--html"]))


def check(
    targets: Sequence[str], settings: suite.Settings, jobs: int, file: Path | None, page_file: Path | None = None
) -> int:
    """Run the targets (none: all theorems), tell the outcome, write the files; the exit status.

    Raises MisuseError for a target that names no theorem. Interrupted, it tells what was done and writes nothing.
    """
    start = perf_counter()
    entries, ledger = catalogue(), read_ledger()
    wanted = [resolve(target, entries) for target in targets] or list(entries.values())
    refuse_doubles(wanted, entries)
    tally = Tally()
    try:
        with told(tally, page() if on_terminal() else None):
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
    try:
        _write(outcome, file, run, page_file)
    finally:
        print()
        print_table(outcome.as_table())
        print(f"\n{outcome.summary}")
    return outcome.exit_status


def _write(outcome: Outcome, file: Path | None, run: Run, page_file: Path | None) -> None:
    """Write what is asked for, after all of it is made."""
    text = "" if file is None else outcome.as_json()
    html = "" if page_file is None else report_page(run)
    if file is not None:
        write_whole("--json", file, text)
    if page_file is not None:
        write_whole("--html", page_file, html)


def _settings(targets: Sequence[str], settings: suite.Settings, jobs: int) -> list[tuple[str, str]]:
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
            raise MisuseError("ID", "a file that loads within --timeout", str(item.path), "mend the file") from error
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
