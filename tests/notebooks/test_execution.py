"""Notebooks run in kernels of their own: outputs, failures, nothing of the surroundings."""

import sys
from pathlib import Path

import pytest

from notebooks.book import Book, code, differences, text
from notebooks.derivation import derivation
from notebooks.execution import executed
from proofs.core.catalogue import catalogue

pytestmark = pytest.mark.slow


def outputs(node) -> list[str]:
    """What the cells show; every output stands there in one form."""
    data = [o["data"] for cell in node.cells for o in cell.get("outputs", ()) if "data" in o]
    assert all(len(forms) == 1 for forms in data)
    return ["".join(shown) for forms in data for shown in forms.values()]


def test_the_notebook_of_a_theorem_runs() -> None:
    book = derivation(catalogue()["wishart.second_moment"], "wishart.second_moment")
    (result,) = executed([book], 1)
    assert result.problem == ""
    assert differences(book, result.node) == []
    cells = [cell for cell in result.node.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert all(cell.metadata == {} for cell in cells)
    assert result.node.metadata == book.node().metadata
    assert "**PROVED**, all Sigma, d, n" in "\n".join(outputs(result.node))


def test_this_python_without_the_settings_of_the_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kernels = tmp_path / "kernels" / "python3"
    kernels.mkdir(parents=True)
    (kernels / "kernel.json").write_text('{"argv": ["false"], "display_name": "x", "language": "python"}')
    startup = tmp_path / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "mine.py").write_text("mine = 1")
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    (result,) = executed([Book("a", (code("import sys; sys.executable"), code("'mine' in globals()")))], 1)
    assert result.problem == ""
    assert outputs(result.node) == [repr(sys.executable), "False"]


def test_failures_are_named_and_hold_nobody_up() -> None:
    books = [
        Book("raises", (text("# x"), code("1"), code("1 / 0"), code("2"))),
        Book("dies", (code("import os; os._exit(3)"),)),
        Book("fine", (code("6 * 7"),)),
    ]
    found = {result.book.name: result for result in executed(books, 2)}
    assert found["raises"].problem == "cell raises-003: ZeroDivisionError: division by zero"
    assert "died" in found["dies"].problem
    assert found["fine"].problem == ""
    assert outputs(found["fine"].node) == ["42"]


def test_leaving_early_ends_the_kernels(tmp_path: Path) -> None:
    source = f"import os, time; open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    results = executed([Book("fine", (code("1"),)), Book("sleeps", (code(source),))], 2)
    assert next(results).book.name == "fine"
    results.close()
    pid = tmp_path / "pid"
    assert not pid.exists() or not Path(f"/proc/{pid.read_text()}").exists()


def test_a_kernel_that_does_not_start_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ipykernel_launcher.py").write_text("raise SystemExit('out of order')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (result,) = executed([Book("a", (code("1"),))], 1)
    assert result.problem == "Kernel died before replying to kernel_info: out of order"
