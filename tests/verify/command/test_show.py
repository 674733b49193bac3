"""`icl-proofs show`: all that a theorem says, its derivation line by line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from proofs.core.catalogue import Entry, catalogue
from verify.command import show as arguments
from verify.command.showing import WRITERS, show
from verify.document.text import as_text
from verify.exposition.kinds import statement

Run = Callable[..., Any]


@pytest.mark.slow
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
        said = " ".join(as_text(statement(claim), 80).split())
        assert f"Claim {claim.name!r}, of kind {type(claim).__name__} {said}" in flat
    for control in theorem.controls:
        assert " ".join(control.changed.split()) in flat
    assert " ".join(str(theorem.source).split()) in flat
    assert all(used in flat for used in theorem.uses)
    assert "OPEN" not in result.out
    assert max(map(len, result.out.splitlines())) <= 80


def test_every_format_is_written() -> None:
    assert tuple(WRITERS) == arguments.FORMATS


def test_show_names_rules_and_lines() -> None:
    page = show(catalogue()["one_layer.optimum"])
    assert "the objective, folded [the calculus]" in page
    assert "sum of squares: tr(P B Q B')" in page
    assert "  where\n       t = (tr(Sigma Psi) + sigma2) / n\n" in page


def test_show_names_a_diagonal_part() -> None:
    page = " ".join(show(catalogue()["one_layer.independent_inputs"]).split())
    assert "where F = the diagonal part of Q Psi - 3 Sigma Sigma Psi" in page
    assert "Declared: F symmetric (d x d); " in page


def test_show_a_file_of_ones_own(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text(catalogue()["wishart.second_moment"].path.read_text())
    result = run("show", str(path))
    assert result.status == 0
    assert result.out.startswith("mine\n====\nThe second moment")


def test_show_tells_of_a_broken_file(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("def (")
    monkeypatch.setattr(arguments, "catalogue", lambda: {"a.broken": Entry("a.broken", tmp_path / "broken.py")})
    result = run("show", "a.broken")
    assert result.status == 3
    assert result.err.count("\n") == 1
