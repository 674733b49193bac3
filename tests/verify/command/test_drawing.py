"""Pictures drawn into a folder: three formats, the same bytes each time, misuse before anything is drawn."""

from pathlib import Path

import pytest
from matplotlib.figure import Figure

from verify.command import drawing
from verify.command.drawing import draw
from verify.command.misuse import MisuseError


class Square:
    """A picture of one line."""

    name = "square"

    @staticmethod
    def draw() -> Figure:
        figure = Figure()
        figure.subplots().plot([0, 1], [0, 1])
        return figure


@pytest.fixture(autouse=True)
def one_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "DRAWINGS", (Square,))


def test_three_formats_and_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draw([], str(tmp_path / "one"))
    draw(["square"], str(tmp_path / "two"))
    assert capsys.readouterr().out.splitlines()[:2] == [
        "[1/1] square",
        f"1 picture as svg, pdf, png in {tmp_path / 'one'}",
    ]
    starts = {"svg": b"<?xml", "pdf": b"%PDF", "png": b"\x89PNG"}
    for written, start in starts.items():
        one, two = ((tmp_path / folder / f"square.{written}").read_bytes() for folder in ("one", "two"))
        assert one.startswith(start)
        assert one == two
    assert len(list((tmp_path / "one").iterdir())) == 3


def test_misuse_draws_nothing(tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match=r"NAME: expected square, got 'squar'; did you mean square?"):
        draw(["squar"], str(tmp_path / "new"))
    (tmp_path / "file").write_text("")
    with pytest.raises(MisuseError, match=r"--out: expected a folder"):
        draw(["square"], str(tmp_path / "file"))
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
