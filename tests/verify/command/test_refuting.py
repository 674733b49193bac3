"""Errata: the exit status, and only the theorems concerned are checked. All of them are found in test_errata.py."""

import json

import pytest

from proofs.core.catalogue import Entry, catalogue
from verify import suite
from verify.command import refuting
from verify.command.refuting import DOUBTFUL, STANDING, WRITERS, find, print_errata
from verify.report import TheoremReport

SKEW = "one_layer.skew_part"


def test_only_the_theorems_concerned_are_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    few = {identifier: catalogue()[identifier] for identifier in ("wishart.second_moment", SKEW)}
    ran = []

    def run(entries: list[Entry], settings: suite.Settings, jobs: int, finished: object) -> list[TheoremReport]:
        ran.append(([entry.id for entry in entries], settings, jobs))
        return []

    monkeypatch.setattr(refuting, "catalogue", lambda: few)
    monkeypatch.setattr(suite, "run", run)
    assert find(3) == []
    assert ran == [([SKEW], suite.Settings(), 3)]


@pytest.mark.parametrize("written", WRITERS)
def test_one_that_does_not_stand_is_a_failure(
    written: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    few = {SKEW: catalogue()[SKEW]}
    monkeypatch.setattr(refuting, "catalogue", lambda: few)
    found = find(1)
    monkeypatch.setattr(refuting, "find", lambda jobs: found)
    assert print_errata(written, 1) == STANDING
    told = capsys.readouterr().out
    assert told.strip()
    if written == "json":
        assert [item["theorem"] for item in json.loads(told)] == [SKEW] * len(found)
    weak = [type(found[0])(*[*vars(found[0]).values()][:5], type(found[0].found)("printed", False, ""))]
    monkeypatch.setattr(refuting, "find", lambda jobs: weak)
    assert print_errata(written, 1) == DOUBTFUL
