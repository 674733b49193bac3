"""`icl-proofs notebooks`: its arguments. The work, which needs the extra `notebooks`, is in verify.command.books."""

from collections.abc import Sequence

import click

from proofs.core.catalogue import catalogue
from verify.command.extras import with_extra
from verify.command.misuse import MisuseError
from verify.command.numbers import whole
from verify.command.target import resolve

FOLDER = "notebooks/derivations"


@click.command
@click.argument("targets", nargs=-1, metavar="[ID|FILE.py]...")
@click.option(
    "--out", "folder", default=FOLDER, metavar="DIR", help=f"The folder, made if missing; {FOLDER} if not given."
)
@click.option("--check", is_flag=True, help="Write nothing: compare sources and verdicts in DIR.")
@click.option("--execute", is_flag=True, help="Run every cell, and keep what it shows.")
@click.option("--turn", metavar="N", help="With --check --execute: run those that changed, and turn N of the others.")
def command(targets: Sequence[str], folder: str, check: bool, execute: bool, turn: str | None) -> int:
    """Write a derivation notebook for each theorem.

    For theorems by id, or theorem files; for all, and an overview, if none is
    named.

    Statement, hypotheses, the derivation step by step, exact values, the verdict,
    controls and pictures: every cell computes what it shows from the theorem
    file. The same file gives the same bytes.

    \b
    icl-proofs notebooks                             all of them, not yet run
    icl-proofs notebooks one_layer.optimum --execute
    icl-proofs notebooks my_theorem.py --out . --execute
    icl-proofs notebooks --check                     exit status 1 on drift
    icl-proofs notebooks --check --execute           and 1 if a cell fails

    \b
    Needs the extra notebooks: pip install '.[notebooks]' in the checkout. Each
    notebook runs in a kernel of its own, two at a time, with the Python that runs
    this.
    """
    entries = catalogue()
    for target in targets:
        resolve(target, entries)
    number = None if turn is None else whole("--turn", turn, 0)
    if number is not None and not (check and execute):
        raise MisuseError("--turn", "--check and --execute beside it", f"{turn} without them", "add both")
    books = with_extra("notebooks", "verify.command.books")
    status: int = books.checked(targets, folder, execute, number) if check else books.made(targets, folder, execute)
    return status
