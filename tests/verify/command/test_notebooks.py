"""`icl-proofs notebooks`: what is written, drift, failing cells, misuse, interrupts."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest

import verify
from notebooks.book import Book, code
from proofs.core.catalogue import catalogue
from verify.command import books

Run = Callable[..., Any]

WISHART, SKEW, MORRISON = "wishart.second_moment", "one_layer.skew_part", "constructions.sherman_morrison"
ROOT = Path(verify.__file__).parents[1]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def listed(folder: str = ".") -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def test_sources_of_the_named_theorems(run: Run) -> None:
    result = run("notebooks", WISHART, SKEW, "--out", "new/folder")
    assert result.status == 0
    assert result.out.splitlines() == [
        f"[1/2] {WISHART}",
        f"[2/2] {SKEW}",
        "2 notebooks written to new/folder",
    ]
    assert listed("new/folder") == [f"{SKEW}.ipynb", f"{WISHART}.ipynb"]
    node = nbformat.read(f"new/folder/{WISHART}.ipynb", as_version=4)
    assert all(not cell.outputs for cell in node.cells if cell.cell_type == "code")


def test_all_of_them_with_an_overview(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    few = {identifier: catalogue()[identifier] for identifier in (WISHART, MORRISON)}
    monkeypatch.setattr(books, "catalogue", lambda: few)
    assert run("notebooks").status == 0
    written = {path.name.removesuffix(".ipynb") for path in Path("notebooks/derivations").iterdir()}
    assert written == {"overview", WISHART, MORRISON}
    assert run("notebooks", "--check").out == f"{len(written)} notebooks compared with notebooks/derivations\n"


@pytest.mark.slow
def test_run_and_written(run: Run) -> None:
    result = run("notebooks", WISHART, "--execute", "--out", ".")
    assert (result.status, result.out.splitlines()[-1]) == (0, "1 notebook run and written to .")
    node = nbformat.read(f"{WISHART}.ipynb", as_version=4)
    assert all(cell.outputs or cell.source.startswith(("claim", "from notebooks"))
               for cell in node.cells if cell.cell_type == "code")  # fmt: skip
    assert run("notebooks", WISHART, "--check", "--out", ".").status == 0


def test_drift_is_named(run: Run) -> None:
    run("notebooks", WISHART, SKEW, "--out", ".")
    path = Path(f"{WISHART}.ipynb")
    data = json.loads(path.read_text())
    data["cells"][1]["source"] = "something else"
    path.write_text(json.dumps(data))
    Path(f"{SKEW}.ipynb").unlink()
    result = run("notebooks", WISHART, SKEW, "--out", ".", "--check")
    assert result.status == 1
    assert result.out.splitlines() == [
        f"DRIFT {WISHART}.ipynb: differs in cell wishart-second_moment-002",
        f"DRIFT {SKEW}.ipynb: missing",
        "2 notebooks compared with .; 2 not as they should be",
    ]
    assert json.loads(path.read_text())["cells"][1]["source"] == "something else"


def test_a_notebook_without_a_theorem_is_drift(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books, "catalogue", lambda: {WISHART: catalogue()[WISHART]})
    run("notebooks", "--out", ".")
    Path("old.ipynb").write_text("{}")
    result = run("notebooks", "--out", ".", "--check")
    assert result.status == 1
    assert "DRIFT old.ipynb: no theorem has this notebook" in result.out


@pytest.mark.slow
def test_a_cell_that_fails(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books, "collected", lambda targets: [Book("good", (code("1"),)), Book("bad", (code("1 / 0"),))])
    result = run("notebooks", "--execute", "--out", ".")
    assert result.status == 1
    assert "FAILED bad: cell bad-001: ZeroDivisionError: division by zero" in result.out
    assert result.out.splitlines()[-1] == "1 notebook run and written to .; 1 not as they should be"
    assert listed() == ["good.ipynb"]
    checked = run("notebooks", "--execute", "--check", "--out", ".")
    assert checked.status == 1
    assert "DRIFT bad.ipynb: missing" in checked.out
    assert listed() == ["good.ipynb"]


@pytest.mark.slow
def test_a_theorem_file_of_ones_own(run: Run) -> None:
    Path("mine.py").write_text(catalogue()[WISHART].path.read_text())
    result = run("notebooks", "mine.py", "--out", ".", "--execute")
    assert (result.status, result.err) == (0, "")
    assert "**PROVED**" in Path("mine.ipynb").read_text()


MISUSE = [
    (("one_layer.optimun",), "did you mean one_layer.optimum?"),
    (("nothing.py",), "no file"),
    (("broken.py",), "mend the file"),
    (("wrong.py",), "icl-proofs check wrong.py"),
    (("wishart.second_moment.py", WISHART), "rename one"),
    ((WISHART, "--out", "broken.py"), "where"),
    ((WISHART, "--out", "broken.py/below"), "name another folder"),
    ((WISHART, "--check", "--out", "nowhere"), "write them first"),
    ((WISHART, "--check", "--out", "broken.py"), "write them first"),
    ((WISHART, "--quick"), "icl-proofs notebooks --help"),
    ((WISHART, "--out"), "icl-proofs notebooks --help"),
    ((WISHART, "--turn", "3"), "--check and --execute beside it"),
    ((WISHART, "--check", "--execute", "--turn", "next"), "an integer >= 0"),
]
WRONG = '''"""A title."""
from proofs.algebra import matrix
from proofs.core.claims import Minimum, Square
from proofs.core.statement import Source
from proofs.core.theorem import Theorem


def theorem():
    A, B = matrix("A", "d", "d"), matrix("B", "n", "d")
    claim = Minimum(name="wrong", objective=A, minimizer=((A, B),), value=A, squares=(Square(B, before=A),))
    return Theorem(Source("me"), (), (claim,))
'''


@pytest.mark.parametrize(("arguments", "said"), MISUSE)
def test_misuse_is_one_line(run: Run, arguments: tuple[str, ...], said: str) -> None:
    Path("broken.py").write_text('"""A title."""\n')
    Path("wrong.py").write_text(WRONG)
    Path(f"{WISHART}.py").write_text(catalogue()[WISHART].path.read_text())
    before = listed()
    result = run("notebooks", *arguments)
    assert (result.status, result.out) == (3, "")
    assert result.err.count("\n") == 1
    assert result.err.startswith("icl-proofs notebooks: ")
    assert said in result.err
    assert listed() == before


def test_a_folder_that_cannot_be_written_to(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: False)
    assert "can be written to" in run("notebooks", WISHART).err
    monkeypatch.undo()
    result = run("notebooks", WISHART, "--out", "/proc/new")
    assert result.status == 3
    assert "--out: expected a folder that can be made" in result.err


def test_importing_the_command_needs_no_extra() -> None:
    code = "import sys, verify.command; print([m for m in ('nbformat', 'matplotlib', 'networkx') if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"


@pytest.mark.slow
@pytest.mark.usefixtures("hears_interrupts")
def test_interrupt(folder: Path) -> None:
    targets = (WISHART, "many_layers.looped", "many_layers.critical_points", "one_layer.isotropic_inputs")
    command = [sys.executable, "-m", "verify", "notebooks", *targets, "--execute", "--out", str(folder)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, text=True, **pipes) as process:
        assert process.stdout.readline().startswith("[1/4]")
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()
    assert process.returncode == 130
    assert err.count("\n") == 1
    assert "interrupted: " in err
    assert " of 4 notebooks written" in err
    for path in folder.iterdir():
        nbformat.validate(nbformat.read(path, as_version=4))
