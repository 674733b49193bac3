"""`list`, `show`, `--version` and `--help`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from proofs.core.catalogue import Entry, catalogue
from verify.command import application
from verify.command.show import show
from verify.ledger import LedgerError

Run = Callable[..., Any]


def test_list_in_a_pipe_is_a_line_a_theorem(run: Run) -> None:
    result = run("list")
    assert result.status == 0
    assert [line.split()[0] for line in result.out.splitlines()] == list(catalogue())
    assert "CERTIFIED" in result.out


def test_list_as_json(run: Run) -> None:
    found = json.loads(run("list", "--json").out)
    assert [item["id"] for item in found] == list(catalogue())
    assert all(item["title"] and item["recorded"]["verdict"] for item in found)


def test_list_on_a_narrow_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(application, "on_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    result = run("list")
    assert max(map(len, result.out.splitlines())) <= 60
    assert all(identifier in result.out for identifier in catalogue())


def test_list_tells_of_a_broken_file(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("def (")
    monkeypatch.setattr(application, "catalogue", lambda: {"a.broken": Entry("a.broken", tmp_path / "broken.py")})
    result = run("list")
    assert result.status == 0
    assert "cannot be read" in result.out
    broken = run("show", "a.broken")
    assert broken.status == 3
    assert broken.err.count("\n") == 1


@pytest.mark.parametrize("identifier", catalogue())
def test_show_tells_everything(run: Run, identifier: str) -> None:
    result = run("show", identifier)
    assert result.status == 0
    theorem = catalogue()[identifier].load()
    flat = " ".join(result.out.split())
    assert " ".join(catalogue()[identifier].docstring.split()) in flat
    for hypothesis in theorem.hypotheses:
        assert str(hypothesis) in flat
    for claim in theorem.claims:
        assert f"Claim {claim.name!r}, of kind {type(claim).__name__}" in flat
    for control in theorem.controls:
        assert " ".join(control.changed.split()) in flat
    assert " ".join(str(theorem.source).split()) in flat
    assert all(used in flat for used in theorem.uses)
    assert "OPEN" not in result.out
    assert max(map(len, result.out.splitlines())) <= 80


def test_show_names_rules_and_lines() -> None:
    page = show(catalogue()["one_layer.optimum"])
    assert "the objective, folded [the calculus]" in page
    assert "sum of squares: tr(P B Q B')" in page
    assert "where K = " in page


def test_show_a_file_of_ones_own(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text(catalogue()["wishart.second_moment"].path.read_text())
    result = run("show", str(path))
    assert result.status == 0
    assert result.out.startswith("mine\n====\nThe second moment")


def test_version(run: Run) -> None:
    result = run("--version")
    assert result.status == 0
    assert result.out.startswith("icl-proofs ")


@pytest.mark.parametrize(
    "command", [(), ("list",), ("show",), ("check",), ("minimizer",), ("notebooks",), ("pictures",)]
)
def test_help_has_an_example(run: Run, command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.status == 0
    assert " ".join(["\n  icl-proofs", *command]) in result.out
    assert max(map(len, result.out.splitlines())) <= 80
    assert "..." not in result.out.partition("Commands:")[2]


def test_a_broken_ledger_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise LedgerError("ledger.toml: cannot be read")

    monkeypatch.setattr(application, "read_ledger", broken)
    result = run("list")
    assert result.status == 3
    assert result.err == "icl-proofs list: ledger.toml: cannot be read\n"
