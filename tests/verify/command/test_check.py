"""`icl-proofs check` on invented reports: exit status, summary, table, JSON file, interruption."""

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from proofs.core.catalogue import Entry, catalogue
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from verify import suite
from verify.command import check as arguments
from verify.command import checking, pages, progress
from verify.command.whole_file import Written
from verify.ledger import read_ledger
from verify.report import ClaimReport, ControlReport, Road, TheoremReport

Run = Callable[..., Any]
Reports = dict[str, TheoremReport]

WISHART, OPTIMUM = "wishart.second_moment", "one_layer.optimum"
ALL = Scope(frozenset({"Sigma", "d", "n"}))
THEOREM = '''"""A title of mine."""
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem


def theorem():
    return Theorem(Source("mine"), (Hypothesis("n", Predicate.INTEGER, "size"),), (), uses=({uses}))
'''


def report(verdict: Verdict, *roads: Road, scope: Scope = ALL, problem: str = "") -> TheoremReport:
    claim = ClaimReport("loss", "Equality", verdict, scope, "symbolic", roads, (), 0.5)
    return TheoremReport(WISHART, "A title", "a source", verdict, scope, (claim,), 1.0, problem)


PROVES = Road("symbolic", Verdict.PROVED, ALL)
REFUTES = Road("exact values", Verdict.REFUTED, Scope(), witness="n = 1, d = 2")
REPORTS = {
    "as recorded": (report(Verdict.PROVED, PROVES), 0, "every verdict as recorded"),
    "better": (report(Verdict.PROVED, scope=Scope(ALL.symbolic | {"B"})), 0, f"BETTER {WISHART}: PROVED"),
    "lower": (report(Verdict.SUPPORTED), 1, f"LOST {WISHART}: SUPPORTED .*recorded as PROVED"),
    "narrower": (report(Verdict.PROVED, scope=Scope(frozenset("dn"))), 1, f"LOST {WISHART}: PROVED .all d, n.,"),
    "timed out": (report(Verdict.UNKNOWN, problem="timed out after 2 s"), 1, "LOST .* UNKNOWN .timed out after 2 s"),
    "refuted": (report(Verdict.REFUTED, REFUTES), 1, f"REFUTED {WISHART}, claim 'loss': n = 1, d = 2"),
    "contradiction": (
        report(Verdict.REFUTED, PROVES, REFUTES),
        2,
        f"CONTRADICTION in {WISHART}, claim 'loss': symbolic PROVED, exact values REFUTED; n = 1, d = 2",
    ),
}


@pytest.mark.parametrize("case", REPORTS)
def test_exit_status_and_summary(run: Run, invented: Reports, case: str) -> None:
    invented[WISHART], status, said = REPORTS[case]
    result = run("check", WISHART)
    assert result.status == status
    assert result.err == ""
    assert any(re.search(said, line) for line in result.out.splitlines())


def test_a_surviving_control_is_named(run: Run, invented: Reports) -> None:
    weak = report(Verdict.UNKNOWN, PROVES)
    controls = (ControlReport("a sign", True, "n = 1"), ControlReport("a factor", False, ""))
    invented[WISHART] = replace(weak, claims=(replace(weak.claims[0], controls=controls),))
    result = run("check", WISHART)
    assert result.status == 1
    assert "claim 'loss': the control survives: a factor" in result.out.splitlines()[-1]
    assert " 1/2 " in result.out


