"""How verdicts are made: from roads, controls, uses, time-outs and files that do not load."""

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofs.core.catalogue import Entry, catalogue
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from verify import suite
from verify.report import ClaimReport, ControlReport, Road, TheoremReport
from verify.suite import Settings, check, lowered, run

REFUTED, UNKNOWN, SUPPORTED, CERTIFIED, PROVED = Verdict
ALL = Scope(frozenset({"d", "n"}))
SOME = Scope(ranges=(("d", 1, 2), ("n", 1, 4)), instances=4)
GOOD, SURVIVING = ControlReport("n -> n+1", True, "at n = 1"), ControlReport("d -> d+1", False, "agrees")


def road(verdict, scope=ALL):
    return Road(f"{verdict.name.lower()} road", verdict, scope)


def claim(*roads, controls=(GOOD, GOOD)):
    verdict, method, scope = suite._settled(roads, controls)
    return ClaimReport("claim", "Equality", verdict, scope, method, roads, controls, 0.0)


def theorem(identifier, verdict=PROVED, scope=ALL, uses=()):
    return TheoremReport(identifier, "Title", "paper", verdict, scope, (), 0.0, uses=uses)


@pytest.mark.parametrize(
    ("verdicts", "verdict", "method", "contradiction"),
    [
        ((), UNKNOWN, "no road", False),
        ((PROVED,), PROVED, "proved road", False),
        ((SUPPORTED, PROVED, CERTIFIED), PROVED, "proved road", False),
        ((UNKNOWN, SUPPORTED), SUPPORTED, "supported road", False),
        ((UNKNOWN, CERTIFIED), CERTIFIED, "certified road", False),
        ((UNKNOWN,), UNKNOWN, "unknown road", False),
        ((REFUTED,), REFUTED, "refuted road", False),
        ((UNKNOWN, REFUTED), REFUTED, "refuted road", False),
        ((SUPPORTED, REFUTED), REFUTED, "refuted road", False),
        ((CERTIFIED, REFUTED), REFUTED, "refuted road", True),
        ((PROVED, REFUTED), REFUTED, "refuted road", True),
    ],
)
def test_the_verdict_of_a_claim(verdicts, verdict, method, contradiction):
    found = claim(*map(road, verdicts))
    assert (found.verdict, found.method, found.contradiction) == (verdict, method, contradiction)


@given(st.lists(st.sampled_from(Verdict), min_size=1, max_size=5))
def test_a_refutation_always_wins_and_otherwise_the_best_road(verdicts):
    found = claim(*map(road, verdicts))
    assert found.verdict is (REFUTED if REFUTED in verdicts else max(verdicts))
    assert found.contradiction == (REFUTED in verdicts and max(verdicts) >= CERTIFIED)


@pytest.mark.parametrize(
    "controls", [(), (GOOD,), (GOOD, SURVIVING), (SURVIVING, SURVIVING), (GOOD, GOOD, GOOD, SURVIVING)], ids=len
)
@pytest.mark.parametrize("best", Verdict)
def test_few_or_surviving_controls_cap_a_claim(best, controls):
    assert claim(road(best), controls=controls).verdict is min(best, UNKNOWN)


@pytest.mark.parametrize("count", [2, 3, 9])
def test_two_refuted_controls_are_enough(count):
    found = claim(road(PROVED), controls=(GOOD,) * count)
    assert (found.verdict, found.controls_refuted) == (PROVED, count)


def test_the_scope_is_that_of_the_road_the_verdict_rests_on():
    assert claim(road(CERTIFIED, SOME), road(PROVED, ALL)).scope == ALL
    assert claim(road(CERTIFIED, SOME), road(SUPPORTED, ALL)).scope == SOME


