"""Draws pictures into a folder, each as SVG, PDF and PNG."""

import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from matplotlib import rc_context
from matplotlib.figure import Figure

from notebooks.pictures.table import Drawing
from verify.command.items import told
from verify.command.whole_file import Written, made_folder

DOTS = 200
FINE, INTERRUPTED = 0, 130
METADATA: dict[str, dict[str, None]] = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {}}
"""By format, what is left out of a file so that the same picture gives the same bytes."""


def draw(drawings: Sequence[Drawing], folder: Path) -> int:
    """Draw the pictures; the exit status. Raises MisuseError for a folder that cannot be made or written to.

    Interrupted, it tells which files were written before.
    """
    made_folder("--out", folder)
    written = Written()
    try:
        with told(len(drawings)) as tell:
            for drawing in drawings:
                _draw(drawing, folder, written)
                tell(drawing.name, drawing.name)
    except KeyboardInterrupt:
        print(f"icl-proofs pictures: interrupted: {written}", file=sys.stderr)
        return INTERRUPTED
    print(f"{len(drawings)} picture{'s' if len(drawings) != 1 else ''} as {', '.join(METADATA)} in {folder}")
    return FINE


def _draw(drawing: Drawing, folder: Path, written: Written) -> None:
    figure = drawing.draw()
    for format_ in METADATA:
        written.write("--out", folder / f"{drawing.name}.{format_}", _bytes(figure, format_))


def _bytes(figure: Figure, format_: str) -> bytes:
    buffer = BytesIO()
    with rc_context({"svg.hashsalt": "icl-proofs"}):
        figure.savefig(buffer, format=format_, dpi=DOTS, metadata=METADATA[format_])
    return buffer.getvalue()
