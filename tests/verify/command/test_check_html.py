"""`icl-proofs check --html`: the page is written whole or not at all, beside or without the JSON."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from proofs.core.catalogue import Entry, catalogue
from verify import suite
from verify.command import check as checking
from verify.report import TheoremReport

Run = Callable[..., Any]
Reports = dict[str, TheoremReport]
WISHART, OPTIMUM = "wishart.second_moment", "one_layer.optimum"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return tmp_path / "r.html"


def test_the_page_and_the_json_of_one_run(run: Run, invented: Reports, tmp_path: Path, page: Path) -> None:
    result = run("check", OPTIMUM, "--html", str(page), "--json", str(tmp_path / "r.json"), "--seed", "7")
    assert (result.status, result.err) == (0, "")
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert text.endswith("</html>")
    assert all(f'id="theorem-{report["id"]}"' in text for report in json.loads((tmp_path / "r.json").read_text()))
    assert '<tr><th scope="row">seed</th><td>7</td></tr>' in text
    assert f"<td>{OPTIMUM}</td>" in text
    assert sorted(file.name for file in tmp_path.iterdir()) == ["r.html", "r.json"]


def test_remarks_stand_on_the_page(run: Run, invented: Reports, page: Path) -> None:
    invented[WISHART] = replace(suite_report(), problem="timed out after 2 s")
    assert run("check", WISHART, "--html", str(page)).status == 1
    text = page.read_text(encoding="utf-8")
    assert f"<li>LOST {WISHART}: UNKNOWN (timed out after 2 s)" in text
    assert "<strong>Problem.</strong> timed out after 2 s" in text


def suite_report() -> TheoremReport:
    """A report of a theorem on which nothing could be said."""
    return suite._unknown(catalogue()[WISHART], "", 0.0, suite.Settings())


def test_a_file_that_does_not_load_has_its_place(
    run: Run, invented: Reports, tmp_path: Path, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "second_moment.py"
    path.write_text('"""A title."""\nraise ValueError("half <written>")\n')
    monkeypatch.setattr(checking, "catalogue", lambda: catalogue() | {WISHART: Entry(WISHART, path)})
    assert run("check", WISHART, "--html", str(page)).status == 1
    assert "ValueError: half &lt;written&gt;" in page.read_text(encoding="utf-8")


def test_interrupted_there_is_no_page(run: Run, tmp_path: Path, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(suite, "run", stop)
    both = ("--html", str(page), "--json", str(tmp_path / "r.json"))
    result = run("check", WISHART, *both)
    assert result.status == 130
    assert result.err == (
        "icl-proofs check: interrupted: 0 of 1 theorems were finished; "
        f"{tmp_path / 'r.json'} and {page} were not written\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_cannot_be_finished_leaves_the_old_one(
    run: Run, invented: Reports, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.write_text("old")

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = run("check", WISHART, "--html", str(page))
    assert result.status == 3
    assert "--html: expected room for the whole file" in result.err
    assert page.read_text() == "old"
