"""`icl-proofs pictures`: files in three formats, the same bytes every time, misuse."""

from collections.abc import Callable
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