@pytest.mark.parametrize(
    ("mine", "used", "verdict", "problem"),
    [
        (PROVED, PROVED, PROVED, ""),
        (CERTIFIED, PROVED, CERTIFIED, ""),
        (PROVED, CERTIFIED, CERTIFIED, "uses b.b, CERTIFIED"),
        (PROVED, UNKNOWN, UNKNOWN, "uses b.b, UNKNOWN"),
        (PROVED, REFUTED, UNKNOWN, "uses b.b, REFUTED"),
        (REFUTED, REFUTED, REFUTED, ""),
        (UNKNOWN, REFUTED, UNKNOWN, "uses b.b, REFUTED"),
    ],
)
def test_a_theorem_is_no_better_than_what_it_uses(mine, used, verdict, problem):
    reports = {report.id: report for report in (theorem("a.a", mine, uses=("b.b",)), theorem("b.b", used))}
    found = lowered(reports["a.a"], reports)
    assert (found.verdict, found.problem) == (verdict, problem)


def test_use_lowers_through_a_chain_and_narrows_the_scope():
    chain = [theorem("a.a", uses=("b.b",)), theorem("b.b", uses=("c.c",)), theorem("c.c", CERTIFIED, SOME)]
    reports = {report.id: report for report in chain}
    found = lowered(reports["a.a"], reports)
    assert found.verdict is CERTIFIED
    assert not ALL.covers(found.scope) or found.scope != ALL
    assert found.scope == Scope(ranges=SOME.ranges, instances=4)
    assert lowered(reports["c.c"], reports) is reports["c.c"]


def test_what_was_not_checked_does_not_lower():
    report = theorem("a.a", uses=("b.b",))
    assert lowered(report, {"a.a": report}) is report


HEAD = '''
"""A title.

Setting: none.
"""

from proofs.algebra import scalar, symmetric, trace
from proofs.core.claims import Claim, Equality
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Control, Theorem

n, Sigma = scalar("n"), symmetric("Sigma", "d")
SIZES = (
    *(Hypothesis(name, Predicate.INTEGER, "size") for name in "nd"), Hypothesis("Sigma", Predicate.SYMMETRIC, "form")
)
'''


def write(folder: Path, body: str) -> Entry:
    """A theorem file with the given end."""
    path = folder / "mine.py"
    path.write_text(HEAD.lstrip() + dedent(body), encoding="utf-8")
    return Entry("mine", path)


TRUE = "Equality(name='c', left=trace(Sigma @ Sigma) + n, right=n + trace(Sigma @ Sigma))"
FALSE = "Equality(name='c', left=trace(Sigma @ Sigma), right=n + trace(Sigma @ Sigma))"


@pytest.mark.parametrize(
    ("arguments", "verdict"),
    [
        (f"({TRUE},)", PROVED),
        (f"({FALSE},)", REFUTED),
        ("()", UNKNOWN),
        (f"({TRUE},), (Control('nothing changed', {TRUE}),)", UNKNOWN),
        (f"({TRUE},), (Control('n added', {FALSE}),)", PROVED),
        ("(Claim(name='of no kind'),)", UNKNOWN),
        (f"({TRUE}, Claim(name='of no kind'))", UNKNOWN),
    ],
    ids=["true", "false", "no claim", "surviving control", "refuted control", "no kind", "one of no kind"],
)
def test_theorem_files(tmp_path, arguments, verdict):
    entry = write(tmp_path, f"def theorem():\n    return Theorem(Source('a paper'), SIZES, {arguments})\n")
    assert check(entry, Settings()).verdict is verdict


def test_a_false_equality_with_abbreviations_is_refuted(tmp_path):
    body = """
        from proofs.core.derivation import Definition

        def theorem():
            K = symmetric("K", "d")
            given = (Definition(K, n * Sigma),)
            claim = Equality(name="c", left=trace(K), right=trace(Sigma), abbreviations=given)
            return Theorem(Source("a paper"), SIZES, (claim,))
    """
    found = check(write(tmp_path, body), Settings())
    assert found.verdict is REFUTED
    assert "claimed" in next(item.witness for item in found.claims[0].roads if item.witness)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("def theorem(:\n", "SyntaxError"),
        ("", "defines no function theorem"),
        ("def theorem():\n    return 1 / 0\n", "ZeroDivisionError"),
        ("def theorem():\n    return trace(n @ Sigma)\n", "ShapeError"),
    ],
    ids=["syntax", "no theorem", "error", "shapes"],
)
def test_a_file_that_does_not_serve_is_unknown(tmp_path, body, problem):
    found = check(write(tmp_path, body), Settings())
    assert found.verdict is UNKNOWN
    assert problem in found.problem
    assert found.claims == ()


