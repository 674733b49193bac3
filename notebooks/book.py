"""A notebook as a list of cells, and its file: the same cells give the same bytes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from textwrap import dedent

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

FORMAT = 4
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


Sources = dict[str, tuple[str, str]]
"""Kind and source of the cells by id."""


class Kind(Enum):
    """What a cell holds."""

    TEXT = "markdown"
    CODE = "code"


@dataclass(frozen=True)
class Cell:
    """A cell by its kind and source."""

    kind: Kind
    source: str


def text(*paragraphs: str) -> Cell:
    """A cell of Markdown, a blank line between its paragraphs; empty ones are left out."""
    return Cell(Kind.TEXT, "\n\n".join(filter(None, paragraphs)))


def code(source: str) -> Cell:
    """A cell of Python; common indentation is taken off."""
    return Cell(Kind.CODE, dedent(source).strip())


@dataclass(frozen=True)
class Book:
    """A notebook: its name, which is that of its file without .ipynb, and its cells.

    `made_from` is the fingerprint of the files that it speaks of, empty if it speaks of none.
    """

    name: str
    cells: tuple[Cell, ...]
    made_from: str = ""

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.ipynb"

    @property
    def identified(self) -> tuple[tuple[str, Cell], ...]:
        """The cells with their ids, which follow from the name and the position."""
        stem = re.sub(r"[^A-Za-z0-9_-]", "-", self.name)[:56]
        return tuple((f"{stem}-{place:03}", cell) for place, cell in enumerate(self.cells, 1))

    def node(self) -> nbformat.NotebookNode:
        """The notebook without outputs."""
        cells = [_node(name, cell) for name, cell in self.identified]
        return new_notebook(cells=cells, metadata=METADATA | {"made_from": self.made_from})


def written(node: nbformat.NotebookNode) -> str:
    """The text of the file of a notebook."""
    return f"{nbformat.writes(node, version=FORMAT)}\n"


def parsed(text: str) -> nbformat.NotebookNode:
    """The notebook in a text. Raises ValueError, in one line, if there is none."""
    try:
        node = nbformat.reads(text, as_version=FORMAT)
        _ = node.metadata, [(cell.cell_type, cell.source) for cell in node.cells]
    except (AttributeError, LookupError, TypeError, ValueError, nbformat.ValidationError) as error:
        raise ValueError(f"no notebook: {str(error).partition(chr(10))[0]}") from error
    return node


def differences(book: Book, found: nbformat.NotebookNode) -> list[str]:
    """How the sources in a file differ from those of the book, in words; outputs do not count."""
    cells = [(str(cell.get("id", "")), (cell.cell_type, cell.source)) for cell in found.cells]
    wanted = {name: (cell.kind.value, cell.source) for name, cell in book.identified}
    return list(_drift(wanted, dict(cells), [name for name, _ in cells]))


def _drift(wanted: Sources, found: Sources, order: list[str]) -> Iterator[str]:
    if missing := [name for name in wanted if name not in found]:
        yield f"lacks {_listed(missing)}"
    if stray := [name for name in found if name not in wanted]:
        yield f"has the unknown {_listed(stray)}"
    if changed := [name for name in wanted if name in found and found[name] != wanted[name]]:
        yield f"differs in {_listed(changed)}"
    if not missing and not stray and order != list(wanted):
        yield "has its cells in another order"


def _listed(names: list[str], most: int = 3) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"cell{'s' if len(names) > 1 else ''} {', '.join(names[:most])}{more}"


def _node(name: str, cell: Cell) -> nbformat.NotebookNode:
    make = new_code_cell if cell.kind is Kind.CODE else new_markdown_cell
    return make(cell.source, id=name)
