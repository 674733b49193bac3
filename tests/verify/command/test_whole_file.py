"""Files that are written whole or not at all; folders that are made."""

import os
from pathlib import Path

import pytest

from verify.command.misuse import MisuseError
from verify.command.whole_file import Written, made_folder, writable, writable_files, writable_folder


def test_text_and_bytes_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    path = writable("--json", str(tmp_path / "link"))
    for content, found in (("\u03a3", b"\xce\xa3"), (b"\x00", b"\x00")):
        Written().write("--json", path, content)
        assert (tmp_path / "real").read_bytes() == found
    assert sorted(file.name for file in tmp_path.iterdir()) == ["link", "real"]


def test_what_was_there_stays_where_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    path.write_text("old")

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(
        MisuseError, match=r"--json: expected room for the whole file.*No space left.*nothing was written"
    ):
        Written().write("--json", path, "new")
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "an empty name"),
        (".", "the folder"),
        ("new/", "the folder"),
        ("/dev/null", "a device"),
        ("nowhere/file", "a folder that exists"),
    ],
)
def test_what_cannot_be_written(text: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(MisuseError, match=said):
        writable("--json", text)


def test_two_options_name_two_files(tmp_path: Path) -> None:
    one, other = str(tmp_path / "one"), str(tmp_path / "other")
    assert writable_files({"--json": one, "--html": None}) == {"--json": Path(one), "--html": None}
    assert len(writable_files({"--json": one, "--html": other})) == 2
    with pytest.raises(MisuseError, match=r"--html: expected another file than --json"):
        writable_files({"--json": one, "--html": str(tmp_path / "x" / ".." / "one")})


def test_folders_are_made_later(tmp_path: Path) -> None:
    folder = writable_folder("--out", str(tmp_path / "a" / "b"))
    assert not folder.exists()
    made_folder("--out", folder)
    made_folder("--out", folder)
    assert folder.is_dir()
    (tmp_path / "file").write_text("")
    with pytest.raises(MisuseError, match=r"where .*file is none"):
        writable_folder("--out", str(tmp_path / "file" / "below"))
    with pytest.raises(MisuseError, match=r"an empty name"):
        writable_folder("--out", "")
    with pytest.raises(MisuseError, match=r"a folder that can be made"):
        made_folder("--out", tmp_path / "file" / "below")


def test_what_was_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done, paths = Written(), [tmp_path / name for name in "abcd"]
    assert str(done) == "nothing was written"
    for path, told in zip(
        paths, ("a was written", "a, {b} were written", "c were written", "4 files were written"), strict=True
    ):
        done.write("--out", path, "")
        assert str(done).endswith(told.format(b=paths[1]))

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(MisuseError, match="; 4 files were written"):
        done.write("--out", tmp_path / "e", "")
    assert done.paths == paths