def test_a_control_of_no_claim_is_never_tried_and_so_the_theorem_is_unknown(tmp_path):
    control = "Control('n added', Equality(name='b', left=n, right=n + 1))"
    body = f"def theorem():\n    return Theorem(Source('a paper'), SIZES, ({TRUE},), ({control},))\n"
    found = check(write(tmp_path, body), Settings())
    assert found.verdict is UNKNOWN
    assert found.problem == "a control names no claim: b"


ENDLESS = """
    def theorem():
        while True:
            try:
                sum(range(1000))
            except Exception:
                pass
"""


def test_a_time_out_is_unknown_and_nothing_swallows_it(tmp_path):
    found = check(write(tmp_path, ENDLESS), Settings(timeout=0.2))
    assert (found.verdict, found.problem) == (UNKNOWN, "timed out after 0.2 s")


def plain(report):
    """A report as data, without times."""

    def without(data):
        if isinstance(data, dict):
            return {key: without(value) for key, value in data.items() if key != "seconds"}
        return [without(item) for item in data] if isinstance(data, list) else data

    return without(report.as_data())


def test_two_jobs_report_the_same_as_one():
    entries = catalogue()
    wanted = [entries["wishart.second_moment"], entries["one_layer.limits"]]
    told = []
    one, two = run(wanted, Settings(seed=3), 1, lambda report: None), run(wanted, Settings(seed=3), 2, told.append)
    assert list(map(plain, one)) == list(map(plain, two))
    assert [report.id for report in two] == [entry.id for entry in wanted]
    assert {report.id for report in told} == {entry.id for entry in wanted}


def test_seeds_change_the_instances_and_not_the_verdict():
    entry = catalogue()["wishart.second_moment"]
    first, same, other = (check(entry, Settings(seed=seed)) for seed in (1, 1, 2))
    assert plain(first) == plain(same) != plain(other)
    assert first.verdict is other.verdict is PROVED


LISTED = '''
"""Best steps of long contexts.

Source: nobody.
"""
from proofs.core.listed import BestSteps, OptimalSteps
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Control, Theorem
from proofs.optimum.orthogonal import least_loss


def theorem():
    def steps(*sizes):
        points = tuple(BestSteps(5, n, 2, str(loss)) for n, loss in sizes)
        return OptimalSteps(name="steps", points=points)

    controls = tuple(Control(f"a loss of {loss}", steps((7, loss))) for loss in ("1/7", "1/9"))
    long = Hypothesis("n", Predicate.ABOVE_D, "long"), Hypothesis("d", Predicate.INTEGER, "d")
    return Theorem(Source("nobody"), long, (steps(SIZES),), controls)
'''


@pytest.mark.parametrize(
    ("sizes", "verdict"),
    [
        ("(7, least_loss(7, 5, 2))", CERTIFIED),
        ("(7, least_loss(7, 5, 2)), (1, least_loss(1, 5, 2))", UNKNOWN),
        ("(6, least_loss(6, 5, 2))", UNKNOWN),
    ],
)
def test_points_that_the_hypotheses_exclude_are_not_certified_whatever_the_controls(tmp_path, sizes, verdict):
    """Both controls lie within the hypotheses and are refuted; it is the claim that is refused."""
    path = tmp_path / "long.py"
    path.write_text(LISTED.replace("SIZES", sizes))
    report = check(Entry("long", path), Settings())
    assert report.verdict is verdict, report.claims
    declared = [control for control in report.claims[0].controls if control.changed.startswith("a loss")]
    assert all(control.refuted for control in declared)
    assert len(declared) == 2
