"""A long computation by another process: its result, its errors, the estimate, what the bar says."""

import io
import os
from concurrent.futures import Future
from functools import partial

import pytest
from rich.console import Console

from verify.command import watching
from verify.command.misuse import MisuseError
from verify.command.watching import _expected, watch


def work(least: int, size: int) -> tuple[int, int]:
    """The size and who worked. Sizes below the least cannot be used."""
    if size < least:
        raise MisuseError("--size", "a larger size", str(size), "take more")
    return size, os.getpid()


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    file = io.StringIO()
    console = Console(file=file, force_terminal=True, width=100)
    monkeypatch.setattr(watching, "terminal", lambda: console)
    return file


def given(seconds: float) -> "Future[float]":
    future: Future[float] = Future()
    future.set_result(seconds)
    return future


def test_in_a_pipe_this_process_works(capsys: pytest.CaptureFixture[str]) -> None:
    assert watch(partial(work, 1), 400, "work") == (400, os.getpid())
    assert capsys.readouterr() == ("", "")


def test_on_a_terminal_another_process_works(screen: io.StringIO) -> None:
    size, process = watch(partial(work, 1), 80, "the work")
    assert size == 80
    assert process != os.getpid()
    assert "the work" in screen.getvalue()


def test_misuse_is_told_as_ever(screen: io.StringIO) -> None:
    with pytest.raises(MisuseError, match="--size: expected a larger size, got 80; take more"):
        watch(partial(work, 1000), 80, "work")


def test_a_part_that_cannot_be_done_leaves_no_estimate_but_the_result(screen: io.StringIO) -> None:
    assert watch(partial(work, 80), 80, "work")[0] == 80


def test_the_estimate_is_a_power_law() -> None:
    assert _expected(given(1.0), given(8.0)) == 64.0
