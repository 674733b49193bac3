"""The command as a process of its own: streams, signals and pipes."""

import signal
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

import verify
from verify.command import main

ROOT = Path(verify.__file__).parents[1]


def start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "verify", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_misuse() -> None:
    with start("minimizer", "--covariance", "[[0.1, 2], [1, 1]]", "--context", "3") as process:
        out, err = process.communicate()
    assert process.returncode == 3
    assert out == ""
    assert err == (
        "icl-proofs minimizer: --covariance: expected a symmetric matrix, got 2 in row 1, column 2, "
        "but 1 in row 2, column 1; make the two equal\n"
    )


def test_a_reader_that_goes_away_is_no_error() -> None:
    with start("list") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        err = process.stderr.read()
    assert process.returncode == 141
    assert err == ""


def test_no_space_for_the_output(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert main(["list"]) == 3
        monkeypatch.undo()
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "No space left" in err


def test_letters_that_the_terminal_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(buffer, encoding="ascii"))
    assert main(["check", "wishart.second_moment", "--jobs", "1"]) == 0
    assert b"1 theorem: 1 PROVED" in buffer.getvalue()
    assert buffer.getvalue().isascii()


@pytest.mark.slow
@pytest.mark.usefixtures("hears_interrupts")
def test_interrupt(tmp_path: Path) -> None:
    targets = ("wishart.second_moment", "many_layers.step_sizes_listed", "one_layer.blind_bound")
    arguments = (*targets, "--level", "full", "--jobs", "2", "--json", str(tmp_path / "report.json"))
    with start("check", *arguments) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("[1/4]")
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()
    assert process.returncode == 130
    assert err.count("\n") == 1
    assert "interrupted: " in err
    assert "theorems were finished" in err
    assert list(tmp_path.iterdir()) == []
