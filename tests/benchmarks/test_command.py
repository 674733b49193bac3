"""The command line of the benchmarks: misuse, an interrupt, and where the tables go; nothing is measured here."""

import pytest

from benchmarks import command
from benchmarks.command import INTERRUPTED, MISUSE, main
from benchmarks.table import Figure


@pytest.mark.parametrize("arguments", [["--fast"], ["--markdown", "--write-readme"], ["8"]])
def test_misuse_is_one_line_and_status_3(arguments, capsys):
    with pytest.raises(SystemExit) as leave:
        main(arguments)
    assert leave.value.code == MISUSE
    assert capsys.readouterr().err.count("\n") == 1


@pytest.fixture
def measured(monkeypatch):
    """No case takes any time, and there are no races and no starts."""
    monkeypatch.setattr(command, "_measured", lambda name: [Figure(name, 0.5, 1.0, 3)])
    monkeypatch.setattr(command, "RIVALS", ())
    monkeypatch.setattr(command, "starts", list)


def test_tables_are_printed_or_written(measured, monkeypatch, tmp_path, capsys):
    readme = tmp_path / "README.md"
    readme.write_text("<!-- benchmarks -->\nold\n<!-- /benchmarks -->\nbelow\n", encoding="utf-8")
    monkeypatch.setattr(command, "README", readme)
    assert main(["--markdown"]) == 0
    printed = capsys.readouterr().out
    assert "| power-8 | 500 ms | <= 1 s | 3 | yes |" in printed
    assert main(["--write-readme"]) == 0
    assert readme.read_text(encoding="utf-8") == f"<!-- benchmarks -->\n{printed}<!-- /benchmarks -->\nbelow\n"


def test_a_readme_without_markers_is_told_before_anything_is_measured(monkeypatch, tmp_path, capsys):
    (tmp_path / "README.md").write_text("nothing", encoding="utf-8")
    monkeypatch.setattr(command, "README", tmp_path / "README.md")
    monkeypatch.setattr(command, "_measured", None)
    assert main(["--write-readme"]) == MISUSE
    assert "must hold the line" in capsys.readouterr().err


def test_interrupted(monkeypatch, capsys):
    def stop(options):
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "_tell", stop)
    assert main([]) == INTERRUPTED
    assert capsys.readouterr().err == "python -m benchmarks: interrupted: nothing was written\n"
