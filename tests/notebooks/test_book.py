"""Notebooks as files: fixed ids, the same bytes, and drift of the sources but not of outputs."""

import nbformat
import pytest

from notebooks.book import Book, code, differences, parsed, text, written

BOOK = Book("a.theorem", (text("# Title", "", "Words."), code("\n    1 + 1\n"), code("2")))


def test_ids_follow_from_name_and_position() -> None:
    assert [name for name, _ in BOOK.identified] == ["a-theorem-001", "a-theorem-002", "a-theorem-003"]
    long = Book("é" * 100, BOOK.cells)
    nbformat.validate(long.node())
    assert len({name for name, _ in long.identified}) == 3


def test_the_same_cells_give_the_same_bytes() -> None:
    assert written(BOOK.node()) == written(Book(BOOK.name, BOOK.cells).node())
    node = nbformat.reads(written(BOOK.node()), as_version=4)
    nbformat.validate(node)
    assert [cell.source for cell in node.cells] == ["# Title\n\nWords.", "1 + 1", "2"]
    assert BOOK.file == "a.theorem.ipynb"


def test_outputs_are_no_drift() -> None:
    node = BOOK.node()
    node.cells[1].execution_count = 7
    node.cells[1].outputs = [nbformat.v4.new_output("stream", text="2")]
    node.metadata["language_info"] = {"name": "python", "version": "3.99"}
    assert differences(BOOK, node) == []


DRIFT = {
    "a source": (lambda cells: cells[1].update(source="1 + 2"), "differs in cell a-theorem-002"),
    "a kind": (lambda cells: cells[2].update(cell_type="markdown"), "differs in cell a-theorem-003"),
    "a missing cell": (lambda cells: cells.pop(), "lacks cell a-theorem-003"),
    "a new cell": (lambda cells: cells.append(nbformat.v4.new_code_cell("3", id="mine")), "has the unknown cell mine"),
    "an id": (lambda cells: cells[0].update(id="other"), "lacks cell a-theorem-001"),
    "a raw cell": (lambda cells: cells.append(nbformat.v4.new_raw_cell("3", id="raw")), "has the unknown cell raw"),
    "the order": (lambda cells: cells.reverse(), "has its cells in another order"),
}


@pytest.mark.parametrize(("change", "says"), DRIFT.values(), ids=DRIFT)
def test_drift_is_named(change, says) -> None:
    node = BOOK.node()
    change(node.cells)
    assert says in differences(BOOK, node)


@pytest.mark.parametrize(
    "found", ["", "{", "[]", '{"cells": 1, "nbformat": 4}', '{"nbformat": 4, "nbformat_minor": 5}']
)
def test_what_is_no_notebook(found: str) -> None:
    with pytest.raises(ValueError, match=r"^no notebook: [^\n]+$"):
        parsed(found)


def test_what_is_written_is_read_again() -> None:
    assert differences(BOOK, parsed(written(BOOK.node()))) == []
