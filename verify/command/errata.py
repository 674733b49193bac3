"""`icl-proofs errata`: its arguments. The work, with the libraries that it needs, is in verify.command.refuting."""

from importlib import import_module

import click

from verify.command.cores import cores
from verify.command.misuse import choice
from verify.command.numbers import whole

FORMATS = ("text", "markdown", "latex", "html", "json")


@click.command
@click.option("--format", "written", default="text", metavar="FORMAT", help="text, markdown, latex, html or json.")
@click.option("--jobs", metavar="N", help="Processes; as many as cores if not given.")
def command(written: str, jobs: str | None) -> int:
    """List the printed statements that are refuted.

    Each with the point at which it fails, the corrected statement and its
    verdict, and how sure we are of the printed form. The theorems concerned are
    checked anew; the exit status is 1 if one of the errata does not stand.

    \b
    icl-proofs errata
    icl-proofs errata --format html > errata.html
    """
    choice("--format", written, FORMATS)
    processes = cores() if jobs is None else whole("--jobs", jobs, 1)
    status: int = import_module("verify.command.refuting").print_errata(written, processes)
    return status
