"""The cells of a picture: its question and how to read it, as text; then the code that draws it."""

import ast

from notebooks.book import Kind
from notebooks.drawn import drawn
from notebooks.pictures.table import DRAWINGS


def test_question_reading_and_drawing() -> None:
    for drawing in DRAWINGS:
        said, code = drawn(drawing)
        assert (said.kind, code.kind) == (Kind.TEXT, Kind.CODE)
        heading, reading = said.source.split("\n\n", 1)
        assert heading.startswith("## ")
        assert heading.endswith("?")
        assert reading
        imported, shown = ast.parse(code.source).body
        assert ast.unparse(imported) == f"from notebooks.pictures.{drawing.name} import {drawing.name}"
        assert ast.unparse(shown) == f"shown.Picture({drawing.name}())"
