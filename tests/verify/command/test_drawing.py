"""Pictures drawn into a folder: three formats, the same bytes each time, an interrupt that tells what was written."""

from pathlib import Path

import pytest
from matplotlib.figure import Figure

from verify.command.drawing import INTERRUPTED, draw
from verify.command.misuse import MisuseError


class Square:
    """A picture of one line."""

    name = "square"

    @staticmethod
    def draw() -> Figure:
        figure = Figure()
        figure.subplots().plot([0, 1], [0, 1])
        return figure


class Stopped:
    """A picture at which the run is interrupted."""

    name = "stopped"

    @staticmethod
    def draw() -> Figure:
        raise KeyboardInterrupt


def test_three_formats_and_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("one", "two"):
        assert draw([Square()], tmp_path / folder) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[:2] == ["[1/1] square", f"1 picture as svg, pdf, png in {tmp_path / 'one'}"]
    starts = {"svg": b"<?xml", "pdf": b"%PDF", "png": b"\x89PNG"}
    for written, start in starts.items():
        one, two = ((tmp_path / folder / f"square.{written}").read_bytes() for folder in ("one", "two"))
        assert one.startswith(start)
        assert one == two
    assert len(list((tmp_path / "one").iterdir())) == 3


def test_interrupted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert draw([Square(), Stopped()], tmp_path) == INTERRUPTED
    err = capsys.readouterr().err
    assert err.startswith("icl-proofs pictures: interrupted: ")
    assert err.count("square.") == 3
    assert err.endswith(" were written\n")


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(MisuseError, match="--out: expected a folder that can be made"):
        draw([Square()], tmp_path / "file" / "below")
