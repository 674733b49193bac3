"""`icl-proofs check`: its arguments. The work, with the libraries that it needs, is in verify.command.checking."""

from collections.abc import Sequence
from importlib import import_module

import click

from proofs.core.catalogue import catalogue
from verify.command.cores import cores
from verify.command.misuse import choice
from verify.command.numbers import seconds, whole
from verify.command.target import refuse_doubles, resolve
from verify.command.whole_file import writable_files
from verify.settings import Level, Settings

LEVELS: dict[str, Level] = {"quick": "quick", "full": "full"}


@click.command
@click.argument("targets", nargs=-1, metavar="[ID|FILE.py]...")
@click.option(
    "--level", default="quick", metavar="quick|full", help="full draws more instances and samples, and searches."
)
@click.option("--json", "file", metavar="FILE", help="Write the reports to FILE.")
@click.option("--html", "page_file", metavar="FILE", help="Write the reports to FILE, a page for a browser.")
@click.option("--jobs", metavar="N", help="Processes; as many as cores if not given.")
@click.option("--seed", default="0", metavar="S", help="Seed of instances and samples.")
@click.option("--timeout", metavar="SECONDS", help="For one theorem; it is then UNKNOWN. No limit if not given.")
def command(
    targets: Sequence[str],
    level: str,
    file: str | None,
    page_file: str | None,
    jobs: str | None,
    seed: str,
    timeout: str | None,
) -> int:
    """Check theorems against their recorded verdicts.

    What they use is checked too. Every claim is derived, computed, simulated
    and attacked. A theorem file of your own is named by its path; without any
    name all theorems are checked.

    \b
    icl-proofs check one_layer.optimum
    icl-proofs check my_theorem.py --level full
    icl-proofs check --json report.json --html report.html --jobs 2
    """
    settings = Settings(
        level=LEVELS[choice("--level", level, LEVELS)],
        seed=whole("--seed", seed, 0),
        timeout=None if timeout is None else seconds("--timeout", timeout),
    )
    processes = cores() if jobs is None else whole("--jobs", jobs, 1)
    files = writable_files({"--json": file, "--html": page_file})
    entries = catalogue()
    wanted = {target: resolve(target, entries) for target in targets}
    refuse_doubles(list(wanted.values()), entries)
    checking = import_module("verify.command.checking")
    status: int = checking.check(wanted, entries, settings, processes, files["--json"], files["--html"])
    return status
