"""Draws pictures into a folder, each as SVG, PDF and PNG."""

from collections.abc import Sequence
from io import BytesIO

from matplotlib import rc_context
from matplotlib.figure import Figure

from notebooks.pictures.table import DRAWINGS
from verify.command.items import told
from verify.command.misuse import choice
from verify.command.whole_file import made_folder, writable_folder, write_whole

DOTS = 200
METADATA: dict[str, dict[str, None]] = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {}}
"""By format, what is left out of a file so that the same picture gives the same bytes."""


def draw(names: Sequence[str], folder_text: str) -> None:
    """Draw the named pictures, or all. Raises MisuseError for an unknown name or a folder that cannot be written."""
    known = {drawing.name: drawing for drawing in DRAWINGS}
    wanted = [choice("NAME", name, known) for name in names] or list(known)
    folder = writable_folder("--out", folder_text)
    made_folder("--out", folder)
    with told(len(wanted)) as tell:
        for name in wanted:
            figure = known[name].draw()
            for format_ in METADATA:
                write_whole("--out", folder / f"{name}.{format_}", _bytes(figure, format_))
            tell(name, name)
    print(f"{len(wanted)} picture{'s' if len(wanted) != 1 else ''} as {', '.join(METADATA)} in {folder_text}")


def _bytes(figure: Figure, format_: str) -> bytes:
    buffer = BytesIO()
    with rc_context({"svg.hashsalt": "icl-proofs"}):
        figure.savefig(buffer, format=format_, dpi=DOTS, metadata=METADATA[format_])
    return buffer.getvalue()
