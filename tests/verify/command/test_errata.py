"""`icl-proofs errata`: every format, the exit status, and the committed page."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from verify.command import refuting
from verify.command.errata import FORMATS
from verify.command.refuting import WRITERS, find
from verify.errata import Erratum
from verify.report import ControlReport

Run = Callable[..., Any]
PAGE = Path(__file__).parents[3] / "notebooks" / "errata.md"
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("errata")]


@pytest.fixture(scope="module")
def found() -> list[Erratum]:
    return find(1)


@pytest.fixture
def known(found: list[Erratum], monkeypatch: pytest.MonkeyPatch) -> list[Erratum]:
    """The errata, which the command then takes as they are."""
    monkeypatch.setattr(refuting, "find", lambda jobs: found)
    return found


def test_every_format_is_written() -> None:
    assert tuple(WRITERS) == FORMATS


def test_the_committed_page_is_up_to_date(run: Run, known: list[Erratum]) -> None:
    assert run("errata", "--format", "markdown").out == PAGE.read_text(encoding="utf-8"), "run `make errata`"


def test_every_erratum_stands(run: Run, found: list[Erratum]) -> None:
    assert len(found) >= 3
    assert all(erratum.stands for erratum in found)


@pytest.mark.parametrize("written", FORMATS)
def test_a_format(run: Run, known: list[Erratum], written: str) -> None:
    result = run("errata", "--format", written)
    assert (result.status, result.err) == (0, "")
    assert result.out.count("Ahn, Cheng, Daneshmand, Sra 2023") >= 3
    assert "12138645/90852389" in result.out


def test_text_is_the_default_and_fits_the_page(run: Run, known: list[Erratum]) -> None:
    result = run("errata")
    assert result.out == run("errata", "--format", "text").out
    assert max(map(len, result.out.splitlines())) <= 80


def test_json(run: Run, known: list[Erratum]) -> None:
    data = json.loads(run("errata", "--format", "json").out)
    assert [item["theorem"] for item in data] == [erratum.theorem for erratum in known]
    assert all(item["refuted"] and item["witness"] for item in data)


def test_tex_takes_it(run: Run, known: list[Erratum], typeset: Callable[[str], str]) -> None:
    typeset(run("errata", "--format", "latex").out)


def test_one_that_does_not_stand_is_a_failure(run: Run, known: list[Erratum], monkeypatch: pytest.MonkeyPatch) -> None:
    survived = [*known[1:], Erratum(*[*vars(known[0]).values()][:5], ControlReport("as printed", False, ""))]
    monkeypatch.setattr(refuting, "find", lambda jobs: survived)
    result = run("errata")
    assert result.status == 1
    assert "NOT refuted" in result.out


def test_interrupted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(jobs: int) -> list[Erratum]:
        raise KeyboardInterrupt

    monkeypatch.setattr(refuting, "find", stop)
    result = run("errata")
    assert (result.status, result.out) == (130, "")
    assert result.err == "icl-proofs errata: interrupted\n"
