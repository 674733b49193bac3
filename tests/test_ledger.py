"""Every theorem of the catalogue is checked at level quick, and its verdict is the one the ledger records."""

from collections.abc import Callable

import pytest

from proofs.core.catalogue import catalogue
from proofs.core.theorem import Theorem
from verify.ledger import Standing, read_ledger, standing
from verify.refute.perturb import MOST
from verify.report import TheoremReport
from verify.suite import FEWEST_CONTROLS, Settings, check, lowered


def recorded(identifier: str) -> TheoremReport:
    """The report that a line of the ledger stands for; it is already lowered to what the theorem uses."""
    line = read_ledger()[identifier]
    return TheoremReport(identifier, "", "", line.verdict, line.scope, (), 0.0)


def test_catalogue_and_ledger_agree_both_ways() -> None:
    assert catalogue().keys() == read_ledger().keys()


@pytest.mark.slow
@pytest.mark.parametrize("identifier", catalogue())
def test_the_verdict_is_as_recorded(identifier: str, theorem: Callable[[str], Theorem]) -> None:
    """What the theorem uses counts as the ledger has it, which the test of that theorem holds."""
    alone = check(catalogue()[identifier], Settings())
    report = lowered(alone, {used: recorded(used) for used in alone.uses})
    assert not report.contradiction
    assert standing(report, read_ledger()) is Standing.AS_RECORDED, (report.verdict, str(report.scope), report.problem)
    assert read_ledger()[identifier].scope.symbolic <= theorem(identifier).symbols
    for claim in report.claims:
        declared = [control for control in theorem(identifier).controls if control.claim.name == claim.name]
        assert FEWEST_CONTROLS == 2 <= len(claim.controls) <= len(declared) + MOST, claim.name
        assert [control.changed for control in claim.controls if not control.refuted] == [], claim.name
        assert all(control.witness.strip() for control in claim.controls), claim.name
        assert all(rule and reference for road in claim.roads for rule, reference in road.rules), claim.name
