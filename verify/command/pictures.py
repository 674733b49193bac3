"""`icl-proofs pictures`: its arguments. The work, which needs the extra `notebooks`, is in verify.command.drawing."""

from collections.abc import Sequence

import click

from notebooks.pictures.table import DRAWINGS
from verify.command.extras import with_extra
from verify.command.misuse import choice
from verify.command.whole_file import writable_folder

FOLDER = "build/pictures"


@click.command
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "--out", "folder", default=FOLDER, metavar="DIR", help=f"The folder, made if missing; {FOLDER} if not given."
)
def command(names: Sequence[str], folder: str) -> int:
    """Draw the pictures of the notebooks as SVG, PDF and PNG.

    All of them, if none is named.

    \b
    icl-proofs pictures
    icl-proofs pictures heavy_tails merging --out figures

    \b
    Needs the extra notebooks: pip install '.[notebooks]' in the checkout.
    """
    known = {drawing.name: drawing for drawing in DRAWINGS}
    wanted = [known[choice("NAME", name, known)] for name in names] or list(DRAWINGS)
    place = writable_folder("--out", folder)
    status: int = with_extra("notebooks", "verify.command.drawing").draw(wanted, place)
    return status
