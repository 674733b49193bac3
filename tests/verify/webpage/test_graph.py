"""The drawing of what uses what."""

from hypothesis import given
from hypothesis import strategies as st

from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from verify.report import TheoremReport
from verify.webpage.graph import HEIGHT, MARGIN, WIDTH, Graph, graph


def report(identifier: str, *uses: str) -> TheoremReport:
    return TheoremReport(identifier, "", "", Verdict.PROVED, Scope(), (), 0.0, uses=uses)


@st.composite
def acyclic(draw: st.DrawFn) -> list[TheoremReport]:
    """Theorems each of which uses some of those before it, and perhaps one that was not checked."""
    count = draw(st.integers(1, 12))
    names = [f"a.t{number}" for number in range(count)]
    found = []
    for number, name in enumerate(names):
        uses = draw(st.lists(st.sampled_from([*names[:number], "b.elsewhere"]), unique=True, max_size=3))
        found.append(report(name, *uses))
    return found


@given(acyclic())
def test_boxes_lie_apart_and_arrows_lead_to_the_right(reports: list[TheoremReport]) -> None:
    drawn = graph(reports)
    assert sorted(node.id for node in drawn.nodes) == sorted(item.id for item in reports)
    for place, node in enumerate(drawn.nodes):
        assert MARGIN <= node.x <= drawn.width - WIDTH - MARGIN + 0.1
        assert MARGIN <= node.y <= drawn.height - HEIGHT - MARGIN + 0.1
        for other in drawn.nodes[:place]:
            assert abs(node.x - other.x) > WIDTH or abs(node.y - other.y) > HEIGHT
    known = {node.id: node for node in drawn.nodes}
    expected = {(used, item.id) for item in reports for used in item.uses if used in known}
    assert {(edge.used, edge.by) for edge in drawn.edges} == expected
    for edge in drawn.edges:
        assert edge.start == (known[edge.used].x + WIDTH, known[edge.used].y + HEIGHT / 2)
        assert edge.end == (known[edge.by].x, known[edge.by].y + HEIGHT / 2)
        assert edge.start[0] < edge.end[0]


def test_the_same_reports_give_the_same_drawing() -> None:
    reports = [report(f"a.t{number}") for number in range(9)]
    assert graph(reports) == graph(reports[::-1])


def test_in_words() -> None:
    assert graph([report("a.x"), report("a.y", "a.x")]).in_words == "a.y uses a.x."
    assert graph([]) == Graph((), (), WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN)
    assert graph([]).in_words == "No theorem uses another."


def test_a_file_outside_the_package_has_no_subject() -> None:
    (node,) = graph([report("mine")]).nodes
    assert (node.subject, node.conclusion) == ("", "mine")
