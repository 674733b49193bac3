"""What the cells of a notebook show: pages of Markdown made from the objects that a cell has just computed."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from matplotlib.figure import Figure

from notebooks.prose import escaped, table
from proofs.algebra.polynomial import TracePolynomial
from proofs.core.claims import Claim
from proofs.core.derivation import Expression
from proofs.core.proof import Line
from proofs.moments.mean import Mean
from verify.document.markdown import display
from verify.exposition.expressions import equation as formula
from verify.exposition.expressions import math, side
from verify.report import TheoremReport

DOTS, SHOWN = 144, 96
"""Dots an inch in the file of a picture, and at which it is shown."""
LONGEST = 400
SYMBOLIC = "symbolic"


@dataclass(frozen=True)
class Page:
    """A text in Markdown that a notebook shows as such."""

    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_markdown_(self) -> str:
        return self.text


@dataclass(frozen=True)
class Picture:
    """A figure as PNG, a little finer than it is shown."""

    figure: Figure

    def __repr__(self) -> str:
        return f"a picture of {len(self.figure.axes)} panels"

    def _repr_png_(self) -> tuple[bytes, dict[str, int]]:
        width, height = self.figure.get_size_inches()
        buffer = BytesIO()
        self.figure.savefig(buffer, format="png", dpi=DOTS, metadata={"Software": None})
        return buffer.getvalue(), {"width": round(width * SHOWN), "height": round(height * SHOWN)}


def equation(line: Line, gap: TracePolynomial | None = None) -> Page:
    """The two sides of a line, the left one with its mean computed, and the difference if it was computed."""
    if line.left is None or line.right is None:
        return conditions([line])
    return same(line.left, line.right, gap)


def same(left: Expression, right: Expression, gap: TracePolynomial | None = None) -> Page:
    """Two expressions that are said to be equal, means computed, and their difference if it was computed."""
    computed = [side(left.value())] if isinstance(left, Mean) and gap is not None else []
    first, *others = dict.fromkeys([side(left), *computed, side(right)])
    both = "Both sides are\n\n" if side(right) == first else ""
    verdict = "" if gap is None else f"\n\nLeft minus right, abbreviations unfolded: ${math(gap).latex}$"
    return Page(both + display(formula(first, *others)) + verdict)


def conditions(lines: Iterable[Line]) -> Page:
    """Lines that are no equations: what is said, the rule, its reference, and whether it holds."""
    rows = [[escaped(line.says), escaped(line.rule), escaped(line.reference), _holds(line.holds)] for line in lines]
    return Page(table(("what", "rule", "reference", "holds"), rows))


def roads(report: TheoremReport, claim: Claim) -> Page:
    """The ways to a claim other than its derivation: the verdict of each and what it rests on."""
    rows = [
        [escaped(road.name), road.verdict.name, _cut(road.witness or road.detail), escaped(str(road.scope))]
        for found in report.claims
        for road in found.roads
        if found.name == claim.name and road.name != SYMBOLIC
    ]
    return Page(table(("road", "verdict", "what was found", "scope"), rows))


def verdict(report: TheoremReport) -> Page:
    """The verdict on a theorem and on each of its claims."""
    rows = [
        [escaped(claim.name), claim.verdict.name, escaped(claim.method), escaped(str(claim.scope))]
        for claim in report.claims
    ]
    problem = f" ({escaped(report.problem)})" if report.problem else ""
    head = f"**{report.verdict.name}**, {escaped(str(report.scope))}{problem}"
    return Page(f"{head}\n\n{table(('claim', 'verdict', 'settled by', 'scope'), rows)}")


def controls(report: TheoremReport) -> Page:
    """The false versions of the claims, and the witness against each."""
    rows = [
        [
            escaped(claim.name),
            escaped(control.changed),
            "refuted" if control.refuted else "**SURVIVES**",
            _cut(control.witness),
        ]
        for claim in report.claims
        for control in claim.controls
    ]
    return Page(table(("claim", "what was changed", "", "witness"), rows))


def _holds(holds: bool) -> str:
    return "yes" if holds else "**OPEN**"


def _cut(text: str) -> str:
    return escaped(text if len(text) <= LONGEST else f"{text[:LONGEST]} ...")
