"""What cells show: equations, conditions, verdicts, pictures."""

from matplotlib.figure import Figure

from notebooks import shown
from proofs.algebra import matrix, scalar
from proofs.attention.data import data
from proofs.core.catalogue import catalogue
from proofs.core.proof import Line
from proofs.core.task import Task
from proofs.core.verdict import Verdict
from proofs.moments.mean import Mean
from proofs.moments.rules import difference
from verify.report import ControlReport
from verify.suite import Settings, check

SAMPLE = data(Task("Sigma"))
A = matrix("A", "d", "d")


def test_a_mean_is_shown_computed() -> None:
    mean, claimed = Mean(SAMPLE.X.T @ SAMPLE.X, (SAMPLE.law_X,)), scalar("n") * matrix("B", "d", "d")
    page = shown.same(mean, claimed, difference(mean, claimed, ()))
    first, middle, last = page.text.split("=")
    assert "mathbb{E}" in first
    assert r"n \Sigma" in middle
    assert last.lstrip().startswith("n B")
    assert page.text.replace("+ ", "").endswith(r"abbreviations unfolded: $-n B n \Sigma$")


def test_equal_sides_are_shown_once() -> None:
    assert (
        shown.same(A, A, A - A).text == "Both sides are\n\n$$\nA\n$$\n\nLeft minus right, abbreviations unfolded: $0$"
    )
    mean = Mean(SAMPLE.X.T @ SAMPLE.X, (SAMPLE.law_X,))
    assert shown.same(mean, mean, A - A).text.count("mathbb{E}") == 1


def test_an_open_line_is_seen() -> None:
    page = shown.equation(Line("A_x is known", "a rule", "somewhere", holds=False))
    assert r"| A\_x is known | a rule | somewhere | **OPEN** |" in page.text
    assert page._repr_markdown_() == repr(page) == page.text


def test_the_verdict_and_the_controls_of_a_report() -> None:
    report = check(catalogue()["wishart.second_moment"], Settings())
    assert report.verdict is Verdict.PROVED
    assert shown.verdict(report).text.startswith("**PROVED**, all Sigma, d, n")
    page = shown.controls(report).text
    assert page.count("| refuted |") == len(report.claims[0].controls)
    object.__setattr__(report.claims[0], "controls", (ControlReport("a sign", False, ""),))
    assert "**SURVIVES**" in shown.controls(report).text


def test_a_picture_is_a_png_finer_than_it_is_shown() -> None:
    figure = Figure(figsize=(3, 2))
    figure.subplots()
    data, size = shown.Picture(figure)._repr_png_()
    assert data.startswith(b"\x89PNG")
    assert size == {"width": 3 * shown.SHOWN, "height": 2 * shown.SHOWN}
    assert int.from_bytes(data[16:20], "big") == 3 * shown.DOTS
    assert b"matplotlib" not in data.lower()
