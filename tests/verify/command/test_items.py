"""Finished items: a line each in a pipe, a bar on standard error where that is a terminal."""

import io

import pytest
from rich.console import Console

from verify.command import items
from verify.command.items import told


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    file = io.StringIO()
    monkeypatch.setattr(items, "terminal", lambda: Console(file=file, force_terminal=True, width=100))
    return file


def test_a_line_for_each_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    with told(10) as tell:
        tell("first", "first")
        tell("second", "FAILED second: a cell")
    assert capsys.readouterr().out.splitlines() == ["[ 1/10] first", "[ 2/10] FAILED second: a cell"]


@pytest.mark.parametrize(("page", "lines"), [(True, []), (False, ["[1/2] a line"])], ids=["terminal", "pipe"])
def test_a_bar(
    page: bool,
    lines: list[str],
    screen: io.StringIO,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(items, "on_terminal", lambda: page)
    with told(2) as tell:
        tell("the first", "a line")
    assert "1/2" in screen.getvalue()
    assert "the first" in screen.getvalue()
    assert capsys.readouterr().out.splitlines() == lines
