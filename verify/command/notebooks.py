"""`icl-proofs notebooks`: its arguments. The work, which needs the extra `notebooks`, is in verify.command.books."""

from typing import Annotated

import typer

from verify.command.extras import with_extra

FOLDER = "notebooks/derivations"


def command(
    targets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID|FILE.py", help="Theorems by id, or theorem files; all, and an overview, if none is named."
        ),
    ] = None,
    folder: Annotated[
        str, typer.Option("--out", metavar="DIR", help="The folder of the notebooks; made if missing.")
    ] = FOLDER,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing: compare the sources in DIR with what would be written.")
    ] = False,
    execute: Annotated[bool, typer.Option("--execute", help="Run every cell, and keep what it shows.")] = False,
) -> None:
    """Write a derivation notebook for each theorem.

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
    Needs the extra notebooks: pip install 'icl-proofs[notebooks]'. Each notebook
    runs in a kernel of its own, two at a time, with the Python that runs this.
    """
    books = with_extra("notebooks", "verify.command.books")
    raise typer.Exit(
        books.checked(targets or [], folder, execute) if check else books.made(targets or [], folder, execute)
    )
