"""`icl-proofs list`: a line a theorem, JSON, files and ledgers that cannot be read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from proofs.core.catalogue import Entry, catalogue
from verify.command import listing
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
    monkeypatch.setattr(listing, "on_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    result = run("list")
    assert max(map(len, result.out.splitlines())) <= 60
    assert all(identifier in result.out for identifier in catalogue())


def test_list_tells_of_a_broken_file(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("def (")
    monkeypatch.setattr(listing, "catalogue", lambda: {"a.broken": Entry("a.broken", tmp_path / "broken.py")})
    result = run("list")
    assert result.status == 0
    assert "cannot be read" in result.out


def test_a_broken_ledger_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise LedgerError("ledger.toml: cannot be read")

    monkeypatch.setattr(listing, "read_ledger", broken)
    result = run("list")
    assert result.status == 3
    assert result.err == "icl-proofs list: ledger.toml: cannot be read\n"