@pytest.fixture
def unloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Theorem files are taken as they stand in the catalogue, without loading them to see what they use."""
    monkeypatch.setattr(checking, "gather", lambda wanted, entries, timeout: (list(wanted), []))


@pytest.mark.usefixtures("unloaded")
def test_a_contradiction_outranks_a_lost_verdict(run: Run, invented: Reports) -> None:
    invented[WISHART] = report(Verdict.REFUTED, PROVES, REFUTES)
    invented[OPTIMUM] = replace(report(Verdict.UNKNOWN), id=OPTIMUM)
    result = run("check")
    assert result.status == 2
    assert -1 < result.out.find("CONTRADICTION") < result.out.find("LOST")
    assert f"LOST {OPTIMUM}" in result.out


@pytest.mark.usefixtures("unloaded")
def test_all_theorems(run: Run, invented: Reports) -> None:
    everything = run("check")
    assert everything.status == 0
    assert all(identifier in everything.out for identifier in catalogue())


def test_what_a_theorem_uses_is_checked_too(run: Run, invented: Reports) -> None:
    one = run("check", OPTIMUM, "--jobs", "1", "--seed", "3", "--timeout", "9.5", "--level", "full")
    assert one.status == 0
    assert WISHART in one.out
    assert "2 theorems: 2 PROVED; every verdict as recorded" in one.out


def test_the_options_reach_the_suite(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    monkeypatch.setattr(suite, "run", lambda entries, settings, jobs, finished: seen.append((settings, jobs)) or [])
    run("check", OPTIMUM, "--jobs", "9", "--seed", "3", "--timeout", "9.5", "--level", "full")
    run("check", WISHART)
    assert seen == [(suite.Settings("full", 3, 9.5), 2), (suite.Settings(), 1)]


@pytest.mark.usefixtures("unloaded")
def test_a_recorded_theorem_without_file_is_lost(run: Run, invented: Reports, monkeypatch: pytest.MonkeyPatch) -> None:
    rest = {identifier: entry for identifier, entry in catalogue().items() if identifier != "one_layer.limits"}
    monkeypatch.setattr(arguments, "catalogue", lambda: rest)
    result = run("check")
    assert result.status == 1
    assert "LOST one_layer.limits" in result.out.splitlines()[-1]
    assert run("check", WISHART).status == 0


@pytest.mark.parametrize(
    ("verdict", "status"), [(Verdict.PROVED, 0), (Verdict.SUPPORTED, 0), (Verdict.UNKNOWN, 1), (Verdict.REFUTED, 1)]
)
def test_a_theorem_file_outside_the_package(
    run: Run, invented: Reports, tmp_path: Path, verdict: Verdict, status: int
) -> None:
    path = tmp_path / "mine.py"
    path.write_text(THEOREM.format(uses=f'"{WISHART}",'))
    invented["mine"] = replace(report(verdict), id="mine")
    result = run("check", str(path))
    assert result.status == status
    assert WISHART in result.out
    assert f"NEW mine: {verdict.name}" in result.out.splitlines()[-1]


def test_a_path_inside_the_package_is_its_id(run: Run, invented: Reports) -> None:
    result = run("check", str(catalogue()[WISHART].path))
    assert result.status == 0
    assert f"PROVED    {WISHART}" in result.out


def test_a_broken_file_of_the_catalogue_is_a_lost_verdict(
    run: Run, invented: Reports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "second_moment.py"
    path.write_text('"""A title."""\nraise ValueError("half written")\n')
    monkeypatch.setattr(arguments, "catalogue", lambda: catalogue() | {WISHART: Entry(WISHART, path)})
    result = run("check", WISHART, "one_layer.reduction")
    assert result.status == 1
    assert "half written" in result.out.splitlines()[-1]
    assert "PROVED    one_layer.reduction" in result.out


def test_pipes_get_plain_lines_and_a_table_with_whole_ids(run: Run, invented: Reports) -> None:
    long = "one_layer." + "very_" * 20 + "long"
    invented[WISHART] = replace(report(Verdict.PROVED, PROVES), id=long, scope=Scope(frozenset({"n [d]", "Sigma"})))
    result = run("check", WISHART, "one_layer.optimum", "one_layer.limits")
    lines = result.out.splitlines()
    assert "\x1b" not in result.out
    assert lines[0] == f"[1/3] PROVED    {long} (1.0 s)"
    table = lines[lines.index("") + 1 : -2]
    assert not any(line != line.rstrip() for line in table)
    scope, claims = (table[1].index(name) for name in ("scope", "claims"))
    assert [line for line in table if line.startswith(f"{long} ")]
    assert " ".join(" ".join(line[scope:claims] for line in table[3:]).split()).startswith("all Sigma, n [d] all Psi,")
    assert [line for line in table if line.startswith("one_layer.optimum ")]


@pytest.mark.usefixtures("unloaded")
@pytest.mark.parametrize("terminal", [False, True])
def test_ids_stay_whole_at_80_columns(
    run: Run, invented: Reports, terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "on_terminal", lambda: terminal)
    monkeypatch.setenv("COLUMNS", "80")
    result = run("check")
    table = result.out.split("\n\n", 1)[1].splitlines()
    assert max(map(len, table[:-1])) <= 80
    assert {line.split()[0] for line in table if line[:1].isalpha()} >= catalogue().keys()


def test_a_terminal_gets_a_bar_instead_of_lines(run: Run, invented: Reports, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    monkeypatch.setattr(checking, "terminal", lambda: Console(file=screen, force_terminal=True, width=100))
    monkeypatch.setattr(progress, "on_terminal", lambda: True)
    result = run("check", OPTIMUM)
    assert result.status == 0
    assert "2/2" in screen.getvalue()
    assert "[1/2]" not in result.out
    assert result.out.endswith("2 theorems: 2 PROVED; every verdict as recorded\n")


def test_the_json_file(run: Run, invented: Reports, tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    path.write_text("old")
    invented[WISHART] = report(Verdict.REFUTED, REFUTES)
    assert run("check", OPTIMUM, "--json", str(path)).status == 1
    first, second = json.loads(path.read_text())
    assert first["id"] == WISHART
    assert first["standing"] == "LOST"
    assert first["claims"][0]["roads"][0]["witness"] == "n = 1, d = 2"
    assert second["scope_text"] == str(read_ledger()[OPTIMUM].scope)
    assert second.keys() >= {"id", "title", "source", "verdict", "scope", "scope_text", "claims"}
    assert second["claims"][0].keys() >= {"name", "kind", "verdict", "method", "roads", "scope", "seconds"}
    assert second["claims"][0].keys() >= {"controls_refuted", "controls_total"}
    assert [file.name for file in tmp_path.iterdir()] == ["r.json"]


def test_a_link_is_followed(run: Run, invented: Reports, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "r.json").symlink_to(tmp_path / "there" / "r.json")
    assert run("check", WISHART, "--json", str(tmp_path / "r.json")).status == 0
    assert (tmp_path / "r.json").is_symlink()
    assert json.loads((tmp_path / "there" / "r.json").read_text())


def test_a_file_that_cannot_be_finished_leaves_the_old_one(
    run: Run, invented: Reports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "r.json"
    path.write_text("old")

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = run("check", WISHART, "--json", str(path))
    assert result.status == 3
    assert "No space left" in result.err
    assert result.err.count("\n") == 1
    assert "every verdict as recorded" in result.out
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["r.json"]


def test_interrupted(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run_some(entries: Any, settings: Any, jobs: int, finished: Callable[[TheoremReport], None]) -> None:
        finished(report(Verdict.PROVED, PROVES))
        raise KeyboardInterrupt

    monkeypatch.setattr(suite, "run", run_some)
    path = tmp_path / "r.json"
    result = run("check", OPTIMUM, "--json", str(path))
    assert result.status == 130
    assert result.err == (
        f"icl-proofs check: interrupted: 1 of 2 theorems were finished ({WISHART}); {path} was not written\n"
    )
    assert not path.exists()


def test_interrupted_between_two_files(
    run: Run, invented: Reports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(self: Written, argument: str, path: Path, content: str) -> None:
        if argument == "--html":
            raise KeyboardInterrupt
        write(self, argument, path, content)

    write = Written.write
    monkeypatch.setattr(Written, "write", stop)
    one, other = tmp_path / "r.json", tmp_path / "r.html"
    result = run("check", WISHART, "--json", str(one), "--html", str(other))
    assert (result.status, one.exists(), other.exists()) == (130, True, False)
    assert result.err == f"icl-proofs check: interrupted after the last theorem: {one} was written\n"


def test_interrupted_while_the_files_are_loaded(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(checking, "gather", stop)
    result = run("check")
    assert result.status == 130
    assert result.err == "icl-proofs check: interrupted: nothing was written\n"
