"""`icl-proofs pictures`: its arguments. The work, which needs the extra `notebooks`, is in verify.command.drawing."""

from typing import Annotated

import typer

from verify.command.extras import with_extra

FOLDER = "build/pictures"


def command(
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME", help="Pictures; all if none is named.")] = None,
    folder: Annotated[
        str, typer.Option("--out", metavar="DIR", help="The folder of the pictures; made if missing.")
    ] = FOLDER,
) -> None:
    """Draw the pictures of the notebooks as SVG, PDF and PNG.

    \b
    icl-proofs pictures
    icl-proofs pictures heavy_tails merging --out figures

    \b
    Needs the extra notebooks: pip install 'icl-proofs[notebooks]'.
    """
    with_extra("notebooks", "verify.command.drawing").draw(names or [], folder)
