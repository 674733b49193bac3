"""How far a run has come: lines in a pipe, a bar on a terminal."""

import io

import pytest
from rich.console import Console

from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from verify.command import progress
from verify.command.progress import LOADING, Tally, told
from verify.report import TheoremReport

IDS = ("a.first", "a.second", "b.third")


def report(identifier: str) -> TheoremReport:
    return TheoremReport(identifier, "", "", Verdict.PROVED, Scope(), (), 1.25)


def test_a_line_for_each_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    tally = Tally()
    with told(tally, None):
        tally.expect(IDS, 2)
        for identifier in reversed(IDS):
            tally.add(report(identifier))
    assert capsys.readouterr().out.splitlines() == [
        "[1/3] PROVED    b.third (1.2 s)",
        "[2/3] PROVED    a.second (1.2 s)",
        "[3/3] PROVED    a.first (1.2 s)",
    ]


def test_no_line_where_standard_output_is_for_something_else(capsys: pytest.CaptureFixture[str]) -> None:
    tally = Tally(lines=False)
    tally.expect(IDS, 2)
    tally.add(report("a.first"))
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(("page", "lines"), [(True, 0), (False, 1)], ids=["on a terminal", "in a pipe"])
def test_a_bar_says_what_is_being_checked(
    page: bool, lines: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stands on standard error. Lines are for a standard output that is no terminal."""
    monkeypatch.setattr(progress, "on_terminal", lambda: page)
    terminal = Console(file=io.StringIO(), force_terminal=True, width=100)
    tally = Tally()
    with told(tally, terminal):
        assert tally.bar is not None
        task = tally.bar.tasks[0]
        assert (task.description, task.total) == (LOADING, None)
        tally.expect(IDS, 2)
        assert (task.description, task.completed, task.total) == ("a.first, a.second", 0, 3)
        tally.add(report("a.second"))
        assert (task.description, task.completed) == ("a.first, b.third", 1)
        tally.bar.refresh()
        assert isinstance(terminal.file, io.StringIO)
        shown = terminal.file.getvalue()
    assert "1/3" in shown
    assert "a.first, b.third" in shown
    assert capsys.readouterr().out.count("\n") == lines
