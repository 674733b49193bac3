"""The cells of a picture in a notebook."""

from notebooks.book import Cell, code, text
from notebooks.pictures.table import Drawing
from notebooks.prose import escaped


def drawn(drawing: Drawing) -> list[Cell]:
    """The cells of a picture: its question, how to read it, and the drawing."""
    return [
        text(f"## {escaped(drawing.question)}", escaped(drawing.reading)),
        code(
            f"""
            from notebooks.pictures.{drawing.name} import {drawing.name}

            shown.Picture({drawing.name}())
            """
        ),
    ]
