"""Bars are drawn on standard error where that is a terminal, and say how long it may still take."""

import io

import pytest
from rich.console import Console

from verify.command import bars
from verify.command.bars import Remaining, bar_on, duration, shown_on_bar, terminal


@pytest.fixture
def screen() -> Console:
    return Console(file=io.StringIO(), force_terminal=True, width=100)


def drawn(screen: Console) -> str:
    assert isinstance(screen.file, io.StringIO)
    return screen.file.getvalue()


@pytest.mark.parametrize(
    ("seconds", "says"), [(0.4, "0 s"), (119, "119 s"), (120, "2 min"), (3599, "60 min"), (7200, "2 h"), (1e5, "28 h")]
)
def test_durations(seconds: float, says: str) -> None:
    assert duration(seconds) == says


def test_what_is_left_is_in_proportion(screen: Console) -> None:
    bar = bar_on(screen)
    bar.add_task("", total=4)
    (task,) = bar.tasks
    task.start_time, task.stop_time = 0.0, 30.0
    assert Remaining().render(task).plain == ""
    task.completed = 1
    assert Remaining().render(task).plain == "about 90 s left"
    task.completed = 4
    assert Remaining().render(task).plain == ""
    task.total = None
    assert Remaining().render(task).plain == ""


def test_no_bar_where_standard_error_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert terminal() is None
    assert list(shown_on_bar([1, 2, 3], str)) == [1, 2, 3]
    assert capsys.readouterr() == ("", "")


def test_the_bar_names_what_is_in_hand(screen: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bars, "terminal", lambda: screen)
    assert list(shown_on_bar(["first", "second"], lambda item: f"item {item}")) == ["first", "second"]
    assert "item second" in drawn(screen)
    assert "2/2" in drawn(screen)
