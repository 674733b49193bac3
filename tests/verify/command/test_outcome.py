"""What a run comes to: its exit status, the order of its remarks, ledger lines to add.

The command on whole runs is tested in test_check.py, the causes that it prints in test_causes.py.
"""

import json
import tomllib

import pytest

from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from verify.command.outcome import AS_RECORDED, CONTRADICTION, FALLEN, Outcome
from verify.ledger import Recorded
from verify.report import ClaimReport, ControlReport, Road, TheoremReport

ALL, LISTED = Scope(frozenset({"d", "n"})), Scope(frozenset(), (("d", 1, 2),), 3)
LEDGER = {"a.a": Recorded(Verdict.PROVED, ALL)}
PROVES, REFUTES = Road("symbolic", Verdict.PROVED, ALL), Road("values", Verdict.REFUTED, Scope(), witness="n = 1")
OPEN = Road("symbolic", Verdict.UNKNOWN, Scope(), "open line: x = y")


def report(
    verdict: Verdict, *roads: Road, name: str = "a.a", scope: Scope = ALL, controls: int = 2, problem: str = ""
) -> TheoremReport:
    tried = tuple(ControlReport(f"change {place}", True, "n = 1") for place in range(controls))
    claim = ClaimReport("loss", "Equality", verdict, scope, "symbolic", roads, tried, 0.5)
    return TheoremReport(name, "A title", "a source", verdict, scope, (claim,), 1.25, problem)


CASES = {
    "as recorded": (report(Verdict.PROVED, PROVES), AS_RECORDED, "every verdict as recorded"),
    "better": (report(Verdict.PROVED, scope=Scope(frozenset({"d", "n", "k"}))), AS_RECORDED, "BETTER a.a: PROVED"),
    "lost": (report(Verdict.SUPPORTED), FALLEN, "LOST a.a: SUPPORTED (all d, n), recorded as PROVED (all d, n)"),
    "new": (report(Verdict.PROVED, name="b.b"), AS_RECORDED, "NEW b.b: PROVED (all d, n); ledger line: "),
    "new, unknown": (report(Verdict.UNKNOWN, OPEN, name="b.b"), FALLEN, "NEW b.b: UNKNOWN (claim 'loss': open line: x"),
    "few controls": (report(Verdict.UNKNOWN, PROVES, controls=1), FALLEN, "claim 'loss': only 1 of the 2 controls"),
    "refuted": (report(Verdict.REFUTED, REFUTES), FALLEN, "REFUTED a.a, claim 'loss': n = 1"),
    "where it stops": (report(Verdict.REFUTED, OPEN, REFUTES), FALLEN, "claim 'loss': n = 1 (open line: x = y)"),
    "contradiction": (report(Verdict.REFUTED, PROVES, REFUTES), CONTRADICTION, "CONTRADICTION in a.a, claim 'loss'"),
    "problem": (report(Verdict.UNKNOWN, problem="timed out"), FALLEN, "LOST a.a: UNKNOWN (timed out)"),
}


@pytest.mark.parametrize(("found", "status", "said"), CASES.values(), ids=CASES)
def test_status_and_remarks(found: TheoremReport, status: int, said: str) -> None:
    outcome = Outcome([found], LEDGER)
    assert outcome.exit_status == status
    assert said in outcome.summary


def test_the_gravest_comes_first() -> None:
    reports = [report(Verdict.PROVED, name="b.b"), report(Verdict.REFUTED, PROVES, REFUTES)]
    outcome = Outcome(reports, LEDGER, missing=("c.c",))
    first, *remarks = outcome.summary.splitlines()
    assert first == "2 theorems: 1 PROVED, 1 REFUTED"
    assert [line.split()[0] for line in remarks] == ["CONTRADICTION", "LOST", "LOST", "NEW"]
    assert outcome.exit_status == CONTRADICTION
    assert Outcome([], LEDGER, missing=("c.c",)).exit_status == FALLEN
    assert Outcome([], LEDGER).summary == "0 theorems: nothing checked; every verdict as recorded"


@pytest.mark.parametrize("scope", [ALL, LISTED, Scope(cases=frozenset({"d = 1, n = 2"}))])
def test_the_ledger_line_is_the_one_to_add(scope: Scope) -> None:
    summary = Outcome([report(Verdict.CERTIFIED, name="b.b", scope=scope)], LEDGER).summary
    line = tomllib.loads(summary.partition("ledger line: ")[2])["b.b"]
    assert line["verdict"] == "CERTIFIED"
    assert Scope.from_data(line["scope"]) == scope


def test_json_holds_the_standing() -> None:
    (found,) = json.loads(Outcome([report(Verdict.SUPPORTED)], LEDGER).as_json())
    assert (found["id"], found["standing"], found["verdict"]) == ("a.a", "LOST", "SUPPORTED")


def test_the_table_counts_controls_and_hides_scopes_of_nothing() -> None:
    weak = report(Verdict.UNKNOWN, OPEN)
    columns = Outcome([report(Verdict.PROVED), weak], LEDGER).as_table().columns
    cells = [[str(cell) for cell in column.cells] for column in columns]
    assert cells == [["a.a"] * 2, ["PROVED", "UNKNOWN"], ["all d, n", "-"], ["1"] * 2, ["2/2"] * 2, ["1.2"] * 2]
