"""Reports: why a claim is not settled, what contradicts, and nothing lost in JSON."""

import json

import pytest

from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from verify.report import ClaimReport, ControlReport, Road, TheoremReport

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


ALL = Scope(frozenset({"n"}))


def claim(*verdicts: Verdict) -> ClaimReport:
    roads = tuple(Road(f"road {place}", verdict, ALL) for place, verdict in enumerate(verdicts))
    controls = (ControlReport("a sign", True, "n = 1"), ControlReport("a factor", False, "left open"))
    return ClaimReport("loss", "Equality", Verdict.PROVED, ALL, "symbolic", roads, controls, 0.12345)


@pytest.mark.parametrize(
    ("verdicts", "contradicts"),
    [
        ((), False),
        ((Verdict.REFUTED,), False),
        ((Verdict.PROVED, Verdict.CERTIFIED), False),
        ((Verdict.PROVED, Verdict.REFUTED), True),
        ((Verdict.REFUTED, Verdict.UNKNOWN, Verdict.CERTIFIED), True),
        ((Verdict.SUPPORTED, Verdict.REFUTED), False),
    ],
)
def test_what_contradicts(verdicts: tuple[Verdict, ...], contradicts: bool) -> None:
    assert claim(*verdicts).contradiction is contradicts
    whole = TheoremReport("a.a", "", "", Verdict.PROVED, ALL, (claim(Verdict.PROVED), claim(*verdicts)), 1.0)
    assert whole.contradiction is contradicts


def test_controls_are_counted() -> None:
    assert claim().controls_refuted == 1


def test_as_data() -> None:
    road = Road("symbolic", Verdict.PROVED, ALL, "2 lines", "", 0.98765, (("rule", "book"),))
    one = ClaimReport("loss", "Equality", Verdict.PROVED, ALL, "symbolic", (road,), claim().controls, 0.12345)
    report = TheoremReport("a.a", "T", "s", Verdict.PROVED, ALL, (one,), 1.0, "why", ("b.b",), "full", 7)
    data = json.loads(json.dumps(report.as_data(), allow_nan=False))
    (found,) = data.pop("claims")
    assert data == {
        "id": "a.a", "title": "T", "source": "s", "verdict": "PROVED", "scope": {"symbolic": ["n"]},
        "scope_text": "all n", "problem": "why", "uses": ["b.b"], "level": "full", "seed": 7,
    }  # fmt: skip
    assert found["roads"] == [
        {
            "name": "symbolic", "verdict": "PROVED", "scope": {"symbolic": ["n"]}, "detail": "2 lines", "witness": "",
            "seconds": 0.9877, "rules": [{"name": "rule", "reference": "book"}],
        }
    ]  # fmt: skip
    assert (found["controls_refuted"], found["controls_total"], found["seconds"]) == (1, 2, 0.1235)
    assert found["controls"][1] == {"changed": "a factor", "refuted": False, "witness": "left open"}
