"""Where text goes: the width of the page, and tables that cut no id."""

import os

import pytest

from verify.command import pages
from verify.command.pages import WIDEST, line_width, page_width, print_table, table, table_width


@pytest.mark.parametrize(
    ("columns", "width"),
    [("", 80), ("120", 120), ("19", 80), ("20", 20), ("20000", 80), ("wide", 80), ("\u0661\u0662\u0660", 80)],
)
def test_the_width_in_a_pipe(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert page_width() == width
    assert table_width() == max(width, 60)
    assert line_width() == min(width, WIDEST)


def test_the_width_of_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "on_terminal", lambda: True)
    monkeypatch.setattr("shutil.get_terminal_size", lambda fallback: os.terminal_size((200, 24)))
    assert page_width() == 200
    assert line_width() == WIDEST


def test_a_table_wraps_its_flexible_column_and_no_other(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    rows = [("subject.a_conclusion", "PROVED", "all the symbols " * 5, "12"), ("b", "[red]", "n", "3")]
    print_table(table(("theorem", "verdict", "scope", "s"), rows, flexible="scope", numbers=("s",)))
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 60
    assert all(line == line.rstrip() for line in lines)
    assert any(line.startswith("subject.a_conclusion ") for line in lines)
    assert " ".join(" ".join(lines).split()).count("symbols") == 5
    assert any(line.startswith("b ") and "[red]" in line and line.endswith(" 3") for line in lines)
