"""Outputs that stand, and each way in which they do not: stale, not run, left open, another verdict."""

import json
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_output

from notebooks.book import Book, code, text
from notebooks.freshness import VERDICT_CELL, faults, fingerprint, is_fresh
from proofs.core.catalogue import catalogue
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from verify.ledger import Recorded

DERIVATIONS = Path(__file__).parents[2] / "notebooks" / "derivations"
BOOK = Book("a.theorem", (text("# A title"), code("1 + 1"), code(VERDICT_CELL)), "a fingerprint")
LINE = Recorded(Verdict.PROVED, Scope(frozenset({"a_b", "n"})))
SHOWN = r"**PROVED**, all a\_b, n"


def result(shown: str, form: str = "text/markdown") -> nbformat.NotebookNode:
    return new_output("execute_result", {form: shown}, execution_count=1)


def run(sum_shown: str = "2", head: str = SHOWN) -> nbformat.NotebookNode:
    node = BOOK.node()
    _, node.cells[1].outputs, node.cells[2].outputs = None, [result(sum_shown, "text/plain")], [result(f"{head}\n\n|")]
    node.cells[1].execution_count, node.cells[2].execution_count = 1, 2
    return node


def test_a_fingerprint_is_of_contents_in_order(tmp_path: Path) -> None:
    one, two, same = (tmp_path / name for name in ("one", "two", "same"))
    for path, content in ((one, "1"), (two, "2"), (same, "1")):
        path.write_text(content)
    assert fingerprint([one, two]) == fingerprint([same, two])
    assert len({fingerprint(found) for found in ([one, two], [two, one], [one], [two], [])}) == 5


def test_fresh_is_run_in_order_from_these_files() -> None:
    assert is_fresh(BOOK, run())
    assert not is_fresh(BOOK, BOOK.node())
    assert not is_fresh(Book(BOOK.name, BOOK.cells, "another fingerprint"), run())
    later = run()
    later.cells[2].execution_count = 5
    assert not is_fresh(BOOK, later)


def test_nothing_to_say() -> None:
    for node, line in ((run(), LINE), (run(), None), (BOOK.node(), LINE), (run("**OPEN**", "**UNKNOWN**"), None)):
        assert list(faults(node, line)) == []


FAULTS = {
    "a line left open": (run("x | **OPEN**"), "shows **OPEN** in cell a-theorem-002"),
    "a control": (run("**SURVIVES**"), "shows **SURVIVES** in cell a-theorem-002"),
    "values": (run("**NOT EQUAL**"), "shows **NOT EQUAL** in cell a-theorem-002"),
    "a verdict": (run(head=r"**CERTIFIED**, all a\_b, n"), "shows the verdict '**CERTIFIED**, all a"),
    "a scope": (run(head="**PROVED**, all n"), "shows the verdict '**PROVED**, all n', the ledger has '**PROVED**"),
}  # fmt: skip


@pytest.mark.parametrize(("node", "says"), FAULTS.values(), ids=FAULTS)
def test_faults_are_named(node: nbformat.NotebookNode, says: str) -> None:
    (found,) = faults(node, LINE)
    assert found.startswith(says)


def test_a_complaint_and_a_cell_that_was_not_run_are_faults() -> None:
    node = run()
    node.cells[1].outputs.append(new_output("stream", name="stderr", text="a warning"))
    node.cells[1].execution_count = None
    assert list(faults(node, None)) == [
        "has cells that were not run, or not in order",
        "shows stream in cell a-theorem-002",
    ]


def test_all_that_stand_in_the_repository_were_run() -> None:
    """Sources and verdicts of all of them are compared by `make notebooks-check`."""
    expected = {"overview.ipynb", *(f"{identifier}.ipynb" for identifier in catalogue())}
    found = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in DERIVATIONS.iterdir()}
    assert found.keys() == expected, "run `make notebooks`"
    for name, content in found.items():
        cells = [cell for cell in content["cells"] if cell["cell_type"] == "code"]
        assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1)), name
        forms = [output.get("data", {}).keys() for cell in cells for output in cell["outputs"]]
        assert all(len(keys) == 1 for keys in forms), f"{name} shows an output in two forms"
    assert sum(path.stat().st_size for path in DERIVATIONS.iterdir()) < 100_000 * len(found)
