"""Every theorem of the catalogue is checked at level quick, and its verdict is the one the ledger records."""

import pytest

from proofs.core.catalogue import catalogue, with_used
from verify.ledger import Standing, read_ledger, standing
from verify.report import TheoremReport
from verify.suite import Settings, run


@pytest.fixture(scope="module")
def reports() -> dict[str, TheoremReport]:
    entries = catalogue()
    found = run(with_used(entries.values(), entries), Settings(), 1, lambda report: None)
    return {report.id: report for report in found}


def test_catalogue_and_ledger_agree_both_ways() -> None:
    assert catalogue().keys() == read_ledger().keys()


@pytest.mark.parametrize("identifier", catalogue())
def test_the_verdict_is_as_recorded(identifier: str, reports: dict[str, TheoremReport]) -> None:
    report = reports[identifier]
    assert not report.contradiction
    assert standing(report, read_ledger()) is Standing.AS_RECORDED, (report.verdict, str(report.scope), report.problem)
    assert all(claim.controls_refuted == len(claim.controls) >= 2 for claim in report.claims)
