"""Printed statements among the controls: found, paired with their result and their correction."""

from dataclasses import replace

import pytest

from proofs.core.catalogue import catalogue
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from verify.errata import concerned, errata
from verify.report import ClaimReport, ControlReport, TheoremReport

SKEW = "one_layer.skew_part"


def test_the_theorems_concerned():
    printed, own = (SKEW, "many_layers.step_sizes_listed"), ("wishart.second_moment", "one_layer.optimum")
    entries = [catalogue()[identifier] for identifier in (*own, *printed)]
    assert [entry.id for entry in concerned(entries)] == list(printed)


def reported(theorem, *results):
    """An invented report on the theorem, the declared controls of each claim first."""
    claims = tuple(
        ClaimReport(claim.name, "", Verdict.PROVED, Scope(), "", (), results[place], 0.0)
        for place, claim in enumerate(theorem.claims)
    )
    return TheoremReport(SKEW, "", "", Verdict.PROVED, Scope(), claims, 0.0)


@pytest.fixture
def pair(theorem):
    whole = theorem(SKEW)
    results = (
        (ControlReport("a symmetric part added", True, "n = 1"), ControlReport("made", True, "n = 2")),
        (ControlReport("printed", True, "n = 3"), ControlReport("made", True, "n = 4")),
    )
    return whole, reported(whole, *results)


def test_a_printed_statement_meets_its_result_and_its_correction(pair):
    whole, report = pair
    (erratum,) = errata([report], {SKEW: whole})
    assert erratum.theorem == SKEW
    assert erratum.source == whole.controls[1].printed
    assert erratum.printed == whole.controls[1].claim
    assert erratum.corrected == whole.claims[1]
    assert erratum.found.witness == "n = 3"
    assert erratum.stands


def test_it_does_not_stand_unless_refuted_and_corrected(pair):
    _, report = pair
    (erratum,) = errata([report], {SKEW: pair[0]})
    assert not replace(erratum, found=ControlReport("printed", False, "")).stands
    assert not replace(erratum, report=replace(erratum.report, verdict=Verdict.UNKNOWN)).stands


def test_without_claims_or_without_the_theorem_there_is_nothing(pair):
    whole, report = pair
    assert errata([report], {}) == []
    assert errata([replace(report, claims=())], {SKEW: whole}) == []
