"""`icl-proofs show --format`: the same theorem as text, Markdown, LaTeX and JSON."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from proofs.core.catalogue import catalogue

Run = Callable[..., Any]
Typeset = Callable[[str], str]
WISHART = "wishart.second_moment"
MINE = '''"""A title with <b> & 50%."""
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem


def theorem():
    return Theorem(Source("mine_1"), (Hypothesis("n", Predicate.INTEGER, "size"),), ())
'''


def test_text_is_the_default(run: Run) -> None:
    assert run("show", WISHART).out == run("show", WISHART, "--format", "text").out


@pytest.mark.parametrize(
    ("written", "start", "formula"),
    [
        ("markdown", "# wishart.second\\_moment\n\nThe second moment", "$$\n\\mathbb{E}_{X} \\bigl["),
        ("latex", "\\documentclass[11pt]{article}\n", "\\side{\\mathbb{E}_{X} \\bigl["),
        ("json", '{\n  "id": "wishart.second_moment",\n', '"left": "E[X\' X B X\' X]"'),
    ],
)
def test_a_format(run: Run, written: str, start: str, formula: str) -> None:
    result = run("show", WISHART, "--format", written)
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith(start)
    assert formula in result.out
    assert result.out.endswith("\n")
    assert not result.out.endswith("\n\n")


@pytest.mark.slow
@pytest.mark.parametrize("identifier", catalogue())
def test_json_of_every_theorem(run: Run, identifier: str) -> None:
    data = json.loads(run("show", identifier, "--format", "json").out)
    assert data["id"] == identifier
    assert all("cannot be written out" not in claim["statement"] for claim in data["claims"])


def test_a_file_of_ones_own(run: Run, tmp_path: Path, typeset: Typeset) -> None:
    (tmp_path / "my_theorem.py").write_text(MINE)
    path = str(tmp_path / "my_theorem.py")
    assert r"A title with \<b> \& 50%." in run("show", path, "--format", "markdown").out
    typeset(run("show", path, "--format", "latex").out)
