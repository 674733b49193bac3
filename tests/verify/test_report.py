"""Why a claim is not settled: what is wrong with it before controls, which may survive because of that."""

import pytest

from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from verify.report import ClaimReport, ControlReport, Road

UNKNOWN, PROVED = Verdict.UNKNOWN, Verdict.PROVED
MALFORMED = Road("no road", UNKNOWN, Scope(), "InputError: no value for K")
STOPS = Road("symbolic", UNKNOWN, Scope(), "open line: K is invertible", limit=UNKNOWN)
PROVES, CERTIFIES = Road("symbolic", PROVED, Scope(), "3 lines"), Road("exact values", Verdict.CERTIFIED, Scope(), "13")
SILENT = Road("exact values", UNKNOWN, Scope(), "no instance applies")
REFUTED = ControlReport("a sign", True, "n = 1")
SURVIVES, WITH_REASON = ControlReport("a factor", False, ""), ControlReport("a factor", False, "no instance applies")


@pytest.mark.parametrize(
    ("roads", "controls", "reason"),
    [
        ((MALFORMED,), (SURVIVES, SURVIVES), "InputError: no value for K"),
        ((STOPS, CERTIFIES), (SURVIVES, REFUTED), "open line: K is invertible"),
        ((STOPS, CERTIFIES), (REFUTED, REFUTED), "open line: K is invertible"),
        ((SILENT,), (), "no instance applies"),
        ((), (REFUTED, REFUTED), "no road leads to this claim"),
        ((PROVES,), (REFUTED, SURVIVES), "the control survives: a factor"),
        ((PROVES, SILENT), (REFUTED, WITH_REASON), "the control survives: a factor (no instance applies)"),
        (
            (PROVES,),
            (REFUTED,),
            "only 1 of the 2 controls that are needed were tried: add a Control, a false version of the claim",
        ),
    ],
)
def test_the_nearest_cause_is_told(roads, controls, reason):
    report = ClaimReport("c", "Equality", UNKNOWN, Scope(), "", roads, controls, 0.0)
    assert report.reason == reason


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict is not UNKNOWN])
def test_what_is_settled_needs_no_reason(verdict):
    assert ClaimReport("c", "Equality", verdict, Scope(), "", (STOPS,), (SURVIVES,), 0.0).reason == ""
