"""Which notebooks are run in a turn, and what is said of those whose outputs do not stand."""

from dataclasses import replace
from pathlib import Path

import nbformat
import pytest

from notebooks.book import Book, code, text, written
from notebooks.execution import Executed
from notebooks.freshness import VERDICT_CELL
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from verify.command import books
from verify.command.books import SOME, checked, in_turn
from verify.command.misuse import MisuseError
from verify.ledger import Recorded

BOOK = Book("a.theorem", (text("# A title"), code(VERDICT_CELL)), "a fingerprint")
LEDGER = {"a.theorem": Recorded(Verdict.PROVED, Scope(frozenset({"n"})))}


def run(book: Book, shown: str = "**PROVED**, all n") -> nbformat.NotebookNode:
    node = book.node()
    (cell,) = (cell for cell in node.cells if cell.cell_type == "code")
    cell.execution_count = 1
    cell.outputs = [nbformat.v4.new_output("execute_result", {"text/markdown": shown}, execution_count=1)]
    return node


def kept(folder: Path, *nodes: tuple[Book, nbformat.NotebookNode]) -> None:
    for book, node in nodes:
        (folder / book.file).write_text(written(node), encoding="utf-8")


@pytest.mark.parametrize("count", [1, SOME, 2 * SOME + 3])
def test_as_many_turns_as_it_takes_run_all_of_them(tmp_path: Path, count: int) -> None:
    shelf = [replace(BOOK, name=f"a.b{place}") for place in range(count)]
    kept(tmp_path, *((book, run(book)) for book in shelf))
    turns = -(-count // SOME)
    chosen = [in_turn(shelf, tmp_path, turn) for turn in range(turns)]
    assert all(len(some) <= SOME for some in chosen)
    assert sorted(book.name for some in chosen for book in some) == sorted(book.name for book in shelf)
    assert in_turn(shelf, tmp_path, 10**9 * turns) == chosen[0]


def test_what_changed_is_run_in_every_turn(tmp_path: Path) -> None:
    fresh = [replace(BOOK, name=f"a.b{place}") for place in range(2 * SOME)]
    changed, unrun, missing, broken = (replace(BOOK, name=name) for name in ("changed", "unrun", "missing", "broken"))
    kept(tmp_path, *((book, run(book)) for book in fresh), (unrun, unrun.node()))
    kept(tmp_path, (changed, run(replace(changed, made_from="an older fingerprint"))))
    (tmp_path / broken.file).write_text("{")
    stale = [changed, unrun, missing, broken]
    for turn in range(2):
        assert in_turn([*fresh, *stale], tmp_path, turn)[:4] == stale
        assert len(in_turn([*fresh, *stale], tmp_path, turn)) == 4 + SOME


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> list[Book]:
    """One notebook, which is run without a kernel."""
    monkeypatch.setattr(books, "collected", lambda targets: [BOOK])
    monkeypatch.setattr(books, "read_ledger", lambda: LEDGER)
    monkeypatch.setattr(books, "executed", lambda chosen, workers: (Executed(book, run(book)) for book in chosen))
    return [BOOK]


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("node", "said"),
    [
        (
            run(BOOK, "**CERTIFIED**, all n"),
            "shows the verdict '**CERTIFIED**, all n', the ledger has '**PROVED**, all n'",
        ),
        (run(BOOK, "**PROVED**, all d, n"), "shows the verdict '**PROVED**, all d, n'"),
        (run(replace(BOOK, cells=(*BOOK.cells[:1], code("1")))), "differs in cell a-theorem-002"),
    ],
)
def test_drift_of_a_verdict_and_of_a_source(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], node: nbformat.NotebookNode, said: str
) -> None:
    kept(tmp_path, (BOOK, node))
    assert checked(["a.theorem"], str(tmp_path), execute=False) == 1
    assert f"DRIFT a.theorem.ipynb: {said}" in capsys.readouterr().out


@pytest.mark.usefixtures("shelf")
def test_a_verdict_that_comes_out_otherwise_when_it_is_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(tmp_path, (BOOK, run(BOOK)))
    assert checked(["a.theorem"], str(tmp_path), execute=True, turn=3) == 0
    assert capsys.readouterr().out.endswith("1 notebook compared with " + f"{tmp_path} and 1 of them run\n")
    lost = Executed(BOOK, run(BOOK, "**UNKNOWN**, all n"))
    monkeypatch.setattr(books, "executed", lambda chosen, workers: (found for found in [lost]))
    assert checked(["a.theorem"], str(tmp_path), execute=True) == 1
    assert "FAILED a.theorem: shows the verdict '**UNKNOWN**, all n'" in capsys.readouterr().out


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match=r"--out: expected a folder of notebooks, got .*; write them first"):
        checked([], str(tmp_path / "nowhere"), execute=False)
