"""`icl-proofs pictures`: files in three formats, the same bytes every time, misuse."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
HEADS = {"svg": b"<?xml", "pdf": b"%PDF", "png": b"\x89PNG"}


def test_one_picture(run: Run, tmp_path: Path) -> None:
    out = str(tmp_path / "new")
    result = run("pictures", "preconditioner", "--out", out)
    assert (result.status, result.err) == (0, "")
    assert result.out.splitlines() == ["[1/1] preconditioner", f"1 picture as svg, pdf, png in {out}"]
    found = {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()}
    assert found.keys() == {f"preconditioner.{form}" for form in HEADS}
    assert all(found[f"preconditioner.{form}"].startswith(head) for form, head in HEADS.items())
    run("pictures", "preconditioner", "--out", out)
    assert found == {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()}


def stopped(problem: BaseException, after: int) -> Callable[[int], None]:
    """What stands for os.fsync and raises the problem once so many files are written."""
    numbers = count()

    def stop(number: int) -> None:
        if next(numbers) >= after:
            raise problem

    return stop


FULL = OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (0, "nothing was written"),
        (1, "{0} was written"),
        (2, "{0}, {1} were written"),
        (5, "5 files were written"),
    ],
)
@pytest.mark.parametrize(("problem", "status"), [(FULL, 3), (KeyboardInterrupt(), 130)], ids=["full", "interrupted"])
def test_what_was_written_before_is_told(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    after: int,
    said: str,
    problem: BaseException,
    status: int,
) -> None:
    monkeypatch.setattr("os.fsync", stopped(problem, after))
    result = run("pictures", "preconditioner", "step_sizes", "--out", str(tmp_path))
    assert (result.status, result.err.count("\n")) == (status, 1)
    names = [tmp_path / f"preconditioner.{form}" for form in HEADS]
    assert result.err.endswith(f": {said.format(*names)}\n" if status == 130 else f"; {said.format(*names)}\n")
    assert len(list(tmp_path.iterdir())) == after


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("heavy_tail",), "did you mean heavy_tails?"),
        (("merging", "--out", __file__), "name another folder"),
        (("--size",), "icl-proofs pictures --help"),
    ],
)
def test_misuse_is_one_line(run: Run, arguments: tuple[str, ...], said: str) -> None:
    result = run("pictures", *arguments)
    assert (result.status, result.out) == (3, "")
    assert result.err.count("\n") == 1
    assert said in result.err
