"""The notebooks that stand in notebooks/derivations are those of the theorem files, run without a complaint."""

from pathlib import Path

import nbformat
import pytest

from notebooks.book import differences
from verify.command.books import collected

FOLDER = Path(__file__).parents[2] / "notebooks" / "derivations"
BOOKS = {book.file: book for book in collected([])}


def test_there_is_one_for_each() -> None:
    assert {path.name for path in FOLDER.iterdir()} == BOOKS.keys(), "run `make notebooks`"


@pytest.mark.parametrize("file", BOOKS)
def test_its_sources_are_up_to_date(file: str) -> None:
    assert differences(BOOKS[file], (FOLDER / file).read_text(encoding="utf-8")) == [], "run `make notebooks`"


@pytest.mark.parametrize("file", BOOKS)
def test_every_cell_was_run(file: str) -> None:
    node = nbformat.read(FOLDER / file, as_version=4)
    cells = [cell for cell in node.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert {output.output_type for cell in cells for output in cell.outputs} == {"execute_result"}
    assert "OPEN**" not in str(node)
    assert "SURVIVES**" not in str(node)
    assert "NOT EQUAL" not in str(node)


def test_a_moderate_size() -> None:
    sizes = [path.stat().st_size for path in FOLDER.iterdir()]
    assert sum(sizes) < 100_000 * len(sizes)
