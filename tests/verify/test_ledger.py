"""The ledger: its lines, its errors, and how reports stand to it."""

from pathlib import Path

import pytest

from proofs.core.catalogue import catalogue
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from verify.ledger import LedgerError, Recorded, Standing, read_ledger, standing
from verify.report import TheoremReport

ALL = Scope(frozenset({"n", "d"}))
SMALL = Scope(ranges=(("d", 1, 2), ("n", 1, 4)), instances=4)
LEDGER = {"a.proved": Recorded(Verdict.PROVED, ALL), "a.listed": Recorded(Verdict.CERTIFIED, SMALL)}


def report(identifier: str, verdict: Verdict, scope: Scope) -> TheoremReport:
    return TheoremReport(identifier, "", "", verdict, scope, (), 0.0)


@pytest.mark.parametrize(
    ("identifier", "verdict", "scope", "expected"),
    [
        ("a.proved", Verdict.PROVED, ALL, Standing.AS_RECORDED),
        ("a.proved", Verdict.CERTIFIED, ALL, Standing.LOST),
        ("a.proved", Verdict.PROVED, Scope(frozenset({"n"})), Standing.LOST),
        ("a.proved", Verdict.PROVED, Scope(frozenset({"n", "d", "Sigma"})), Standing.BETTER),
        ("a.proved", Verdict.REFUTED, ALL, Standing.LOST),
        ("a.listed", Verdict.CERTIFIED, SMALL, Standing.AS_RECORDED),
        ("a.listed", Verdict.PROVED, ALL, Standing.BETTER),
        ("a.listed", Verdict.CERTIFIED, Scope(ranges=(("d", 1, 2), ("n", 1, 5)), instances=5), Standing.BETTER),
        ("a.listed", Verdict.CERTIFIED, Scope(ranges=(("d", 1, 2), ("n", 1, 4)), instances=3), Standing.LOST),
        ("a.listed", Verdict.CERTIFIED, Scope(ranges=(("d", 1, 1), ("n", 1, 4)), instances=4), Standing.LOST),
        ("a.listed", Verdict.SUPPORTED, SMALL, Standing.LOST),
        ("a.third", Verdict.PROVED, ALL, Standing.NEW),
        ("a.third", Verdict.REFUTED, ALL, Standing.NEW),
    ],
)
def test_standing(identifier: str, verdict: Verdict, scope: Scope, expected: Standing) -> None:
    assert standing(report(identifier, verdict, scope), LEDGER) is expected


def test_every_theorem_has_a_line_and_every_line_a_theorem() -> None:
    assert read_ledger().keys() == catalogue().keys()


def test_a_line_is_read_as_it_is_written(tmp_path: Path) -> None:
    line = '"a.listed" = { verdict = "CERTIFIED", scope = { symbolic = [], ranges = { n = [1, 4], d = [1, 2] }, '
    path = tmp_path / "ledger.toml"
    path.write_text(line + "instances = 4 } }")
    assert read_ledger(path) == {"a.listed": LEDGER["a.listed"]}
    assert str(LEDGER["a.listed"]) == "CERTIFIED (d = 1..2; n = 1..4; 4 instances)"


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("a = ", "TOML"),
        ('a = { verdict = "PROVED", scope = {} }\na = { verdict = "PROVED", scope = {} }', "TOML"),
        ('a = "PROVED"', "a verdict and a scope"),
        ('a.b = { verdict = "PROVED", scope = {} }', "a verdict and a scope"),
        ('a = { verdict = "PROVED" }', "a verdict and a scope"),
        ('a = { verdict = "TRUE", scope = {} }', "'TRUE'"),
        ("a = { verdict = 4, scope = {} }", "must be one of"),
        ('a = { verdict = "PROVED", scope = [] }', "a scope has the keys"),
        ('a = { verdict = "PROVED", scope = { symbols = [] } }', "symbols"),
        ('a = { verdict = "PROVED", scope = { symbolic = "n" } }', "`symbolic`"),
        ('a = { verdict = "PROVED", scope = { symbolic = [1] } }', "list names"),
        ('a = { verdict = "PROVED", scope = { symbolic = [[1]] } }', "[[1]]"),
        ('a = { verdict = "PROVED", scope = { ranges = { n = [1] } } }', "ledger.toml: a"),
        ('a = { verdict = "PROVED", scope = { ranges = { n = [4, 1] } } }', "[from, to]"),
        ('a = { verdict = "PROVED", scope = { ranges = { n = ["1", "4"] } } }', "[from, to]"),
    ],
)
def test_a_malformed_line_is_named(tmp_path: Path, line: str, named: str) -> None:
    path = tmp_path / "ledger.toml"
    path.write_text(line)
    with pytest.raises(LedgerError) as caught:
        read_ledger(path)
    assert named in str(caught.value)
    assert "ledger.toml" in str(caught.value)


def test_a_missing_ledger_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"nowhere\.toml"):
        read_ledger(tmp_path / "nowhere.toml")
